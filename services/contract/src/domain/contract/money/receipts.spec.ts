import { refusalOf } from '@engsales/event-sourcing/testing';
import { AllocateReceipt, MatureReceipt, RecordRefund, ReverseReceipt, WaiveMilestone } from './money.commands.js';
import { signedWalk, type Walk } from '../../../test/walk.fixtures.js';

const gate = (walk: Walk) => walk.now.gates?.RELEASE_PRODUCTION.state;

describe('a receipt', () => {
  it('pays a milestone in two parts; the second opens the gate', () => {
    const walk = signedWalk().receipt(100_000_000, 'M1');
    expect([walk.types, walk.milestone('M1')?.status, gate(walk)]).toEqual([
      ['ReceiptRecorded'],
      'PART_PAID',
      'CLOSED',
    ]);
    walk.receipt(110_000_000, 'M1');
    expect(walk.types).toEqual(['ReceiptRecorded', 'PaymentMilestonePaid', 'PaymentGateOpened']);
    expect(walk.last[0]?.data).toMatchObject({
      contractReceivedFen: 210_000_000,
      contractOutstandingFen: 490_000_000,
      unallocatedFen: 0,
      payment: 'PART',
    });
    expect([walk.milestone('M1')?.status, gate(walk)]).toEqual(['PAID', 'OPEN']);
  });
  it('may come before anything is due', () => {
    const walk = signedWalk().receipt(140_000_000, 'M3');
    expect(walk.milestone('M3')).toMatchObject({ status: 'PAID', paidFen: 140_000_000 });
  });
  it('is kept without a milestone and allocated later, over several', () => {
    const walk = signedWalk().receipt(230_000_000);
    expect(walk.last[0]?.data).toMatchObject({ unallocatedFen: 230_000_000, contractOutstandingFen: 700_000_000 });
    const receiptId = walk.lastReceiptId;
    walk.do(AllocateReceipt, { receiptId, allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }] });
    walk.do(AllocateReceipt, { receiptId, allocations: [{ milestoneId: 'M2', amountFen: 20_000_000 }] });
    expect(walk.last[0]?.data).toMatchObject({ unallocatedFen: 0, contractOutstandingFen: 470_000_000 });
    expect(
      refusalOf(() => walk.do(AllocateReceipt, { receiptId, allocations: [{ milestoneId: 'M2', amountFen: 1 }] })),
    ).toEqual({
      code: 'ALLOCATION_EXCEEDS_RECEIPT',
      givenFen: 1,
      availableFen: 0,
    });
  });
  it('is booked once: the same bank reference is refused, however it is spelt', () => {
    const walk = signedWalk().receipt(1_000, 'M1', { bankRef: 'ICBC 0007' });
    expect(refusalOf(() => walk.receipt(1_000, 'M1', { bankRef: 'icbc0007' }))).toMatchObject({
      code: 'DUPLICATE_RECEIPT',
    });
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '录入错误' });
    expect(walk.receipt(2_000, 'M1', { bankRef: 'ICBC 0007' }).milestone('M1')?.paidFen).toBe(2_000);
  });
  it.each<[string, (walk: Walk) => unknown, object]>([
    [
      'more than its milestone needs',
      (walk) => walk.receipt(210_000_001, 'M1'),
      { code: 'ALLOCATION_EXCEEDS_MILESTONE', milestoneId: 'M1', outstandingFen: 210_000_000 },
    ],
    [
      'the same milestone twice, together too much',
      (walk) =>
        walk.receipt(400_000_000, undefined, {
          allocations: [
            { milestoneId: 'M1', amountFen: 200_000_000 },
            { milestoneId: 'M1', amountFen: 20_000_000 },
          ],
        }),
      { code: 'ALLOCATION_EXCEEDS_MILESTONE', givenFen: 220_000_000 },
    ],
    ['a milestone that is not there', (walk) => walk.receipt(1, 'M9'), { code: 'NOT_FOUND', milestoneId: 'M9' }],
    [
      'more than was received',
      (walk) => walk.receipt(5, undefined, { allocations: [{ milestoneId: 'M1', amountFen: 6 }] }),
      { code: 'ALLOCATION_EXCEEDS_RECEIPT', availableFen: 5 },
    ],
    [
      'more than the contract',
      (walk) => walk.receipt(700_000_001),
      { code: 'RECEIPT_EXCEEDS_CONTRACT', totalFen: 700_000_000, excessFen: 1 },
    ],
    ['a day to come', (walk) => walk.receipt(1, 'M1', { receivedOn: '2025-03-11' }), { code: 'DATE_IN_FUTURE' }],
    [
      'another rest than it says',
      (walk) => walk.receipt(5, 'M1', { unallocatedFen: 1 }),
      { code: 'VALIDATION_FAILED', unallocatedFen: 0 },
    ],
    [
      'a commercial bill without maturity',
      (walk) => walk.receipt(5, 'M1', { instrument: 'COMMERCIAL_ACCEPTANCE' }),
      { code: 'VALIDATION_FAILED', pointer: '/maturesOn' },
    ],
  ])('is refused for %s', (_title, act, expected) =>
    expect(refusalOf(() => act(signedWalk()))).toMatchObject(expected),
  );
  it('beyond the contract is kept when that is said', () => {
    const walk = signedWalk().receipt(700_000_005, undefined, { unallocatedFen: 700_000_005 });
    expect(walk.last[0]?.data).toMatchObject({ unallocatedFen: 700_000_005 });
  });
});

