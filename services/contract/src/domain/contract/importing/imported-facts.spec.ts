import { refusalOf } from '@engsales/event-sourcing/testing';
import { DOCUMENT, MILESTONES } from '../contract.fixtures.js';
import { IMPORT } from '../contract.walk.js';
import { documentFromRecord } from '../drafting/document-records.js';
import type { PaymentMilestone } from '../milestones/milestones.state.js';
import type { Receipt } from '../money/money.state.js';
import type { ImportContract, ImportedReceipt } from './importing.commands.js';
import {
  refuseOverpaid,
  refuseSignatureToCome,
  refuseWrongAllocation,
  refuseWrongFacts,
  refuseWrongMoney,
} from './imported-facts.js';

const TODAY = '2025-03-10';
const document = documentFromRecord(DOCUMENT);
const [RECEIPT] = IMPORT.receipts as readonly [ImportedReceipt];
const facts = (changes: Partial<Omit<ImportContract['data'], 'contractId'>>) =>
  refusalOf(() => refuseWrongFacts({ contractId: 'c', ...IMPORT, ...changes }, document, TODAY));
const accepted = { code: 'accepted' };

describe('the signature of an import (C-79)', () => {
  it.each([
    ['yesterday', '2025-03-09', 'accepted'],
    ['today', '2025-03-10', 'accepted'],
    ['tomorrow', '2025-03-11', 'SIGNING_DATE_INVALID'],
  ])('of %s is %s: %s', (_title, signedOn, code) =>
    expect(refusalOf(() => refuseSignatureToCome(signedOn, TODAY)).code).toBe(code),
  );
});

describe('the days of an import (C-80)', () => {
  it.each(['2024-06-03', '2025-03-10'])('may be %s, the first and the last that are possible', (on) => {
    expect(facts({ triggered: [{ milestoneId: 'M2', on }] })).toEqual(accepted);
    expect(facts({ installed: [{ lineId: 'L1', on }], accepted: [{ lineId: 'L1', on }] })).toEqual(accepted);
  });
  it.each([
    [
      '2024-06-02',
      { code: 'DATE_BEFORE_SIGNING', field: 'on', on: '2024-06-02', earliest: '2024-06-03', lineId: 'L1' },
    ],
    ['2025-03-11', { code: 'DATE_IN_FUTURE', on: '2025-03-11', today: '2025-03-10' }],
  ])('may not be %s', (on, refusal) => expect(facts({ installed: [{ lineId: 'L1', on }] })).toEqual(refusal));
});

describe('the facts of an import', () => {
  const twice = { code: 'VALIDATION_FAILED' };
  const day = (lineId: string) => ({ lineId, on: '2025-01-01' });
  it.each<[string, Parameters<typeof facts>[0], string]>([
    [
      'a milestone',
      {
        triggered: [
          { milestoneId: 'M2', on: '2025-01-01' },
          { milestoneId: 'M2', on: TODAY },
        ],
      },
      '/triggered',
    ],
    [
      'a line that was delivered',
      {
        delivered: [
          { lineId: 'L1', qty: '1' },
          { lineId: 'L1', qty: '1' },
        ],
      },
      '/delivered',
    ],
    ['a line that was installed', { installed: [day('L1'), day('L1')] }, '/installed'],
    ['a line that was accepted', { accepted: [day('L4'), day('L2'), day('L4')] }, '/accepted'],
  ])('name %s once (C-80)', (_title, changes, pointer) => expect(facts(changes)).toEqual({ ...twice, pointer }));

  it('name the same line under shipped and delivered (C-81)', () =>
    expect(facts({ shipped: [{ lineId: 'L1', qty: '2' }], delivered: [{ lineId: 'L1', qty: '2' }] })).toEqual(
      accepted,
    ));
  it('ship the whole of a line, and not a millionth more (C-81)', () => {
    expect(facts({ shipped: [{ lineId: 'L3', qty: '620.000000' }] })).toEqual(accepted);
    expect(facts({ delivered: [{ lineId: 'L3', qty: '620.000001' }] })).toEqual({
      code: 'OVER_SHIPMENT',
      lineId: 'L3',
      qty: '620.000001',
      sold: '620',
    });
  });
  it.each<[string, Parameters<typeof facts>[0]]>([
    ['installed', { installed: [day('L9')] }],
    ['accepted', { accepted: [day('L9')] }],
    ['delivered', { delivered: [{ lineId: 'L9', qty: '0' }] }],
  ])('name only lines of the contract as %s (C-81)', (_title, changes) =>
    expect(facts(changes)).toEqual({ code: 'LINE_UNKNOWN', unknown: ['L9'] }),
  );
  it.each(['produced', 'shipped', 'delivered'] as const)('name no service as %s (C-81)', (fact) =>
    expect(facts({ [fact]: [{ lineId: 'L4', qty: '1' }] })).toEqual({ code: 'LINE_UNKNOWN', unknown: ['L4'] }),
  );
  it('allocate only to milestones of the contract', () =>
    expect(facts({ receipts: [{ ...RECEIPT, allocations: [{ milestoneId: 'M9', amountFen: 1 }] }] })).toEqual({
      code: 'NOT_FOUND',
      milestoneId: 'M9',
    }));
});

