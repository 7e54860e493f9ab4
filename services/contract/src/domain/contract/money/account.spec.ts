import { MILESTONES } from '../contract.fixtures.js';
import { outstandingFen, paymentAxis, type PaymentMilestone } from '../milestones/milestones.state.js';
import {
  accountAfter,
  allocatedFen,
  bookingRecord,
  netReceivedFen,
  takeBack,
  unallocatedFen,
  type Account,
} from './account.js';
import { isCleared } from './booking.js';
import type { Allocation, Receipt, Refund } from './money.state.js';
import { refusalOf } from '@engsales/event-sourcing/testing';

const planned = MILESTONES[0] as unknown as PaymentMilestone;
const milestone = (id: string, amountFen: number, changes: Partial<PaymentMilestone> = {}): PaymentMilestone => ({
  ...planned,
  id,
  amountFen,
  ...changes,
});
const to = (milestoneId: string, amountFen: number): Allocation => ({ milestoneId, amountFen });
const receipt = (receiptId: string, amountFen: number, ...allocations: Allocation[]): Receipt => ({
  receiptId,
  bankRef: `B-${receiptId}`,
  amountFen,
  receivedOn: '2025-03-10',
  instrument: 'TRANSFER',
  cleared: true,
  status: 'RECORDED',
  allocations,
  recordedBy: 'gao-jie',
  recordedOn: '2025-03-10',
});
const reversed = (one: Receipt): Receipt => ({ ...one, status: 'REVERSED' });
const refund = (amountFen: number): Refund => ({
  refundId: 'f',
  status: 'RECORDED',
  amountFen,
  refundedOn: '2025-03-10',
  bankRef: 'R-1',
});
const account = (parts: Partial<Account>): Account => ({ receipts: [], refunds: [], milestones: [], ...parts });

describe('the money of a contract', () => {
  it('is what stands, less what went back (C-46)', () =>
    expect(netReceivedFen({ receipts: [receipt('a', 100), reversed(receipt('b', 50))], refunds: [refund(30)] })).toBe(
      70,
    ));
  it('is on account as far as it is not allocated (C-51)', () =>
    expect(unallocatedFen(account({ receipts: [receipt('a', 100, to('M1', 60)), receipt('b', 1)] }))).toBe(41));
  it('is not allocated by a reversed receipt, whatever it was for (C-48)', () =>
    expect(allocatedFen([reversed(receipt('a', 100, to('M1', 100))), receipt('b', 7, to('M1', 7))])).toBe(7));
  it('is exact up to 2^53-1 fen (C-07)', () =>
    expect(netReceivedFen({ receipts: [receipt('a', 9_007_199_254_740_990), receipt('b', 1)], refunds: [] })).toBe(
      9_007_199_254_740_991,
    ));
  it('is never rounded beyond (C-07)', () =>
    expect(() =>
      netReceivedFen({ receipts: [receipt('a', 9_007_199_254_740_991), receipt('b', 1)], refunds: [] }),
    ).toThrow(RangeError));
});

