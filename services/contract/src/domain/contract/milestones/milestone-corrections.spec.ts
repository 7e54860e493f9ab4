import { aDocument, CONTRACT_ID } from '../contract.fixtures.js';
import { executedWalk, signedWalk, type ContractWalk } from '../contract.walk.js';
import { RecordAcceptance, RecordGoodsMovement, RevokeAcceptance } from '../execution/execution.commands.js';
import {
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  RevokeCreditRelease,
  RevokeWaiver,
  TriggerMilestone,
  WaiveMilestone,
  WithdrawMilestoneDue,
} from './milestones.commands.js';

const M2 = {
  contractId: CONTRACT_ID,
  milestoneId: 'M2',
  kind: 'PRE_SHIPMENT',
  amountFen: 210_000_000,
  gate: 'DISPATCH',
} as const;
const NOTHING_READY = {
  type: 'GoodsMovementRecorded',
  data: {
    contractId: CONTRACT_ID,
    lineId: 'L3',
    readyQty: '0',
    shippedQty: '0',
    deliveredQty: '0',
    refusedQty: '0',
    sequence: 2,
    on: '2025-03-10',
    ref: 'order-1',
    delivery: 'NONE',
  },
} as const;
const ready = (walk: ContractWalk, sequence: number, cumulativeReadyQty: string) =>
  walk.do(RecordGoodsMovement, { sequence, lineId: 'L3', cumulativeReadyQty, on: walk.today, ref: 'order-1' });
const acceptAll = (walk: ContractWalk) =>
  walk.do(RecordAcceptance, {
    acceptanceId: 'a-1',
    certNo: 'YS-1',
    on: walk.today,
    result: 'PASSED',
    lineIds: ['L1', 'L2', 'L3', 'L4'],
  });

describe('a milestone that was marked due by mistake', () => {
  const wrong = () => executedWalk().do(MarkMilestoneDue, { trigger: 'GOODS_READY', ref: 'r', on: '2025-03-10' });

  it('waits for its trigger again, and is marked with the right day (C-88)', () => {
    const walk = wrong().on('2025-03-12').do(WithdrawMilestoneDue, { milestoneId: 'M2', reason: '日期填错' });
    walk.recorded({
      type: 'PaymentMilestoneDueWithdrawn',
      data: {
        ...M2,
        paidFen: 0,
        payment: 'DUE',
        status: 'PLANNED',
        dueOn: '2025-03-17',
        reason: '日期填错',
        withdrawnBy: 'sun-li',
        withdrawnOn: '2025-03-12',
        contractOutstandingFen: 700_000_000,
      },
    });
    expect(walk.milestone('M2')).toMatchObject({ status: 'PLANNED', triggeredBy: undefined, dueOn: undefined });
    walk.do(MarkMilestoneDue, { trigger: 'GOODS_READY', ref: 'r', on: '2025-03-12' });
    expect(walk.milestone('M2')).toMatchObject({ status: 'DUE', dueOn: '2025-03-19' });
  });
  it('keeps the money that has come on it, and is late no more (C-88)', () => {
    const walk = wrong().on('2025-03-20').do(MarkMilestoneOverdue, {}).receipt(1, 'M2');
    expect(walk.milestone('M2')?.status).toBe('OVERDUE');
    walk.do(WithdrawMilestoneDue, { milestoneId: 'M2', reason: 'x' });
    expect(walk.milestone('M2')).toMatchObject({ status: 'PART_PAID', paidFen: 1, overdueSince: undefined });
  });
  it('of a date falls due again by the calendar (C-88)', () => {
    const [, ...others] = aDocument().paymentMilestones;
    const dated = { ...aDocument().paymentMilestones[0]!, trigger: 'DATE' as const, date: '2025-03-11' };
    const walk = signedWalk({ paymentMilestones: [dated, ...others] }).on('2025-03-12');
    walk.do(MarkMilestoneDue, { trigger: 'DATE', ref: 'r', on: '2025-03-12' });
    walk.do(WithdrawMilestoneDue, { milestoneId: 'M1', reason: 'x' });
    expect(walk.last[0]?.data).toMatchObject({ triggersOn: '2025-03-11' });
    walk.do(TriggerMilestone, { milestoneId: 'M1' });
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', dueOn: '2025-03-18' });
  });
  it('is refused where the trigger has not come about, and for a milestone that is not there (C-88)', () => {
    const walk = executedWalk();
    expect(walk.refused(WithdrawMilestoneDue, { milestoneId: 'M3', reason: 'x' })).toEqual({
      code: 'INVALID_TRANSITION',
      milestoneId: 'M3',
      status: 'PLANNED',
    });
    expect(walk.refused(WithdrawMilestoneDue, { milestoneId: 'M9', reason: 'x' }).code).toBe('NOT_FOUND');
  });
});

