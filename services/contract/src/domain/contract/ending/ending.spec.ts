import { CONTRACT_ID } from '../contract.fixtures.js';
import { executedWalk, signedWalk, TERMINATION } from '../contract.walk.js';
import {
  RecordOrderEnd,
  RecordOrderReopening,
  ResumeContract,
  SettleTermination,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from './ending.commands.js';
import { endingRules } from './ending.js';
import { possible } from '../contract.possible.fixtures.js';
import { SIGNED_STATES } from '../contract.values.js';
import { RecordGoodsMovement } from '../execution/execution.commands.js';
import {
  MarkMilestoneDue,
  RevokeWaiver,
  WaiveMilestone,
  WithdrawMilestoneDue,
} from '../milestones/milestones.commands.js';
import { RecordRefund } from '../money/money.commands.js';

const shipped = (qty: string) => ({
  sequence: Number(qty),
  lineId: 'L3',
  cumulativeShippedQty: qty,
  on: '2025-03-10',
  ref: 'SH-1',
});
const voided = { reason: '业主资金未落实', docRef: 'ZF-1' };

describe('a suspended contract (S25)', () => {
  it('waits, and goes back to where it was; only the dates that are named move (C-30, C-70, C-71)', () => {
    const walk = executedWalk().do(SuspendContract, { reason: '业主停工', since: '2025-03-10' });
    walk.recorded({
      type: 'ContractSuspended',
      data: {
        contractId: CONTRACT_ID,
        contractVersion: 2,
        orderLineIds: ['L1', 'L2', 'L3'],
        state: 'SUSPENDED',
        suspensionNo: 1,
        reason: '业主停工',
        since: '2025-03-10',
        from: 'IN_EXECUTION',
        suspendedBy: 'sun-li',
      },
    });
    const dateShifts = [{ lineId: 'L1', to: '2025-10-11', reason: '停工 40 天' }];
    walk.on('2025-04-19').do(ResumeContract, { resumedOn: '2025-04-19', dateShifts });
    walk.recorded({
      type: 'ContractResumed',
      data: {
        contractId: CONTRACT_ID,
        contractVersion: 3,
        orderLineIds: ['L1', 'L2', 'L3'],
        state: 'IN_EXECUTION',
        suspensionNo: 1,
        resumedOn: '2025-04-19',
        dateShifts: [{ lineId: 'L1', from: '2025-09-01', to: '2025-10-11', reason: '停工 40 天' }],
        resumedBy: 'sun-li',
      },
    });
    expect(walk.now.document.lines.map((line) => line.committedDate)).toEqual([
      '2025-10-11',
      '2025-09-15',
      '2025-09-01',
      '2025-11-30',
    ]);
    walk.do(SuspendContract, { reason: 'x', since: '2025-04-19' });
    expect(walk.last[0]?.data).toMatchObject({ suspensionNo: 2 });
    expect(
      signedWalk()
        .do(SuspendContract, { reason: 'x', since: '2025-03-10' })
        .do(ResumeContract, { resumedOn: '2025-03-10' }).now.state,
    ).toBe('SIGNED');
  });
  it('is not suspended from before its signature (C-70)', () =>
    expect(executedWalk().refused(SuspendContract, { reason: 'x', since: '2025-03-09' })).toMatchObject({
      code: 'DATE_BEFORE_SIGNING',
      earliest: '2025-03-10',
    }));
  it('moves a date once, and to no day that has passed (C-71)', () => {
    const walk = executedWalk().do(SuspendContract, { reason: 'x', since: '2025-03-10' }).on('2025-04-19');
    const shift = { lineId: 'L1', to: '2025-10-11', reason: 'x' };
    const resumed = (...dateShifts: (typeof shift)[]) =>
      walk.refused(ResumeContract, { resumedOn: '2025-04-19', dateShifts });
    expect(resumed(shift, { ...shift, to: '2025-10-12' })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/dateShifts',
      lineId: 'L1',
    });
    expect(resumed({ ...shift, to: '2025-04-18' })).toEqual({
      code: 'DATE_BEFORE_TODAY',
      field: 'to',
      to: '2025-04-18',
      earliest: '2025-04-19',
      lineId: 'L1',
    });
    walk.do(ResumeContract, { resumedOn: '2025-04-19', dateShifts: [{ ...shift, to: '2025-04-19' }] });
  });
  it('is not resumed before it was suspended, nor for a line that it does not have (C-70, C-71)', () => {
    const walk = executedWalk().do(SuspendContract, { reason: 'x', since: '2025-03-10' });
    expect(walk.refused(ResumeContract, { resumedOn: '2025-03-09' }).code).toBe('RESUMPTION_DATE_INVALID');
    const dateShifts = [{ lineId: 'L9', to: '2025-10-11', reason: 'x' }];
    expect(walk.refused(ResumeContract, { resumedOn: '2025-03-10', dateShifts }).code).toBe('LINE_UNKNOWN');
    expect(walk.refused(ResumeContract, { resumedOn: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
});

describe('a contract is voided (S24)', () => {
  it('when nothing has left and the money is given back (C-72, C-73)', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1');
    expect(walk.refused(VoidContract, voided)).toEqual({
      code: 'RECEIPTS_NOT_REFUNDED',
      receivedFen: 210_000_000,
    });
    walk.do(RecordRefund, { amountFen: 210_000_000, on: '2025-03-10', bankRef: 'OUT-1' }).do(VoidContract, voided);
    walk.recorded({
      type: 'ContractVoided',
      data: {
        contractId: CONTRACT_ID,
        contractVersion: 2,
        orderLineIds: ['L1', 'L2', 'L3'],
        state: 'VOIDED',
        initiator: 'MUTUAL',
        reason: '业主资金未落实',
        docRef: 'ZF-1',
        receivedFen: 210_000_000,
        refundedFen: 210_000_000,
        cancelledMilestoneIds: ['M1', 'M2', 'M3', 'M4', 'M5'],
        contractOutstandingFen: 0,
        payment: 'NOT_DUE',
        shippedLines: [],
        by: 'sun-li',
        on: '2025-03-10',
      },
    });
    expect(walk.now.milestones.map((m) => m.status)).toEqual([
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
    ]);
  });
  it('not after goods have left (C-72)', () =>
    expect(executedWalk().do(RecordGoodsMovement, shipped('300')).refused(VoidContract, voided)).toEqual({
      code: 'CONTRACT_HAS_PERFORMANCE',
      shippedLines: [{ lineId: 'L3', qty: '300' }],
    }));
  it('and it is terminated after all when goods had left meanwhile (S24a, C-74)', () => {
    const walk = executedWalk().do(VoidContract, voided).do(RecordGoodsMovement, shipped('300'));
    walk.recorded(
      {
        type: 'GoodsMovementRecorded',
        data: {
          contractId: CONTRACT_ID,
          lineId: 'L3',
          readyQty: '300',
          readyOn: '2025-03-10',
          shippedQty: '300',
          shippedOn: '2025-03-10',
          deliveredQty: '0',
          refusedQty: '0',
          sequence: 300,
          delivery: 'NONE',
          on: '2025-03-10',
          ref: 'SH-1',
        },
      },
      {
        type: 'VoidContradicted',
        data: {
          contractId: CONTRACT_ID,
          state: 'TERMINATED',
          lineId: 'L3',
          shippedQty: '300',
          ref: 'SH-1',
          on: '2025-03-10',
        },
      },
      {
        type: 'ContractTerminated',
        data: {
          contractId: CONTRACT_ID,
          contractVersion: 3,
          orderLineIds: ['L1', 'L2', 'L3'],
          state: 'TERMINATED',
          initiator: 'MUTUAL',
          reason: 'VoidContradicted: SH-1',
          docRef: 'SH-1',
          receivedFen: 0,
          refundedFen: 0,
          cancelledMilestoneIds: [],
          contractOutstandingFen: 0,
          payment: 'NOT_DUE',
          shippedLines: [{ lineId: 'L3', qty: '300' }],
          by: 'sun-li',
          on: '2025-03-10',
        },
      },
    );
    expect(walk.now.state).toBe('TERMINATED');
    expect(walk.do(RecordGoodsMovement, shipped('301')).types).toEqual(['GoodsMovementRecorded']);
  });
});

describe('a terminated contract', () => {
  const ended = (lineId: string) => ({ lineId, outcome: 'CANCELLED', sunkCostFen: 7 }) as const;

  it('is settled once every order has ended, with what they have cost (C-75, C-76)', () => {
    const walk = executedWalk().receipt(210_000_000, 'M1').do(TerminateContract, TERMINATION);
    expect(walk.refused(SettleTermination, { finalFen: 1 })).toEqual({
      code: 'ORDERS_NOT_SETTLED',
      open: ['L1', 'L2', 'L3'],
    });
    for (const lineId of ['L1', 'L2', 'L3']) walk.do(RecordOrderEnd, ended(lineId));
    walk.do(SettleTermination, { finalFen: 150_000_000, docRef: 'JS-1' });
    walk.recorded({
      type: 'ContractSettled',
      data: {
        contractId: CONTRACT_ID,
        state: 'SETTLED',
        finalFen: 150_000_000,
        receivedFen: 210_000_000,
        balanceFen: -60_000_000,
        sunkCostFen: 21,
        cancelledMilestoneIds: [],
        refundDueFen: 60_000_000,
        contractOutstandingFen: 0,
        payment: 'PAID',
        docRef: 'JS-1',
        settledBy: 'sun-li',
        settledOn: '2025-03-10',
      },
    });
    walk.do(RecordRefund, { amountFen: 60_000_000, on: '2025-03-10', bankRef: 'OUT-1' });
  });
  it('owes nothing on what is not due, whatever has come on it (C-73)', () => {
    const walk = executedWalk()
      .receipt(1, 'M2')
      .receipt(5, 'M3', { bankRef: 'B-2' })
      .do(TerminateContract, TERMINATION);
    expect(walk.last[0]?.data).toMatchObject({ cancelledMilestoneIds: ['M2', 'M3', 'M4', 'M5'] });
  });
  it('owes nothing on what is not due when the money leaves it (C-73)', () => {
    const { amountFen } = executedWalk().milestone('M2')!;
    const walk = executedWalk().receipt(amountFen, 'M2').do(TerminateContract, TERMINATION);
    walk.do(RecordRefund, { amountFen, on: '2025-03-10', bankRef: 'OUT-1' });
    expect(walk.milestone('M2')).toMatchObject({ status: 'CANCELLED', paidFen: 0 });
  });
  it('owes nothing on what a correction opens again and is not due (C-73)', () => {
    const waived = executedWalk()
      .do(WaiveMilestone, { milestoneId: 'M2', reason: 'x' })
      .do(TerminateContract, TERMINATION);
    waived.do(RevokeWaiver, { milestoneId: 'M2', reason: 'x' });
    expect(waived.milestone('M2')).toMatchObject({ status: 'CANCELLED', waivedFen: 0 });
    const due = executedWalk().do(MarkMilestoneDue, { trigger: 'GOODS_READY', ref: 'r', on: '2025-03-10' });
    due.do(TerminateContract, TERMINATION);
    const owedFen = due.milestone('M1')!.amountFen;
    due.do(WithdrawMilestoneDue, { milestoneId: 'M2', reason: 'x' });
    expect(due.last[0]?.data).toMatchObject({ status: 'CANCELLED', contractOutstandingFen: owedFen });
  });
  it('forgets the end of an order that was opened again, once (C-76)', () => {
    const walk = executedWalk().do(RecordOrderEnd, ended('L1')).do(RecordOrderReopening, { lineId: 'L1' });
    walk.recorded({
      type: 'OrderReopeningRecorded',
      data: { contractId: CONTRACT_ID, lineId: 'L1', on: '2025-03-10' },
    });
    expect([walk.now.orderEnds, walk.do(RecordOrderReopening, { lineId: 'L1' }).types]).toEqual([[], []]);
  });
  it('hears of the end of an order once, unless its outcome is another (C-76)', () => {
    const walk = executedWalk().do(TerminateContract, TERMINATION).do(RecordOrderEnd, ended('L1'));
    walk.recorded({
      type: 'OrderEndRecorded',
      data: { contractId: CONTRACT_ID, lineId: 'L1', outcome: 'CANCELLED', sunkCostFen: 7, on: '2025-03-10' },
    });
    walk.do(RecordOrderEnd, ended('L1')).recorded();
    walk.do(RecordOrderEnd, { lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 });
    expect(walk.types).toEqual(['OrderEndRecorded']);
    expect(walk.now.orderEnds).toEqual([{ lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 }]);
  });
});

describe('in which state (C-77)', () => {
  possible(SuspendContract, { reason: 'x', since: '2025-03-10' }, ['SIGNED', 'IN_EXECUTION']);
  possible(ResumeContract, { resumedOn: '2025-03-10' }, ['SUSPENDED']);
  possible(VoidContract, { reason: 'x', docRef: 'd' }, ['SIGNED', 'IN_EXECUTION', 'SUSPENDED']);
  possible(TerminateContract, { ...TERMINATION }, ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'VOIDED']);
  possible(SettleTermination, { finalFen: 0 }, ['TERMINATED']);
  possible(RecordOrderEnd, { lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 }, SIGNED_STATES);
  possible(RecordOrderReopening, { lineId: 'L1' }, SIGNED_STATES);
  possible.every(endingRules);
});
