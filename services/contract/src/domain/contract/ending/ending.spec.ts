import { refusalOf } from '@engsales/event-sourcing/testing';
import { executedWalk, signedWalk } from '../../../test/walk.fixtures.js';
import {
  RecordOrderEnd,
  ResumeContract,
  SettleTermination,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from './ending.commands.js';
import { RecordGoodsMovement } from './execution.commands.js';
import { RecordRefund } from './money.commands.js';

const shipped = (qty: string) => ({ lineId: 'L3', cumulativeShippedQty: qty, on: '2025-03-10', ref: 'SH-1' });
const voided = { reason: '业主资金未落实', docRef: 'ZF-1' };

describe('a suspended contract (S25)', () => {
  it('waits, and goes back to where it was; only the dates that are named move', () => {
    const walk = executedWalk().do(SuspendContract, { reason: '业主停工', since: '2025-03-10' });
    expect(walk.last[0]?.data).toMatchObject({
      state: 'SUSPENDED',
      suspensionNo: 1,
      contractVersion: 2,
      orderLineIds: ['L1', 'L2', 'L3'],
    });
    const dateShifts = [{ lineId: 'L1', to: '2025-10-11', reason: '停工 40 天' }];
    walk.on('2025-04-19').do(ResumeContract, { resumedOn: '2025-04-19', dateShifts });
    expect(walk.last[0]?.data).toMatchObject({
      state: 'IN_EXECUTION',
      contractVersion: 3,
      dateShifts: [{ from: '2025-09-01', to: '2025-10-11' }],
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
  it('is not resumed before it was suspended, nor for a line that it does not have', () => {
    const walk = executedWalk().do(SuspendContract, { reason: 'x', since: '2025-03-10' });
    expect(refusalOf(() => walk.do(ResumeContract, { resumedOn: '2025-03-09' })).code).toBe('RESUMPTION_DATE_INVALID');
    const dateShifts = [{ lineId: 'L9', to: '2025-10-11', reason: 'x' }];
    expect(refusalOf(() => walk.do(ResumeContract, { resumedOn: '2025-03-10', dateShifts })).code).toBe('LINE_UNKNOWN');
    expect(refusalOf(() => walk.do(ResumeContract, { resumedOn: '2025-03-11' })).code).toBe('DATE_IN_FUTURE');
  });
});

describe('a contract is voided (S24)', () => {
  it('when nothing has left and the money is given back', () => {
    const walk = signedWalk().receipt(210_000_000, 'M1');
    expect(refusalOf(() => walk.do(VoidContract, voided))).toEqual({
      code: 'RECEIPTS_NOT_REFUNDED',
      receivedFen: 210_000_000,
    });
    walk.do(RecordRefund, { amountFen: 210_000_000, on: '2025-03-10', bankRef: 'OUT-1' }).do(VoidContract, voided);
    expect(walk.last[0]?.data).toMatchObject({
      state: 'VOIDED',
      receivedFen: 210_000_000,
      refundedFen: 210_000_000,
      shippedLines: [],
      initiator: 'MUTUAL',
      cancelledMilestoneIds: ['M2', 'M3', 'M4', 'M5'],
      contractOutstandingFen: 210_000_000,
      payment: 'DUE',
    });
    expect(walk.now.milestones?.map((m) => m.status)).toEqual([
      'DUE',
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
    ]);
  });
  it('not after goods have left', () =>
    expect(refusalOf(() => executedWalk().do(RecordGoodsMovement, shipped('300')).do(VoidContract, voided))).toEqual({
      code: 'CONTRACT_HAS_PERFORMANCE',
      shippedLines: [{ lineId: 'L3', qty: '300' }],
    }));
  it('and it is terminated after all when goods had left meanwhile (S24a)', () => {
    const walk = executedWalk().do(VoidContract, voided).do(RecordGoodsMovement, shipped('300'));
    expect(walk.types).toEqual(['GoodsMovementRecorded', 'VoidContradicted', 'ContractTerminated']);
    expect(walk.last[2]?.data).toMatchObject({ contractVersion: 3, shippedLines: [{ lineId: 'L3', qty: '300' }] });
    expect(walk.now.state).toBe('TERMINATED');
    expect(walk.do(RecordGoodsMovement, shipped('301')).types).toEqual(['GoodsMovementRecorded']);
  });
});

describe('a terminated contract', () => {
  it('is settled once every order has ended, with what they have cost', () => {
    const walk = executedWalk().receipt(210_000_000, 'M1');
    walk.do(TerminateContract, { initiator: 'CUSTOMER' as const, reason: '项目取消', docRef: 'JC-1' });
    expect(refusalOf(() => walk.do(SettleTermination, { finalFen: 1 }))).toEqual({
      code: 'ORDERS_NOT_SETTLED',
      open: ['L1', 'L2', 'L3'],
    });
    for (const lineId of ['L1', 'L2', 'L3'])
      walk.do(RecordOrderEnd, { lineId, outcome: 'CANCELLED' as const, sunkCostFen: 7 });
    expect(walk.do(RecordOrderEnd, { lineId: 'L1', outcome: 'CANCELLED' as const, sunkCostFen: 7 }).types).toEqual([]);
    walk.do(SettleTermination, { finalFen: 150_000_000 });
    expect(walk.last[0]?.data).toMatchObject({ state: 'SETTLED', balanceFen: -60_000_000, sunkCostFen: 21 });
    walk.do(RecordRefund, { amountFen: 60_000_000, on: '2025-03-10', bankRef: 'OUT-1' });
  });
});