describe('money that is taken back', () => {
  const allocations = (receipts: readonly Receipt[]) => receipts.map((one) => one.allocations);

  it('leaves the newest receipt first, and of it the last allocation (C-50)', () => {
    const receipts = [receipt('a', 10, to('M1', 10)), receipt('b', 10, to('M2', 4), to('M3', 6))];
    expect(allocations(takeBack(receipts, 5))).toEqual([[to('M1', 10)], [to('M2', 4), to('M3', 1)]]);
    expect(allocations(takeBack(receipts, 6))).toEqual([[to('M1', 10)], [to('M2', 4)]]);
    expect(allocations(takeBack(receipts, 7))).toEqual([[to('M1', 10)], [to('M2', 3)]]);
    expect(allocations(takeBack(receipts, 11))).toEqual([[to('M1', 9)], []]);
    expect(allocations(takeBack(receipts, 20))).toEqual([[], []]);
  });
  it('leaves the named milestone only (C-50)', () => {
    const receipts = [receipt('a', 10, to('M1', 10)), receipt('b', 10, to('M1', 4), to('M2', 6))];
    expect(allocations(takeBack(receipts, 5, 'M1'))).toEqual([[to('M1', 9)], [to('M2', 6)]]);
  });
  it('never leaves a reversed receipt (C-48)', () => {
    const receipts = [receipt('a', 10, to('M1', 10)), reversed(receipt('b', 10, to('M1', 10)))];
    expect(allocations(takeBack(receipts, 10))).toEqual([[], [to('M1', 10)]]);
  });
  it('leaves a receipt that it does not need as it is, so that nothing is told of it', () => {
    const receipts = [receipt('a', 10, to('M1', 10)), receipt('b', 10, to('M2', 10))];
    expect(takeBack(receipts, 10)[0]).toBe(receipts[0]);
    expect(takeBack(receipts, 0)).toEqual(receipts);
  });
});

describe('an account after a booking', () => {
  const due = milestone('M1', 100, { status: 'DUE', dueOn: '2025-03-17' });
  const after = (before: PaymentMilestone, ...receipts: Receipt[]) =>
    accountAfter(account({ milestones: [before] }), { receipts }).milestones[0];

  it.each<[string, Partial<PaymentMilestone>, number, string]>([
    ['part of the money makes it part paid', {}, 99, 'PART_PAID'],
    ['all of the money makes it paid', {}, 100, 'PAID'],
    ['the rest beside a waiver makes it waived', { waivedFen: 40 }, 60, 'WAIVED'],
    ['part of the rest beside a waiver makes it part paid', { waivedFen: 40 }, 59, 'PART_PAID'],
    ['money before its trigger counts, too', { status: 'PLANNED', dueOn: undefined }, 1, 'PART_PAID'],
    [
      'a part of the money on what is overdue leaves it so',
      { status: 'OVERDUE', overdueSince: '2025-03-18' },
      1,
      'OVERDUE',
    ],
  ])('has its milestone as it must be: %s (C-45, C-52)', (_title, changes, fen, status) =>
    expect(after({ ...due, ...changes }, receipt('a', fen, to('M1', fen)))).toMatchObject({ paidFen: fen, status }),
  );
  it.each<[string, Partial<PaymentMilestone>, number, string]>([
    ['it is due again', {}, 0, 'DUE'],
    ['it is planned again where its trigger has not come', { dueOn: undefined }, 0, 'PLANNED'],
    ['it is part paid where some is left', {}, 1, 'PART_PAID'],
    ['it is overdue again where it was', { overdueSince: '2025-03-18' }, 0, 'OVERDUE'],
    ['it is overdue again where some is left, too', { overdueSince: '2025-03-18' }, 1, 'OVERDUE'],
  ])('has its milestone as it was when the money leaves: %s (C-41)', (_title, changes, fen, status) => {
    const paid = { ...due, status: 'PAID', paidFen: 100, ...changes } as const;
    expect(after(paid, receipt('a', 100, to('M1', fen)))).toMatchObject({ paidFen: fen, status });
  });
  it('has what rests on bills apart (C-47)', () => {
    const bill = { ...receipt('b', 30, to('M1', 30)), cleared: false };
    expect(after(due, receipt('a', 20, to('M1', 20)), bill)).toMatchObject({ paidFen: 50, unclearedFen: 30 });
  });
  it('leaves a milestone that did not move the very same', () => {
    const still = milestone('M2', 100);
    const { milestones } = accountAfter(account({ milestones: [due, still] }), {
      receipts: [receipt('a', 1, to('M1', 1))],
    });
    expect(milestones[1]).toBe(still);
  });
  it('takes allocations back that the money no longer covers (C-50)', () => {
    const before = account({ receipts: [receipt('a', 100, to('M1', 80))], milestones: [{ ...due, paidFen: 80 }] });
    const later = accountAfter(before, { refunds: [refund(30)] });
    expect(later.receipts[0]?.allocations).toEqual([to('M1', 70)]);
    expect(later.milestones[0]).toMatchObject({ paidFen: 70, status: 'PART_PAID' });
  });
  it('is told by what has moved, and by what it adds up to (C-51)', () => {
    const before = account({ milestones: [due, milestone('M2', 50)] });
    const receipts = [receipt('a', 100, to('M1', 80)), receipt('b', 5)];
    const later = accountAfter(before, { receipts, refunds: [refund(10)] });
    expect(bookingRecord(before, later)).toEqual({
      milestones: [{ milestoneId: 'M1', status: 'PART_PAID', paidFen: 80, unclearedFen: 0, dueOn: '2025-03-17' }],
      allocationsOf: [
        { receiptId: 'a', allocations: [to('M1', 80)] },
        { receiptId: 'b', allocations: [] },
      ],
      contractReceivedFen: 95,
      refundedFen: 10,
      contractOutstandingFen: 70,
      unallocatedFen: 15,
      payment: 'PART',
    });
    expect(bookingRecord(later, later)).toMatchObject({ milestones: [], allocationsOf: [] });
  });
});

