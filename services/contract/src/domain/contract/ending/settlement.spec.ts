import { CONTRACT_ID } from '../contract.fixtures.js';
import { executedWalk, settledWalk, TERMINATION, type ContractWalk } from '../contract.walk.js';
import { MarkMilestoneDue, MarkMilestoneOverdue, WaiveMilestone } from '../milestones/milestones.commands.js';
import { refundDueFen } from '../money/account.js';
import { RecordInvoice, RecordReceipt, RecordRefund, ReverseReceipt, ReverseRefund } from '../money/money.commands.js';
import { RecordOrderEnd, SettleTermination, TerminateContract, VoidContract } from './ending.commands.js';

/** M1 paid, M2 due and unpaid, terminated, every order ended. */
function terminated(): ContractWalk {
  const walk = executedWalk().receipt(210_000_000, 'M1');
  walk.do(MarkMilestoneDue, { trigger: 'GOODS_READY', ref: 'r', on: '2025-03-10' }).do(TerminateContract, TERMINATION);
  for (const lineId of ['L1', 'L2', 'L3']) walk.do(RecordOrderEnd, { lineId, outcome: 'CANCELLED', sunkCostFen: 0 });
  return walk;
}
const statuses = (walk: ContractWalk) => walk.now.milestones.map(({ id, status }) => `${id} ${status}`);

describe('the settlement of a terminated contract (C-98)', () => {
  it('cancels what is open, and what is still to pay is due in its place (CW11)', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 260_000_000, docRef: 'JS-1' });
    expect(walk.types).toEqual(['ContractSettled', 'PaymentMilestoneDue']);
    expect(walk.last[0]?.data).toMatchObject({
      balanceFen: 50_000_000,
      cancelledMilestoneIds: ['M2'],
      refundDueFen: 0,
      contractOutstandingFen: 50_000_000,
      payment: 'PART',
      settlementMilestone: { id: 'SETTLEMENT', kind: 'PROGRESS', trigger: 'DATE', amountFen: 50_000_000, netDays: 7 },
    });
    expect(walk.last[1]?.data).toMatchObject({ milestoneId: 'SETTLEMENT', status: 'DUE', dueOn: '2025-03-17' });
    expect(statuses(walk)).toEqual([
      'M1 PAID',
      'M2 CANCELLED',
      'M3 CANCELLED',
      'M4 CANCELLED',
      'M5 CANCELLED',
      'SETTLEMENT DUE',
    ]);
    walk.on('2025-03-18').do(MarkMilestoneOverdue, {});
    expect(walk.last[0]?.data).toMatchObject({ milestoneId: 'SETTLEMENT', outstandingFen: 50_000_000 });
    walk.receipt(50_000_000, 'SETTLEMENT');
    expect([walk.now.payment, walk.milestone('SETTLEMENT')?.status]).toEqual(['PAID', 'PAID']);
  });
  it('says what we have to give back (CW11)', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 200_000_000 });
    expect(walk.types).toEqual(['ContractSettled']);
    expect(refundDueFen(walk.now)).toBe(10_000_000);
    walk.do(RecordRefund, { amountFen: 10_000_000, on: '2025-03-10', bankRef: 'OUT-1' });
    expect([refundDueFen(walk.now), walk.now.payment]).toEqual([0, 'PAID']);
  });
  it('of exactly what was received leaves nothing open', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 210_000_000 });
    expect([walk.types, refundDueFen(walk.now), walk.now.payment]).toEqual([['ContractSettled'], 0, 'PAID']);
  });
  it('gives the customer the days that were agreed', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 210_000_001, netDays: 30 });
    expect(walk.milestone('SETTLEMENT')?.dueOn).toBe('2025-04-09');
  });
  it('keeps what was paid on a milestone that it cancels, and counts it', () => {
    const walk = executedWalk().receipt(100_000, 'M1').do(TerminateContract, TERMINATION);
    for (const lineId of ['L1', 'L2', 'L3']) walk.do(RecordOrderEnd, { lineId, outcome: 'CANCELLED', sunkCostFen: 0 });
    walk.do(SettleTermination, { finalFen: 100_000 });
    expect(walk.milestone('M1')).toMatchObject({ status: 'CANCELLED', paidFen: 100_000 });
    expect(walk.on('2025-12-31').do(MarkMilestoneOverdue, {}).types).toEqual([]);
  });
  it('gives back what comes although it was waived', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 260_000_000 });
    walk.do(WaiveMilestone, { milestoneId: 'SETTLEMENT', reason: '让利' });
    walk.do(RecordRefund, { amountFen: 5_000_000, on: '2025-03-10', bankRef: 'OUT-1' });
    walk.receipt(55_000_000, undefined, { unallocatedFen: 55_000_000 });
    expect(refundDueFen(walk.now)).toBe(50_000_000);
  });
  it('is what the contract is worth from then on: more is refused, or kept on account', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 210_000_000 });
    const receipt = { amountFen: 1, receivedOn: '2025-03-10', bankRef: 'B-9', instrument: 'TRANSFER' } as const;
    expect(walk.refused(RecordReceipt, receipt)).toMatchObject({ code: 'RECEIPT_EXCEEDS_CONTRACT', excessFen: 1 });
    walk.do(RecordReceipt, { ...receipt, unallocatedFen: 1 });
    const invoice = { invoiceNo: 'F', kind: 'VAT_SPECIAL', amountFen: 210_000_001, taxFen: 0 } as const;
    expect(walk.refused(RecordInvoice, invoice)).toMatchObject({ code: 'INVOICE_EXCEEDS_CONTRACT' });
  });
});

