import { refusalOf } from '@engsales/event-sourcing/testing';
import { aDocument, CONTRACT_ID } from '../contract.fixtures.js';
import { ContractWalk, signedWalk } from '../contract.walk.js';
import { MarkMilestoneOverdue, WaiveMilestone } from '../milestones/milestones.commands.js';
import { AllocateReceipt, MatureReceipt, RecordReceipt, RecordRefund, ReverseReceipt } from './money.commands.js';

const gate = (walk: ContractWalk) => walk.now.gates.RELEASE_PRODUCTION.state;

describe('a receipt', () => {
  it('pays a milestone in two parts; the second opens the gate (C-45, C-58)', () => {
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
  it('may come before anything is due (C-45)', () => {
    const walk = signedWalk().receipt(140_000_000, 'M3');
    expect(walk.milestone('M3')).toMatchObject({ status: 'PAID', paidFen: 140_000_000 });
  });
  it('is kept without a milestone and allocated later, over several (C-46)', () => {
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
  it('is booked once: the same bank reference is refused, however it is spelt (C-43)', () => {
    const walk = signedWalk().receipt(1_000, 'M1', { bankRef: 'ICBC 0007' });
    expect(refusalOf(() => walk.receipt(1_000, 'M1', { bankRef: 'icbc0007' }))).toMatchObject({
      code: 'DUPLICATE_RECEIPT',
    });
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '录入错误' });
    expect(walk.receipt(2_000, 'M1', { bankRef: 'ICBC 0007' }).milestone('M1')?.paidFen).toBe(2_000);
  });
  it.each<[string, (walk: ContractWalk) => unknown, object]>([
    [
      'more than its milestone needs (C-45)',
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
      'more than was received (C-45)',
      (walk) => walk.receipt(5, undefined, { allocations: [{ milestoneId: 'M1', amountFen: 6 }] }),
      { code: 'ALLOCATION_EXCEEDS_RECEIPT', availableFen: 5 },
    ],
    [
      'more than the contract (C-46)',
      (walk) => walk.receipt(700_000_001),
      { code: 'RECEIPT_EXCEEDS_CONTRACT', totalFen: 700_000_000, excessFen: 1 },
    ],
    ['a day to come (C-44)', (walk) => walk.receipt(1, 'M1', { receivedOn: '2025-03-11' }), { code: 'DATE_IN_FUTURE' }],
    [
      'another rest than it says (C-46)',
      (walk) => walk.receipt(5, 'M1', { unallocatedFen: 1 }),
      { code: 'VALIDATION_FAILED', unallocatedFen: 0 },
    ],
    [
      'a commercial bill without maturity (C-47)',
      (walk) => walk.receipt(5, 'M1', { instrument: 'COMMERCIAL_ACCEPTANCE' }),
      { code: 'VALIDATION_FAILED', pointer: '/maturesOn' },
    ],
  ])('is refused for %s', (_title, act, expected) =>
    expect(refusalOf(() => act(signedWalk()))).toMatchObject(expected),
  );
  it('beyond the contract is kept when that is said (C-46)', () => {
    const walk = signedWalk().receipt(700_000_005, undefined, { unallocatedFen: 700_000_005 });
    expect(walk.last[0]?.data).toMatchObject({ unallocatedFen: 700_000_005 });
  });
});

describe('a commercial acceptance bill', () => {
  const withBill = () =>
    signedWalk().receipt(210_000_000, 'M1', { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' });
  it('pays the milestone but opens the gate only at maturity (C-47)', () => {
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
  it('that is not honoured is reversed, and its maturity then means nothing (C-47, C-48)', () => {
    const walk = withBill();
    const receiptId = walk.lastReceiptId;
    walk.do(ReverseReceipt, { receiptId, reason: '拒付' });
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', paidFen: 0, unclearedFen: 0 });
    expect(walk.on('2025-09-10').do(MatureReceipt, { receiptId }).types).toEqual([]);
  });
});

describe('a reversal', () => {
  it('closes the gate again, and only once (C-48, C-59)', () => {
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
  it('is not possible for money that has gone back (C-48)', () => {
    const walk = signedWalk().receipt(1_000);
    walk.do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'R-1' });
    const { lastReceiptId: receiptId } = walk;
    expect(refusalOf(() => walk.do(ReverseReceipt, { receiptId, reason: 'x' }))).toMatchObject({
      code: 'RECEIPT_ALREADY_REFUNDED',
      missingFen: 400,
    });
  });
  it('does not give back what was waived beside it (C-42)', () => {
    const walk = signedWalk().receipt(210_000_000 - 500, 'M1');
    walk.do(WaiveMilestone, { milestoneId: 'M1', reason: '尾差' }, 'wang');
    expect([walk.milestone('M1')?.status, gate(walk)]).toEqual(['WAIVED', 'OPEN']);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', paidFen: 0, waivedFen: 500 });
    expect(walk.last[0]?.data).toMatchObject({ contractOutstandingFen: 700_000_000 - 500 });
  });
});

describe('a refund', () => {
  it('takes unallocated money first, then the newest allocation, and closes the gate (C-50)', () => {
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
  it('takes from the milestones that it names (C-50)', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1').receipt(50_000_000, 'M2');
    const allocations = [{ milestoneId: 'M1', amountFen: 10_000_000 }];
    walk.do(RecordRefund, { amountFen: 10_000_000, on: '2025-03-10', bankRef: 'R-1', allocations });
    expect([walk.milestone('M1')?.paidFen, walk.milestone('M2')?.paidFen]).toEqual([200_000_000, 50_000_000]);
  });
  it.each([
    ['more than the customer has paid (C-49)', { amountFen: 1_001 }, 'REFUND_EXCEEDS_RECEIPTS'],
    [
      'more than the named milestone has (C-49)',
      { amountFen: 1_000, allocations: [{ milestoneId: 'M2', amountFen: 1 }] },
      'REFUND_EXCEEDS_RECEIPTS',
    ],
    ['a day to come (C-44)', { amountFen: 1, on: '2025-03-11' }, 'DATE_IN_FUTURE'],
    ['the same transfer (C-49)', { amountFen: 1, bankRef: 'r 1' }, 'DUPLICATE_REFUND'],
  ])('is refused for %s', (_title, changes, code) => {
    const walk = signedWalk().receipt(1_001, 'M1');
    walk.do(RecordRefund, { amountFen: 1, on: '2025-03-10', bankRef: 'R1' });
    expect(refusalOf(() => walk.do(RecordRefund, { on: '2025-03-10', bankRef: 'R-2', ...changes })).code).toBe(code);
  });
});

describe('money is recorded', () => {
  const M1 = { milestoneId: 'M1', amountFen: 210_000_000 };
  const gateOf = (state: 'OPEN' | 'CLOSED', reason: string) => ({
    contractId: CONTRACT_ID,
    contractVersion: 1,
    orderLineIds: ['L1', 'L2', 'L3'],
    gate: 'RELEASE_PRODUCTION' as const,
    gates: { RELEASE_PRODUCTION: { state }, DISPATCH: { state: 'CLOSED' as const } },
    milestoneIds: ['M1'],
    reason,
  });
  const standing = (status: 'PAID' | 'DUE' | 'PART_PAID', paidFen: number, unclearedFen = 0) => [
    { milestoneId: 'M1', status, paidFen, unclearedFen, dueOn: '2025-03-17' },
  ];
  const totals = (contractReceivedFen: number, contractOutstandingFen: number, unallocatedFen = 0) => ({
    contractReceivedFen,
    refundedFen: 0,
    contractOutstandingFen,
    unallocatedFen,
  });

  it('a receipt, the milestone that it pays and the gate that it opens (C-51, C-52, C-59)', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1', { payer: { personRef: 'p-9' } });
    const receiptId = walk.lastId;
    walk.recorded(
      {
        type: 'ReceiptRecorded',
        data: {
          contractId: CONTRACT_ID,
          receiptId,
          bankRef: 'B-1',
          amountFen: 210_000_000,
          receivedOn: '2025-03-10',
          payer: { personRef: 'p-9' },
          instrument: 'TRANSFER',
          cleared: true,
          status: 'RECORDED',
          allocations: [M1],
          recordedBy: 'sun-li',
          recordedOn: '2025-03-10',
          milestones: standing('PAID', 210_000_000),
          allocationsOf: [{ receiptId, allocations: [M1] }],
          ...totals(210_000_000, 490_000_000),
          payment: 'PART',
        },
      },
      {
        type: 'PaymentMilestonePaid',
        data: {
          contractId: CONTRACT_ID,
          milestoneId: 'M1',
          kind: 'ADVANCE',
          amountFen: 210_000_000,
          paidFen: 210_000_000,
          gate: 'RELEASE_PRODUCTION',
          payment: 'PART',
          status: 'PAID',
          dueOn: '2025-03-17',
        },
      },
      { type: 'PaymentGateOpened', data: { ...gateOf('OPEN', 'ReceiptRecorded') } },
    );
    walk.do(ReverseReceipt, { receiptId, reason: '退票' }).recorded(
      {
        type: 'ReceiptReversed',
        data: {
          contractId: CONTRACT_ID,
          receiptId,
          bankRef: 'B-1',
          amountFen: 210_000_000,
          receivedOn: '2025-03-10',
          reason: '退票',
          reversedOn: '2025-03-10',
          allocations: [M1],
          milestones: standing('DUE', 0),
          allocationsOf: [],
          ...totals(0, 700_000_000),
          payment: 'DUE',
        },
      },
      { type: 'PaymentGateClosed', data: { ...gateOf('CLOSED', 'ReceiptReversed') } },
    );
  });
  it('an allocation of what was on account (C-46)', () => {
    const walk = signedWalk().receipt(100_000_000);
    const receiptId = walk.lastId;
    const part = [{ milestoneId: 'M1', amountFen: 60_000_000 }];
    walk.do(AllocateReceipt, { receiptId, allocations: part }).recorded({
      type: 'ReceiptAllocated',
      data: {
        contractId: CONTRACT_ID,
        receiptId,
        allocations: part,
        allocatedOn: '2025-03-10',
        milestones: standing('PART_PAID', 60_000_000),
        allocationsOf: [{ receiptId, allocations: part }],
        ...totals(100_000_000, 640_000_000, 40_000_000),
        payment: 'PART',
      },
    });
  });
  it('the maturity of a bill (C-47)', () => {
    const bill = { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' } as const;
    const walk = signedWalk().receipt(210_000_000, 'M1', bill);
    const receiptId = walk.lastId;
    walk.on('2025-09-10').do(MatureReceipt, { receiptId });
    walk.recorded(
      {
        type: 'ReceiptMatured',
        data: {
          contractId: CONTRACT_ID,
          receiptId,
          maturedOn: '2025-09-10',
          milestones: standing('PAID', 210_000_000),
          allocationsOf: [],
          ...totals(210_000_000, 490_000_000),
          payment: 'PART',
        },
      },
      { type: 'PaymentGateOpened', data: { ...gateOf('OPEN', 'ReceiptMatured') } },
    );
  });
  it('a refund (C-49)', () => {
    const walk = signedWalk().receipt(100_000_000);
    walk.do(RecordRefund, { amountFen: 30_000_000, on: '2025-03-10', bankRef: 'R-1' }).recorded({
      type: 'RefundRecorded',
      data: {
        contractId: CONTRACT_ID,
        refundId: walk.lastId,
        amountFen: 30_000_000,
        refundedOn: '2025-03-10',
        bankRef: 'R-1',
        milestones: [],
        allocationsOf: [],
        contractReceivedFen: 70_000_000,
        refundedFen: 30_000_000,
        contractOutstandingFen: 700_000_000,
        unallocatedFen: 70_000_000,
        payment: 'DUE',
      },
    });
  });
  it('takes no more than the total of the contract by the order of booking (C-46)', () => {
    const walk = signedWalk().receipt(500_000_000);
    expect(walk.refused(RecordReceipt, receiptOf(210_000_000, 'M1'))).toEqual({
      code: 'RECEIPT_EXCEEDS_CONTRACT',
      totalFen: 700_000_000,
      receivedFen: 710_000_000,
      excessFen: 10_000_000,
    });
    walk.receipt(210_000_000, undefined, { unallocatedFen: 210_000_000 });
  });
  const receiptOf = (amountFen: number, milestoneId: string) => ({
    amountFen,
    receivedOn: '2025-03-10',
    bankRef: 'B-9',
    instrument: 'TRANSFER' as const,
    allocations: [{ milestoneId, amountFen }],
  });
});

describe('the payment axis (C-52)', () => {
  it.each<[string, (walk: ContractWalk) => ContractWalk, string]>([
    ['what is due after the signature', (walk) => walk, 'DUE'],
    ['part of the money', (walk) => walk.receipt(1, 'M3'), 'PART'],
    ['an overdue milestone, whatever is paid', (walk) => overdue(walk.receipt(1, 'M3')), 'OVERDUE'],
    ['all of the money', (walk) => payAll(walk), 'PAID'],
  ])('says %s', (_title, lead, axis) => expect(lead(signedWalk()).now.payment).toBe(axis));
  it('says that nothing is due where nothing waits for the signature', () => {
    const paymentMilestones = aDocument().paymentMilestones.map((m) => ({ ...m, trigger: 'DELIVERED' as const }));
    expect(signedWalk({ paymentMilestones }).now.payment).toBe('NOT_DUE');
  });
  const overdue = (walk: ContractWalk) => walk.on('2025-03-18').do(MarkMilestoneOverdue, {});
  const payAll = (walk: ContractWalk) =>
    walk.now.milestones.reduce((paid, { id, amountFen }) => paid.receipt(amountFen, id), walk);
});