describe('the payment axis (C-52)', () => {
  const axis = (...parts: Partial<PaymentMilestone>[]) =>
    paymentAxis(parts.map((changes, index) => milestone(`M${index}`, 100, changes)));

  it('is NOT_DUE before anything is due or paid', () => expect(axis({}, {})).toBe('NOT_DUE'));
  it('is DUE when anything is due', () => expect(axis({}, { status: 'DUE' })).toBe('DUE'));
  it('is PART when anything is paid, due or not', () => expect(axis({ paidFen: 1 }, { status: 'DUE' })).toBe('PART'));
  it('is PAID when nothing is outstanding: paid, waived or cancelled', () =>
    expect(axis({ paidFen: 100 }, { waivedFen: 100 }, { status: 'CANCELLED' })).toBe('PAID'));
  it('is OVERDUE when any milestone is, whatever else is paid', () =>
    expect(axis({ paidFen: 100 }, { status: 'OVERDUE' })).toBe('OVERDUE'));
  it('is PAID where there is nothing to pay', () => expect(axis()).toBe('PAID'));
});

describe('what is still to come on a milestone', () => {
  it.each<[string, Partial<PaymentMilestone>, number]>([
    ['all of it', {}, 100],
    ['what is neither paid nor waived', { paidFen: 60, waivedFen: 39 }, 1],
    ['nothing where it is cancelled (C-73)', { status: 'CANCELLED' }, 0],
    ['less than nothing where too much is paid, so that it can be refused', { paidFen: 101 }, -1],
  ])('is %s', (_title, changes, fen) => expect(outstandingFen(milestone('M1', 100, changes))).toBe(fen));
});

describe('money counts for a gate (C-47)', () => {
  it.each(['TRANSFER', 'BANK_ACCEPTANCE', 'OFFSET'] as const)('at once by %s, whatever its maturity', (instrument) => {
    expect(isCleared({ instrument }, '2025-03-10')).toBe(true);
    expect(isCleared({ instrument, maturesOn: '2099-01-01' }, '2025-03-10')).toBe(true);
  });
  it.each([
    ['2025-03-11', false],
    ['2025-03-10', true],
    ['2025-03-09', true],
  ])('by a commercial acceptance bill that matures on %s, on 10 March: %s', (maturesOn, cleared) =>
    expect(isCleared({ instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn }, '2025-03-10')).toBe(cleared),
  );
  it('never by such a bill without a maturity: it is refused', () =>
    expect(refusalOf(() => isCleared({ instrument: 'COMMERCIAL_ACCEPTANCE' }, '2025-03-10'))).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/maturesOn',
    }));
});
