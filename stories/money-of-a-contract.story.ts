import type { Role } from '@engsales/http';
import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { eventually } from '../tools/testing/eventually.js';
import type { Reply } from '../tools/testing/system-client.js';
import { fixtureP1 } from './walk-p1/fixture-p1.js';

describe('the money of a contract (S10, S12, S20a, S21, contract side)', () => {
  let client: EmbeddedClient;
  beforeAll(async () => {
    client = await EmbeddedClient.start('2025-03-10T01:00:00Z');
  });
  afterAll(() => client.stop());

  const P1 = { ...fixtureP1((date) => date), salespersonId: 'li-na', merchandiserId: 'zhou-min' };
  const path0 = '/api/v1/contracts';
  const as = (id: string, role: Role) => (target: string, body?: object) =>
    client.call(id, [role], 'contract', target, body);
  const sales = as('li-na', 'SALES');
  const leader = as('wang', 'COMPANY_LEADER');
  const commerce = as('sun-li', 'COMMERCE');
  const finance = as('he-jing', 'FINANCE');
  const goTo = (now: string) => client.call('admin', ['ADMIN'], 'contract', '/admin/clock', { now });
  const said = ({ status, body }: Reply) => [
    status,
    body.code ?? body.events.map((event: { type: string }) => event.type),
  ];

  const signed = async (contractNo: string, document: object = P1) => {
    const { body } = await sales(path0, document);
    const contract = `${path0}/${body.id}`;
    await sales(`${contract}/submit-for-approval`, {});
    await leader(`${contract}/approve-contract`, {});
    const signatories = [
      { side: 'OURS', personRef: await client.keptPerson('COMMERCE', 'contract') },
      { side: 'THEIRS', personRef: await client.keptPerson('COMMERCE', 'contract') },
    ];
    await commerce(`${contract}/sign-contract`, { contractNo, signedOn: '2025-03-10', signatories, scanRef: 's' });
    return contract;
  };
  const receipt = (
    contract: string,
    bankRef: string,
    milestoneId: string,
    amountFen: number,
    receivedOn = '2025-03-10',
  ) =>
    finance(`${contract}/record-receipt`, {
      ...{ bankRef, amountFen, receivedOn, instrument: 'TRANSFER' },
      allocations: [{ milestoneId, amountFen }],
    });
  const milestone = async (contract: string, id: string) =>
    (await sales(contract)).body.milestones.find((m: { id: string }) => m.id === id);
  const mayRelease = async (position: string) =>
    (await sales(`/api/v1/payment-gates?may=RELEASE&minPosition=${position}`)).body.items.map(
      (i: { contractNo: string }) => i.contractNo,
    );

  it('S10: the schedule must fit, a deposit is at most a fifth, and the contract is what was awarded', async () => {
    const [first, ...rest] = P1.paymentMilestones;
    const short = [{ ...first, amountFen: 209_999_999 }, ...rest];
    expect(said(await sales(path0, { ...P1, paymentMilestones: short }))).toEqual([422, 'PAYMENT_SCHEDULE_MISMATCH']);
    const second = { ...rest[0], amountFen: 245_000_000 };
    const deposit = [{ ...first, kind: 'DEPOSIT', amountFen: 175_000_000 }, second, ...rest.slice(1)];
    expect(said(await sales(path0, { ...P1, paymentMilestones: deposit }))).toEqual([422, 'DEPOSIT_OVER_20_PERCENT']);
    const fifth = [
      { ...first, kind: 'DEPOSIT', amountFen: 140_000_000 },
      { ...rest[0], amountFen: 280_000_000 },
      ...rest.slice(1),
    ];
    expect((await sales(path0, { ...P1, paymentMilestones: fifth })).status).toBe(201);
    const { body } = await sales(path0, { ...P1, awardedFen: 699_000_000 });
    expect(said(await sales(`${path0}/${body.id}/submit-for-approval`, {}))).toEqual([
      422,
      'CONTRACT_DEVIATES_FROM_AWARD',
    ]);
  });

  it('S12: production may be released once the form is accepted and the advance is paid', async () => {
    const contract = await signed('HT-S12');
    const paid = await receipt(contract, 'B-1', 'M1', 210_000_000);
    expect(await mayRelease(paid.body.position)).not.toContain('HT-S12');
    await sales(`${contract}/submit-execution-form`, {});
    const accepted = await commerce(`${contract}/accept-execution-form`, {});
    expect(await mayRelease(accepted.body.position)).toContain('HT-S12');
    const feed = await client.call('admin', ['BI'], 'contract', `${contract}/history`);
    expect(feed.body.items.map((item: { type: string }) => item.type).slice(-5)).toEqual([
      'ReceiptRecorded',
      'PaymentMilestonePaid',
      'PaymentGateOpened',
      'ExecutionFormSubmitted',
      'ContractExecutionFormAccepted',
    ]);
  });

  it('S20a: the pre-shipment payment is overdue, overridden, paid in two parts, and the override is moot', async () => {
    const contract = await signed('HT-S20A');
    await goTo('2025-08-08T01:00:00Z');
    await commerce(`${contract}/mark-milestone-due`, { trigger: 'GOODS_READY', ref: 'L3', on: '2025-08-08' });
    expect(await milestone(contract, 'M2')).toMatchObject({ status: 'DUE', dueOn: '2025-08-15' });
    await goTo('2025-08-16T01:00:00Z');
    await eventually(async () => (await milestone(contract, 'M2')).status === 'OVERDUE', 'M2 is overdue');
    const gate = async () => (await sales(contract)).body.gates.DISPATCH;
    expect(await gate()).toEqual({ state: 'CLOSED' });
    const release = { gate: 'DISPATCH', until: '2025-08-31', reason: '财政拨款延迟' };
    expect(said(await leader(`${contract}/grant-credit-release`, release))).toEqual([200, ['PaymentGateOverridden']]);
    expect(await gate()).toEqual({ state: 'OVERRIDDEN', until: '2025-08-31' });
    const part = await receipt(contract, 'B-20', 'M2', 200_000_000, '2025-08-16');
    expect(await milestone(contract, 'M2')).toMatchObject({ status: 'OVERDUE', paidFen: 200_000_000 });
    expect(await gate()).toEqual({ state: 'OVERRIDDEN', until: '2025-08-31' });
    const query = `customerName=${encodeURIComponent(P1.customer.name)}&minPosition=${part.body.position}`;
    const contractId = contract.slice(path0.length + 1);
    const open = (await sales(`/api/v1/receivables?contractId=${contractId}&bucket=DAYS_1_30&${query}`)).body.items;
    expect(open).toMatchObject([{ milestoneId: 'M2', outstandingFen: 10_000_000, daysOverdue: 1 }]);
    expect(said(await receipt(contract, 'B-21', 'M2', 10_000_000, '2025-08-16'))).toEqual([
      200,
      ['ReceiptRecorded', 'PaymentMilestonePaid', 'PaymentGateOpened'],
    ]);
    expect([(await milestone(contract, 'M2')).status, await gate()]).toEqual(['PAID', { state: 'OPEN' }]);
    await goTo('2025-09-02T01:00:00Z');
    const timers = async () => (await client.call('admin', ['ADMIN'], 'contract', '/admin/timers')).body.items;
    await eventually(
      async () => (await timers()).every((t: { key: string }) => !t.key.startsWith('release')),
      'no release left',
    );
    expect(await gate()).toEqual({ state: 'OPEN' });
  });

  it('S21: a receipt is booked once, pays no more than its milestone, and a reversal closes the gate', async () => {
    await goTo('2025-03-10T01:00:00Z');
    const contract = await signed('HT-S21');
    expect((await receipt(contract, 'B-1', 'M1', 210_000_000)).status).toBe(200);
    expect(said(await receipt(contract, 'B-1', 'M2', 1))).toEqual([409, 'DUPLICATE_RECEIPT']);
    expect(said(await receipt(contract, 'B-2', 'M2', 210_000_001))).toEqual([422, 'ALLOCATION_EXCEEDS_MILESTONE']);
    const { receiptId } = (await sales(contract)).body.receipts[0];
    expect(said(await finance(`${contract}/reverse-receipt`, { receiptId, reason: '退票' }))).toEqual([
      200,
      ['ReceiptReversed', 'PaymentGateClosed'],
    ]);
    const other = await signed('HT-S21-B');
    expect((await receipt(other, 'B-1', 'M1', 1_000)).status).toBe(200); // one transfer may pay two contracts
  });
});
