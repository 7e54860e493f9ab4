import type { DataSource } from 'typeorm';
import type { ReadGateway } from '@engsales/http';
import { FindContractsHandler } from './contract-list/contract-list.query.js';
import { GetInvoicedUnpaidHandler } from './contract-accounts/invoiced-unpaid.query.js';
import { GetPaymentGatesHandler } from './contract-accounts/payment-gates.query.js';
import { GetReceiptRatesHandler } from './contract-accounts/receipt-rates.query.js';
import { GetAgeingHandler } from './receivables/ageing.query.js';
import { FindReceivablesHandler } from './receivables/receivables.query.js';
import { GetSigningsDueHandler } from './contract-list/signings-due.query.js';

interface Parts {
  rows(after: readonly unknown[], limit: number): Promise<object[]>;
  key(row: object): unknown;
  item(row: object): unknown;
}

const filter = { limit: 50 };
const runtime = { process: { clock: { today: () => '2025-03-10' } } } as never;

/** A database that holds these rows whatever is asked, what it is asked with, and a gateway that makes one page of them. */
function holding(...rows: object[]) {
  const asked: unknown[] = [];
  const query = (_sql: string, values: unknown[]) => {
    asked.push(...values);
    return Promise.resolve(rows);
  };
  const page = async (_filter: object, parts: Parts) => {
    const found = await parts.rows(['after', 'id'], 51);
    return { items: found.map((row) => parts.item(row)), keys: found.map((row) => parts.key(row)) };
  };
  const waitFor = () => Promise.resolve();
  return { asked, database: { query } as unknown as DataSource, reads: { page, waitFor } as unknown as ReadGateway };
}

/** Money as the database gives it: text, which could be beyond every number. */
const ACCOUNT = {
  contractId: 'c-1',
  contractNo: 'HT-1',
  projectName: '新院区',
  customerName: '医院',
  salespersonId: 'li-na',
  state: 'IN_EXECUTION',
  signedOn: '2025-03-01',
  settledFen: null,
  totalFen: '700000000',
  receivedFen: '210000000',
  outstandingFen: '490000000',
  unallocatedFen: '5',
  invoicedFen: '210000001',
  payment: 'PART',
  delivery: 'NONE',
  acceptance: 'NONE',
  releaseGate: 'OPEN',
  releaseUntil: null,
  dispatchGate: 'CLOSED',
  dispatchUntil: null,
  formAccepted: true,
};
const HEAD = {
  contractId: 'c-1',
  contractNo: 'HT-1',
  projectName: '新院区',
  customerName: '医院',
  salespersonId: 'li-na',
  state: 'IN_EXECUTION',
  signedOn: '2025-03-01',
};

describe('the rate of receipts', () => {
  const rates = (changes: object) => {
    const { database, reads } = holding({ ...ACCOUNT, ...changes });
    return new GetReceiptRatesHandler(database, reads).execute({ filter });
  };
  it('is answered with the money that it is worked out from', async () =>
    expect(await rates({})).toEqual({
      items: [
        {
          ...HEAD,
          totalFen: 700_000_000,
          receivedFen: 210_000_000,
          unallocatedFen: 5,
          outstandingFen: 490_000_000,
          receiptRateBps: 3_000,
          payment: 'PART',
        },
      ],
      keys: [['2025-03-01', 'c-1']],
    }));
  it.each([
    ['700000000', '699999999', 10_000],
    ['700000000', '699965000', 10_000],
    ['700000000', '699964999', 9_999],
    ['700000000', '700000000', 10_000],
    ['700000000', '700070000', 10_001],
    ['3', '1', 3_333],
    ['3', '2', 6_667],
    ['100000000', '0', 0],
    ['0', '0', 0],
    ['9007199254740991', '9007199254740990', 10_000],
  ])('of %s fen, of which %s came, is %d basis points, round half up (C-124)', async (totalFen, receivedFen, bps) =>
    expect(await rates({ totalFen, receivedFen })).toMatchObject({ items: [{ receiptRateBps: bps }] }),
  );
  it.each([
    ['95781', '87968', 9_184],
    ['0', '0', 0],
  ])('of a contract that was settled at %s fen is %s of these (C-98)', async (settledFen, receivedFen, bps) =>
    expect(await rates({ settledFen, receivedFen })).toMatchObject({
      items: [{ settledFen: Number(settledFen), receiptRateBps: bps }],
    }),
  );
});

describe('what is invoiced and not paid', () => {
  it('is the difference, to the fen (C-55)', async () => {
    const { database, reads } = holding(ACCOUNT);
    expect(await new GetInvoicedUnpaidHandler(database, reads).execute({ filter })).toMatchObject({
      items: [
        {
          ...HEAD,
          totalFen: 700_000_000,
          invoicedFen: 210_000_001,
          receivedFen: 210_000_000,
          invoicedUnpaidFen: 1,
        },
      ],
    });
  });
});