describe('a commercial acceptance bill', () => {
  const withBill = () =>
    signedWalk().receipt(210_000_000, 'M1', { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' });
  it('pays the milestone but opens the gate only at maturity', () => {
    const walk = withBill();
    expect([walk.milestone('M1')?.status, gate(walk)]).toEqual(['PAID', 'CLOSED']);
    const receiptId = walk.lastReceiptId;
    expect(walk.on('2025-09-09').do(MatureReceipt, { receiptId }).types).toEqual([]);
    expect(walk.on('2025-09-10').do(MatureReceipt, { receiptId }).types).toEqual([
      'ReceiptMatured',
      'PaymentGateOpened',
    ]);
    expect(walk.do(MatureReceipt, { receiptId }).types).toEqual([]);
  });
  it('that is not honoured is reversed, and its maturity then means nothing', () => {
    const walk = withBill();
    const receiptId = walk.lastReceiptId;
    walk.do(ReverseReceipt, { receiptId, reason: '拒付' });
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', paidFen: 0, unclearedFen: 0 });
    expect(walk.on('2025-09-10').do(MatureReceipt, { receiptId }).types).toEqual([]);
  });
});

describe('a reversal', () => {
  it('closes the gate again, and only once', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1');
    const receiptId = walk.lastReceiptId;
    expect(walk.do(ReverseReceipt, { receiptId, reason: '退票' }).types).toEqual([
      'ReceiptReversed',
      'PaymentGateClosed',
    ]);
    expect([walk.milestone('M1')?.status, gate(walk)]).toEqual(['DUE', 'CLOSED']);
    expect(refusalOf(() => walk.do(ReverseReceipt, { receiptId, reason: '退票' })).code).toBe('INVALID_TRANSITION');
    expect(refusalOf(() => walk.do(ReverseReceipt, { receiptId: 'r-9', reason: 'x' })).code).toBe('NOT_FOUND');
  });
  it('is not possible for money that has gone back', () => {
    const walk = signedWalk().receipt(1_000);
    walk.do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'R-1' });
    const { lastReceiptId: receiptId } = walk;
    expect(refusalOf(() => walk.do(ReverseReceipt, { receiptId, reason: 'x' }))).toMatchObject({
      code: 'RECEIPT_ALREADY_REFUNDED',
      missingFen: 400,
    });
  });
  it('does not give back what was waived beside it', () => {
    const walk = signedWalk().receipt(210_000_000 - 500, 'M1');
    walk.do(WaiveMilestone, { milestoneId: 'M1', reason: '尾差' }, 'wang');
    expect([walk.milestone('M1')?.status, gate(walk)]).toEqual(['WAIVED', 'OPEN']);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', paidFen: 0, waivedFen: 500 });
    expect(walk.last[0]?.data).toMatchObject({ contractOutstandingFen: 700_000_000 - 500 });
  });
});

describe('a refund', () => {
  it('takes unallocated money first, then the newest allocation, and closes the gate', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1').receipt(50_000_000, 'M2').receipt(7, undefined);
    walk.do(RecordRefund, { amountFen: 60_000_007, on: '2025-03-10', bankRef: 'R-1' });
    expect(walk.types).toEqual(['RefundRecorded', 'PaymentGateClosed']);
    expect([walk.milestone('M1')?.paidFen, walk.milestone('M2')?.paidFen]).toEqual([200_000_000, 0]);
    expect(walk.last[0]?.data).toMatchObject({
      contractReceivedFen: 200_000_000,
      refundedFen: 60_000_007,
      unallocatedFen: 0,
    });
  });
  it('takes from the milestones that it names', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1').receipt(50_000_000, 'M2');
    const allocations = [{ milestoneId: 'M1', amountFen: 10_000_000 }];
    walk.do(RecordRefund, { amountFen: 10_000_000, on: '2025-03-10', bankRef: 'R-1', allocations });
    expect([walk.milestone('M1')?.paidFen, walk.milestone('M2')?.paidFen]).toEqual([200_000_000, 50_000_000]);
  });
  it.each([
    ['more than the customer has paid', { amountFen: 1_001 }, 'REFUND_EXCEEDS_RECEIPTS'],
    [
      'more than the named milestone has',
      { amountFen: 1_000, allocations: [{ milestoneId: 'M2', amountFen: 1 }] },
      'REFUND_EXCEEDS_RECEIPTS',
    ],
    ['a day to come', { amountFen: 1, on: '2025-03-11' }, 'DATE_IN_FUTURE'],
    ['the same transfer', { amountFen: 1, bankRef: 'r 1' }, 'DUPLICATE_REFUND'],
  ])('is refused for %s', (_title, changes, code) => {
    const walk = signedWalk().receipt(1_001, 'M1');
    walk.do(RecordRefund, { amountFen: 1, on: '2025-03-10', bankRef: 'R1' });
    expect(refusalOf(() => walk.do(RecordRefund, { on: '2025-03-10', bankRef: 'R-2', ...changes })).code).toBe(code);
  });
});