describe('what is still to pay after a settlement (C-98)', () => {
  const settlement = (walk: ContractWalk) => {
    const { amountFen, status, paidFen } = walk.milestone('SETTLEMENT') ?? {};
    return { amountFen, status, paidFen };
  };
  it('grows when money that had come before it is taken back, also where nothing was left to pay', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 210_000_000 }).on('2025-03-20');
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' }, 'gao-jie');
    expect(walk.types).toEqual([
      'ReceiptReversed',
      'SettlementBalanceChanged',
      'PaymentMilestoneDue',
      'PaymentGateClosed',
    ]);
    expect(walk.last[0]?.data).toMatchObject({ contractOutstandingFen: 210_000_000 });
    expect(settlement(walk)).toEqual({ amountFen: 210_000_000, status: 'DUE', paidFen: 0 });
    expect(walk.milestone('SETTLEMENT')?.dueOn).toBe('2025-03-27');
  });
  it('is told as it is then', () => {
    const walk = settledWalk();
    walk.receipt(400, undefined, { unallocatedFen: 400 });
    const [receipt, , due] = walk.last;
    walk.recorded(
      receipt!,
      {
        type: 'SettlementBalanceChanged',
        data: {
          contractId: CONTRACT_ID,
          settlementMilestone: {
            id: 'SETTLEMENT',
            kind: 'PROGRESS',
            amountFen: 600,
            trigger: 'DATE',
            date: '2025-03-10',
            netDays: 7,
            gate: 'NONE',
            status: 'DUE',
            paidFen: 0,
            unclearedFen: 0,
            waivedFen: 0,
            triggersOn: '2025-03-10',
            triggeredOn: '2025-03-10',
            dueOn: '2025-03-17',
            triggeredBy: 'CALENDAR',
          },
          contractOutstandingFen: 600,
          payment: 'DUE',
        },
      },
      due!,
    );
    expect(due).toMatchObject({ type: 'PaymentMilestoneDue', data: { milestoneId: 'SETTLEMENT', amountFen: 600 } });
  });
  it('follows a refund and its way back, and money that is allocated to nothing', () => {
    const walk = terminated().do(SettleTermination, { finalFen: 260_000_000 });
    walk.do(RecordRefund, { amountFen: 10_000_000, on: '2025-03-10', bankRef: 'OUT-1' });
    const refundId = walk.lastId;
    expect(walk.last[0]?.data).toMatchObject({ contractOutstandingFen: 60_000_000 });
    expect(walk.last[1]?.data).toMatchObject({ settlementMilestone: { amountFen: 60_000_000 } });
    walk.do(ReverseRefund, { refundId, reason: 'x' });
    expect(settlement(walk)).toEqual({ amountFen: 50_000_000, status: 'DUE', paidFen: 0 });
    walk.receipt(20_000_000, undefined, { unallocatedFen: 20_000_000 });
    expect(settlement(walk)).toEqual({ amountFen: 30_000_000, status: 'DUE', paidFen: 0 });
    walk.receipt(30_000_000, 'SETTLEMENT');
    expect([settlement(walk), walk.now.payment]).toEqual([
      { amountFen: 30_000_000, status: 'PAID', paidFen: 30_000_000 },
      'PAID',
    ]);
  });
});

describe('a void contract owes nothing (C-73)', () => {
  it('whatever was due or late, also after the refund that the void demands', () => {
    const walk = executedWalk().receipt(1_000, 'M1');
    walk.do(RecordRefund, { amountFen: 1_000, on: '2025-03-10', bankRef: 'OUT-1' });
    walk.on('2025-03-18').do(MarkMilestoneOverdue, {}).do(VoidContract, { reason: 'x', docRef: 'ZF-1' });
    expect(walk.last[0]?.data).toMatchObject({
      contractId: CONTRACT_ID,
      cancelledMilestoneIds: ['M1', 'M2', 'M3', 'M4', 'M5'],
      contractOutstandingFen: 0,
      payment: 'NOT_DUE',
    });
    expect(new Set(walk.now.milestones.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
    expect([walk.now.payment, walk.do(MarkMilestoneOverdue, {}).types]).toEqual(['NOT_DUE', []]);
  });
});