describe('what a contract may do now', () => {
  const gates = (changes: object) => {
    const { database, reads } = holding({ ...ACCOUNT, ...changes });
    return new GetPaymentGatesHandler(database, reads, runtime).execute({ filter });
  };
  const overridden = (until: string) => ({ dispatchGate: 'OVERRIDDEN', dispatchUntil: until });

  it('is answered with both gates and what is outstanding (C-58)', async () =>
    expect(await gates({})).toMatchObject({
      items: [
        {
          ...HEAD,
          executionFormAccepted: true,
          gates: { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'CLOSED' } },
          mayRelease: true,
          mayDispatch: false,
          outstandingFen: 490_000_000,
        },
      ],
    }));
  it.each([
    ['2025-03-11', { state: 'OVERRIDDEN', until: '2025-03-11' }, true],
    ['2025-03-10', { state: 'OVERRIDDEN', until: '2025-03-10' }, true],
    ['2025-03-09', { state: 'CLOSED' }, false],
  ])('goes by a release until %s, on 10 March (C-60, C-61)', async (until, dispatch, mayDispatch) =>
    expect(await gates(overridden(until))).toMatchObject({ items: [{ gates: { DISPATCH: dispatch }, mayDispatch }] }),
  );
  it.each([
    ['SIGNED', false],
    ['IN_EXECUTION', true],
    ['COMPLETED', true],
    ['SUSPENDED', false],
    ['VOIDED', false],
    ['TERMINATED', false],
    ['CLOSED', false],
  ])('goes by its state too, which is %s: %s (C-64)', async (state, mayRelease) =>
    expect(await gates({ state })).toMatchObject({ items: [{ mayRelease, mayDispatch: false }] }),
  );
  it('is asked of the database as of today', async () => {
    const { database, reads, asked } = holding();
    await new GetPaymentGatesHandler(database, reads, runtime).execute({ filter: { ...filter, may: 'DISPATCH' } });
    expect(asked).toEqual([undefined, undefined, 'after', 'id', 51, ['IN_EXECUTION', 'COMPLETED'], '2025-03-10']);
  });
});

describe('a receivable', () => {
  const ROW = {
    receivableId: 'r-1',
    dueKey: '2025-03-09',
    contractId: 'c-1',
    contractNo: 'HT-1',
    projectName: '新院区',
    customerName: '医院',
    salespersonId: 'li-na',
    milestoneId: 'M1',
    kind: 'ADVANCE',
    gate: 'RELEASE_PRODUCTION',
    status: 'OVERDUE',
    dueOn: '2025-03-09',
    triggersOn: null,
    amountFen: '100',
    paidFen: '30',
    unclearedFen: '20',
    waivedFen: '10',
    outstandingFen: '60',
    promisedFen: null,
    lastDunnedOn: null,
    promiseDate: null,
    cameFen: '0',
  };
  const { receivableId: _id, dueKey: _key, cameFen: _came, ...SHOWN } = ROW;
  const find = async (changes: object) => {
    const { database, reads } = holding({ ...ROW, ...changes });
    return new FindReceivablesHandler(database, reads, runtime).execute({ filter });
  };

  it('is answered with its age, and with what was promised (C-82, C-83)', async () =>
    expect(await find({ promisedFen: '60', lastDunnedOn: '2025-03-01', promiseDate: '2025-03-09' })).toEqual({
      items: [
        {
          ...SHOWN,
          amountFen: 100,
          paidFen: 30,
          unclearedFen: 20,
          waivedFen: 10,
          outstandingFen: 60,
          bucket: 'DAYS_1_30',
          daysOverdue: 1,
          lastDunnedOn: '2025-03-01',
          promiseDate: '2025-03-09',
          promisedFen: 60,
          promiseBroken: true,
        },
      ],
      keys: [['2025-03-09', 'r-1']],
    }));
  it.each<[string | null, string, number]>([
    [null, 'NOT_DUE', 0],
    ['2025-03-11', 'CURRENT', 0],
    ['2025-03-10', 'CURRENT', 0],
    ['2025-03-09', 'DAYS_1_30', 1],
    ['2024-12-09', 'OVER_90', 91],
  ])('with the last day %s is of the bucket %s, %d days overdue (C-83)', async (dueOn, bucket, daysOverdue) =>
    expect(await find({ dueOn })).toMatchObject({ items: [{ dueOn, bucket, daysOverdue }] }),
  );
  it.each<[string | null, boolean]>([
    [null, false],
    ['2025-03-11', false],
    ['2025-03-10', false],
    ['2025-03-09', true],
  ])('that was promised for %s has a broken promise: %s (C-82)', async (promiseDate, promiseBroken) =>
    expect(await find({ promiseDate })).toMatchObject({ items: [{ promiseBroken }] }),
  );
  it.each([
    ['59', true],
    ['60', false],
    ['61', false],
  ])(
    'of which 0.60 yuan were promised and %s fen came in time has a broken promise: %s (C-82)',
    async (cameFen, promiseBroken) =>
      expect(await find({ promiseDate: '2025-03-09', promisedFen: '60', cameFen })).toMatchObject({
        items: [{ promiseBroken }],
      }),
  );
  it('is asked for by the days of its bucket', async () => {
    const { database, reads, asked } = holding();
    const handler = new FindReceivablesHandler(database, reads, runtime);
    await handler.execute({ filter: { ...filter, bucket: 'DAYS_31_60' } });
    expect(asked.slice(4, 6)).toEqual(['2025-01-09', '2025-02-07']);
  });
});