describe('the money of an import (C-79)', () => {
  const allocated = (amountFen: number, ...fen: number[]) =>
    refusalOf(() =>
      refuseWrongAllocation(
        { ...RECEIPT, amountFen, allocations: fen.map((part) => ({ milestoneId: 'M1', amountFen: part })) },
        TODAY,
      ),
    );
  const receipt = (bankRef: string, amountFen: number): Receipt => ({
    ...RECEIPT,
    bankRef,
    amountFen,
    cleared: true,
    status: 'RECORDED',
    allocations: [],
    recordedBy: 'sun-li',
    recordedOn: TODAY,
  });
  const money = (...receipts: Receipt[]) => refusalOf(() => refuseWrongMoney(receipts, 100, 0));

  it('is allocated up to the last fen of its receipt', () => {
    expect(allocated(100, 60, 40)).toEqual(accepted);
    expect(allocated(100, 60, 41)).toEqual({
      code: 'ALLOCATION_EXCEEDS_RECEIPT',
      bankRef: 'B-1',
      givenFen: 101,
      availableFen: 100,
    });
  });
  it('is not of a day to come', () =>
    expect(refusalOf(() => refuseWrongAllocation({ ...RECEIPT, receivedOn: '2025-03-11' }, TODAY)).code).toBe(
      'DATE_IN_FUTURE',
    ));
  it('may come before the signature: advance payments do', () =>
    expect(refusalOf(() => refuseWrongAllocation({ ...RECEIPT, receivedOn: '2024-01-01' }, TODAY))).toEqual(accepted));
  it('is at most the total of the contract', () => {
    expect(money(receipt('A', 60), receipt('B', 40))).toEqual(accepted);
    expect(money(receipt('A', 60), receipt('B', 41))).toEqual({
      code: 'RECEIPT_EXCEEDS_CONTRACT',
      totalFen: 100,
      receivedFen: 101,
      excessFen: 1,
    });
  });
  it('is of each transfer once, however it is written; the second is named (C-43)', () =>
    expect(money(receipt('ICBC 1', 1), receipt('X', 1), receipt('ｉｃｂｃ1', 1))).toEqual({
      code: 'DUPLICATE_RECEIPT',
      bankRef: 'ｉｃｂｃ1',
    }));
  it('pays a milestone up to its amount', () => {
    const [M1] = MILESTONES as unknown as [PaymentMilestone];
    const paid = (paidFen: number) => refusalOf(() => refuseOverpaid([{ ...M1, paidFen }]));
    expect(paid(210_000_000)).toEqual(accepted);
    expect(paid(210_000_001)).toEqual({
      code: 'ALLOCATION_EXCEEDS_MILESTONE',
      milestoneId: 'M1',
      givenFen: 210_000_001,
      outstandingFen: 210_000_000,
    });
  });
});