describe('a milestone whose fact was corrected', () => {
  const due = () => ready(executedWalk(), 1, '10');

  it('goes back while nothing is paid on it (C-89)', () => {
    const walk = ready(due(), 2, '0');
    expect(walk.types).toEqual(['GoodsMovementRecorded', 'PaymentMilestoneDueWithdrawn']);
    expect(walk.last[1]?.data).toMatchObject({
      milestoneId: 'M2',
      reason: 'FactCorrected: order-1',
      status: 'PLANNED',
    });
    expect(ready(walk, 3, '1').types).toEqual(['GoodsMovementRecorded', 'PaymentMilestoneDue']);
  });
  it('stays due where money has come, once as a task, until the fact is there again (C-89)', () => {
    const walk = ready(due().receipt(5, 'M2'), 2, '0');
    walk.recorded(NOTHING_READY, {
      type: 'PaymentMilestoneTriggerLost',
      data: {
        ...M2,
        paidFen: 5,
        payment: 'PART',
        status: 'PART_PAID',
        reason: 'FactCorrected: order-1',
        lostOn: '2025-03-10',
      },
    });
    expect(walk.milestone('M2')).toMatchObject({ status: 'PART_PAID', dueOn: '2025-03-17', triggerLost: true });
    expect(ready(ready(walk, 3, '0.5'), 4, '0').types).toEqual([
      'GoodsMovementRecorded',
      'PaymentMilestoneTriggerLost',
    ]);
  });
  it('is no task any more once the fact is there again (C-89)', () => {
    const walk = ready(ready(due().receipt(5, 'M2'), 2, '0'), 3, '7');
    walk.recorded(
      { ...NOTHING_READY, data: { ...NOTHING_READY.data, readyQty: '7', readyOn: '2025-03-10', sequence: 3 } },
      {
        type: 'PaymentMilestoneTriggerRegained',
        data: { ...M2, paidFen: 5, payment: 'PART', status: 'PART_PAID', regainedOn: '2025-03-10' },
      },
    );
    expect(walk.milestone('M2')?.triggerLost).toBeUndefined();
  });
  it('stays due where a person has said that it is (C-89)', () => {
    const walk = executedWalk().do(MarkMilestoneDue, { trigger: 'GOODS_READY', ref: 'r', on: '2025-03-10' });
    expect(ready(ready(walk, 1, '1'), 2, '0').types).toEqual(['GoodsMovementRecorded']);
  });
  it('of an acceptance takes the period of the retention with it (C-89)', () => {
    const walk = acceptAll(executedWalk()).do(RevokeAcceptance, { lineIds: ['L4'], reason: '单据错误' });
    expect(walk.types).toEqual(['AcceptanceRevoked']);
    walk.do(RevokeAcceptance, { lineIds: ['L1'], reason: '单据错误' });
    expect(walk.types).toEqual(['AcceptanceRevoked', 'PaymentMilestoneDueWithdrawn', 'PaymentMilestoneDueWithdrawn']);
    expect([walk.milestone('M4')?.status, walk.milestone('M5')?.triggersOn]).toEqual(['PLANNED', undefined]);
  });
});

describe('a waiver that was a mistake', () => {
  it('is taken back: the milestone asks for its money, and its gate closes again (C-90)', () => {
    const walk = executedWalk().do(WaiveMilestone, { milestoneId: 'M2', reason: 'x' }, 'wang');
    expect(walk.now.gates.DISPATCH.state).toBe('OPEN');
    walk.do(RevokeWaiver, { milestoneId: 'M2', reason: '选错节点' }, 'wang');
    walk.recorded(
      {
        type: 'PaymentMilestoneWaiverRevoked',
        data: {
          ...M2,
          paidFen: 0,
          payment: 'DUE',
          status: 'PLANNED',
          waivedFen: 0,
          reason: '选错节点',
          revokedBy: 'wang',
          revokedOn: '2025-03-10',
          contractOutstandingFen: 700_000_000,
        },
      },
      {
        type: 'PaymentGateClosed',
        data: {
          contractId: CONTRACT_ID,
          contractVersion: 1,
          orderLineIds: ['L1', 'L2', 'L3'],
          gate: 'DISPATCH',
          gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
          milestoneIds: ['M2'],
          reason: 'PaymentMilestoneWaiverRevoked',
        },
      },
    );
    expect([walk.milestone('M2')?.status, walk.now.gates.DISPATCH.state]).toEqual(['PLANNED', 'CLOSED']);
  });
  it('of a milestone that was late leaves it late, with what was paid (C-90)', () => {
    const walk = executedWalk().receipt(5, 'M1').on('2025-03-18').do(MarkMilestoneOverdue, {});
    walk.do(WaiveMilestone, { milestoneId: 'M1', reason: 'x' }, 'wang');
    walk.do(RevokeWaiver, { milestoneId: 'M1', reason: 'x' }, 'wang');
    expect(walk.milestone('M1')).toMatchObject({ status: 'OVERDUE', paidFen: 5, waivedFen: 0 });
  });
  it('is not there to be taken back twice (C-90)', () =>
    expect(executedWalk().refused(RevokeWaiver, { milestoneId: 'M1', reason: 'x' })).toEqual({
      code: 'INVALID_TRANSITION',
      milestoneId: 'M1',
      status: 'DUE',
    }));
});

describe('a credit release that was a mistake', () => {
  it('is revoked: the gate closes at once (C-91)', () => {
    const release = { gate: 'DISPATCH', until: '2025-03-31', reason: '拨款延迟' } as const;
    const walk = executedWalk().do(GrantCreditRelease, release, 'wang');
    walk.do(RevokeCreditRelease, { gate: 'DISPATCH', reason: '客户错误' }, 'wang');
    expect(walk.last.map(({ type, data }) => [type, data])).toEqual([
      ['PaymentGateClosed', expect.objectContaining({ gate: 'DISPATCH', reason: 'CreditReleaseRevoked: 客户错误' })],
    ]);
    expect([walk.now.gates.DISPATCH, walk.now.creditReleases]).toEqual([{ state: 'CLOSED' }, {}]);
  });
  it('is refused where there is none (C-91)', () =>
    expect(executedWalk().refused(RevokeCreditRelease, { gate: 'DISPATCH', reason: 'x' })).toEqual({
      code: 'INVALID_TRANSITION',
      gate: 'DISPATCH',
      state: 'CLOSED',
    }));
});