describe('the open money by age (C-83)', () => {
  const SUMS = {
    s0: '1',
    n0: '1',
    s1: '2',
    n1: '1',
    s2: '4',
    n2: '2',
    s3: '8',
    n3: '1',
    s4: '16',
    n4: '3',
    s5: '0',
    n5: '0',
  };
  const ages = (asOf?: string) => {
    const { database, reads, asked } = holding(SUMS);
    return { asked, answer: new GetAgeingHandler(database, reads, runtime).execute({ filter: { asOf } }) };
  };

  it('is answered by bucket, and adds up', async () =>
    expect(await ages().answer).toEqual({
      asOf: '2025-03-10',
      currency: 'CNY',
      buckets: [
        { bucket: 'NOT_DUE', outstandingFen: 1, milestones: 1 },
        { bucket: 'CURRENT', outstandingFen: 2, milestones: 1 },
        { bucket: 'DAYS_1_30', outstandingFen: 4, milestones: 2 },
        { bucket: 'DAYS_31_60', outstandingFen: 8, milestones: 1 },
        { bucket: 'DAYS_61_90', outstandingFen: 16, milestones: 3 },
        { bucket: 'OVER_90', outstandingFen: 0, milestones: 0 },
      ],
      totalFen: 31,
    }));
  it('is counted to the day that is asked for', async () => {
    const { asked, answer } = ages('2024-03-30');
    expect((await answer).asOf).toBe('2024-03-30');
    // customer and salesperson, then first and last day of each bucket
    expect(asked.slice(4, 8)).toEqual(['2024-03-30', '2999-12-30', '2024-02-29', '2024-03-29']);
  });
});

describe('a contract that is to be signed', () => {
  it.each<[string | null, number | null]>([
    ['2025-03-12', 2],
    ['2025-03-10', 0],
    ['2025-03-09', -1],
    [null, null],
  ])('until %s has %p days left', async (signingDueOn, daysLeft) => {
    const row = {
      contractId: 'c-1',
      state: 'APPROVED',
      projectName: '新院区',
      customerName: null,
      salespersonId: null,
      totalFen: '9007199254740991',
      signingDueOn,
    };
    const { database, reads } = holding({ ...row, dueKey: signingDueOn ?? '2999-12-31' });
    expect(await new GetSigningsDueHandler(database, reads, runtime).execute({ filter })).toEqual({
      items: [{ ...row, totalFen: 9_007_199_254_740_991, daysLeft }],
      keys: [[signingDueOn ?? '2999-12-31', 'c-1']],
    });
  });
});

describe('a contract in the list', () => {
  it('is answered with its total as a number, and nothing that the row has beside', async () => {
    const row = {
      contractId: 'c-1',
      state: 'DRAFT',
      contractNo: null,
      projectId: 'p-1',
      projectName: '新院区',
      customerName: null,
      salespersonId: null,
      merchandiserId: null,
      operationMode: 'AGENCY',
      totalFen: '0',
      signedOn: null,
      draftedAt: '2025-03-10T01:00:00.000Z',
    };
    const shown = { importedBy: 'sun-li', importedOn: '2025-03-11', confirmedBy: null };
    const { database, reads } = holding({ ...row, ...shown, sortKey: row.draftedAt, revision: 3 });
    expect(await new FindContractsHandler(database, reads).execute({ filter })).toEqual({
      items: [{ ...row, totalFen: 0, imported: { by: 'sun-li', on: '2025-03-11', confirmedBy: null } }],
      keys: [['2025-03-10T01:00:00.000Z', 'c-1']],
    });
  });
});
