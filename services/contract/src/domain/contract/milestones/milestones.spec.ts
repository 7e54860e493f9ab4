import { aDocument, CONTRACT_ID } from '../contract.fixtures.js';
import { executedWalk, signedWalk, TERMINATION, type ContractWalk } from '../contract.walk.js';
import { TerminateContract } from '../ending/ending.commands.js';
import { RecordAcceptance, RecordGoodsMovement, RecordInstallation } from '../execution/execution.commands.js';
import {
  CloseExpiredRelease,
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  TriggerMilestone,
  RevokeCreditRelease,
  RevokeWaiver,
  WaiveMilestone,
  WithdrawMilestoneDue,
} from './milestones.commands.js';
import { milestoneRules } from './milestones.js';
import { possible } from '../contract.possible.fixtures.js';
import { SIGNED_STATES } from '../contract.values.js';
import { ReverseReceipt } from '../money/money.commands.js';

const progressOf = (walk: ContractWalk, lineId: string) =>
  walk.now.progress.find((progress) => progress.lineId === lineId);
let reports = 0;
/** Each report is newer than the one before, unless it says otherwise. */
const moved = (lineId: string, quantities: object, on = '2025-03-10') => ({
  sequence: (reports += 1),
  lineId,
  on,
  ref: 'order-1',
  ...quantities,
});
const accepted = (lineIds: string[]) => ({
  acceptanceId: 'a-1',
  certNo: 'YS-1',
  on: '2025-03-10',
  result: 'PASSED' as const,
  lineIds,
});
const M1 = {
  contractId: CONTRACT_ID,
  milestoneId: 'M1',
  kind: 'ADVANCE',
  amountFen: 210_000_000,
  paidFen: 0,
  gate: 'RELEASE_PRODUCTION',
} as const;
const M4 = {
  contractId: CONTRACT_ID,
  milestoneId: 'M4',
  kind: 'ACCEPTANCE',
  amountFen: 119_000_000,
  paidFen: 0,
  gate: 'NONE',
} as const;
const PRODUCTION_GATE = {
  contractId: CONTRACT_ID,
  contractVersion: 1,
  orderLineIds: ['L1', 'L2', 'L3'],
  gate: 'RELEASE_PRODUCTION',
  milestoneIds: ['M1'],
} as const;

describe('goods', () => {
  it('that are ready, of any line, make the pre-shipment payment due (C-34, C-35)', () => {
    const walk = executedWalk().do(RecordGoodsMovement, moved('L3', { cumulativeReadyQty: '1' }));
    expect(walk.types).toEqual(['GoodsMovementRecorded', 'PaymentMilestoneDue']);
    expect(walk.milestone('M2')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17', triggeredOn: '2025-03-10' });
    expect(walk.do(RecordGoodsMovement, moved('L2', { cumulativeReadyQty: '24' })).types).toEqual([
      'GoodsMovementRecorded',
    ]);
  });
  it('move the delivery axis, and an older report changes nothing (C-65, C-67)', () => {
    const walk = executedWalk().do(RecordGoodsMovement, moved('L1', { cumulativeDeliveredQty: '2' }));
    expect([walk.now.delivery, progressOf(walk, 'L1')]).toEqual([
      'PARTIAL',
      expect.objectContaining({ readyQty: '2', shippedQty: '2', deliveredQty: '2', deliveredOn: '2025-03-10' }),
    ]);
    expect(walk.do(RecordGoodsMovement, moved('L1', { cumulativeShippedQty: '1', sequence: 0 })).types).toEqual([]);
    walk.do(RecordGoodsMovement, moved('L2', { cumulativeDeliveredQty: '24' }));
    walk.do(RecordGoodsMovement, moved('L3', { cumulativeDeliveredQty: '620' }));
    expect(walk.now.delivery).toBe('FULL');
  });
  it('delivered in full, of every goods line, make a delivery payment due (C-36)', () => {
    const [advance, ...others] = aDocument().paymentMilestones;
    const delivery = {
      ...advance!,
      id: 'M1',
      kind: 'DELIVERY' as const,
      trigger: 'DELIVERED' as const,
      gate: 'NONE' as const,
    };
    const walk = signedWalk({ paymentMilestones: [delivery, ...others] });
    for (const [lineId, qty] of [
      ['L1', '2'],
      ['L2', '24'],
      ['L3', '619'],
    ] as const) {
      walk.do(RecordGoodsMovement, moved(lineId, { cumulativeDeliveredQty: qty }));
      expect(walk.milestone('M1')?.status).toBe('PLANNED');
    }
    walk.on('2025-03-12').do(RecordGoodsMovement, moved('L3', { cumulativeDeliveredQty: '620' }, '2025-03-11'));
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', dueOn: '2025-03-18' });
  });
  it('of a line that the contract does not have are refused (C-65)', () =>
    expect(executedWalk().refused(RecordGoodsMovement, moved('L9', {})).code).toBe('LINE_UNKNOWN'));
});

describe('installation and acceptance', () => {
  const installed = () =>
    executedWalk().do(RecordInstallation, { lineIds: ['L1', 'L2', 'L3'], on: '2025-03-10', ref: 's' });
  it('make their payments due when every goods line has it (C-35, C-66)', () => {
    const walk = executedWalk().do(RecordInstallation, { lineIds: ['L1', 'L2'], on: '2025-03-10', ref: 's' });
    expect(walk.milestone('M3')?.status).toBe('PLANNED');
    walk.do(RecordInstallation, { lineIds: ['L2', 'L3'], on: '2025-03-10', ref: 's' });
    expect(walk.milestone('M3')?.status).toBe('DUE');
    expect(walk.do(RecordInstallation, { lineIds: ['L3'], on: '2025-03-10', ref: 's' }).types).toEqual([]);
  });
  it('acceptance begins the period of the retention, which is due when it is over (C-34, C-38)', () => {
    const walk = installed().do(RecordAcceptance, accepted(['L1', 'L2', 'L3', 'L4']));
    walk.recorded(
      {
        type: 'AcceptanceRecorded',
        data: {
          contractId: CONTRACT_ID,
          acceptanceId: 'a-1',
          certNo: 'YS-1',
          on: '2025-03-10',
          result: 'PASSED',
          lineIds: ['L1', 'L2', 'L3', 'L4'],
          acceptance: 'FULL',
        },
      },
      {
        type: 'PaymentMilestoneDue',
        data: {
          ...M4,
          status: 'DUE',
          trigger: 'ACCEPTED',
          triggeredOn: '2025-03-10',
          dueOn: '2025-03-17',
          triggeredBy: 'FACT',
          ref: 'a-1',
          payment: 'DUE',
        },
      },
      {
        type: 'RetentionPeriodBegun',
        data: {
          contractId: CONTRACT_ID,
          milestoneId: 'M5',
          kind: 'RETENTION',
          acceptedOn: '2025-03-10',
          triggersOn: '2027-03-10',
          triggeredBy: 'FACT',
        },
      },
    );
    expect([walk.now.acceptance, walk.milestone('M5')?.status]).toEqual(['FULL', 'PLANNED']);
    expect(walk.on('2027-03-09').do(TriggerMilestone, { milestoneId: 'M5' }).types).toEqual([]);
    expect(walk.on('2027-03-10').do(TriggerMilestone, { milestoneId: 'M5' }).types).toEqual(['PaymentMilestoneDue']);
    expect(walk.milestone('M5')).toMatchObject({ status: 'DUE', dueOn: '2027-03-17' });
    expect(walk.do(TriggerMilestone, { milestoneId: 'M5' }).types).toEqual([]);
  });
  it('the months of the warranty count where the retention names none (C-38)', () => {
    const paymentMilestones = aDocument().paymentMilestones.map((m) =>
      m.id === 'M5' ? { ...m, netMonths: undefined } : m,
    );
    const walk = signedWalk({ paymentMilestones, warrantyTerms: { defectsLiabilityMonths: 12 } });
    walk.do(RecordAcceptance, accepted(['L1', 'L2', 'L3']));
    expect([walk.milestone('M5')?.triggersOn, walk.now.acceptance]).toEqual(['2026-03-10', 'PARTIAL']);
  });
});

describe('a milestone', () => {
  it('of the acceptance counts from the latest one, in whatever order they are reported (C-36)', () => {
    const walk = executedWalk()
      .on('2025-12-31')
      .do(RecordAcceptance, { ...accepted(['L1', 'L2']), on: '2025-12-20' });
    walk.do(RecordAcceptance, { ...accepted(['L3', 'L4']), on: '2025-12-10' });
    expect([walk.milestone('M4')?.dueOn, walk.milestone('M5')?.triggersOn]).toEqual(['2025-12-27', '2027-12-20']);
  });
  it('of nothing has nothing to collect (C-09)', () => {
    const [advance, preShipment, ...others] = aDocument().paymentMilestones;
    const none = { ...advance!, amountFen: 0, gate: 'NONE' as const };
    const walk = signedWalk({ paymentMilestones: [none, { ...preShipment!, amountFen: 420_000_000 }, ...others] });
    expect(walk.milestone('M1')?.status).toBe('PAID');
    expect(walk.on('2025-06-01').do(MarkMilestoneOverdue, {}).types).toEqual([]);
  });
  it('of a date is due on that day (C-37)', () => {
    const [advance, ...others] = aDocument().paymentMilestones;
    const dated = { ...advance!, trigger: 'DATE' as const, date: '2025-06-30' };
    const walk = signedWalk({ paymentMilestones: [dated, ...others] });
    expect(walk.milestone('M1')).toMatchObject({ status: 'PLANNED', triggersOn: '2025-06-30' });
    expect(walk.on('2025-06-30').do(TriggerMilestone, { milestoneId: 'M1' }).milestone('M1')).toMatchObject({
      status: 'DUE',
      dueOn: '2025-07-07',
    });
  });
  it('that the end of the contract has cancelled is not triggered by its day (C-73)', () => {
    const [advance, ...others] = aDocument().paymentMilestones;
    const dated = { ...advance!, trigger: 'DATE' as const, date: '2025-06-30' };
    const walk = signedWalk({ paymentMilestones: [dated, ...others] }).do(TerminateContract, TERMINATION);
    expect(walk.milestone('M1')?.status).toBe('CANCELLED');
    walk.on('2025-06-30').do(TriggerMilestone, { milestoneId: 'M1' }).recorded();
  });
  it('is marked due by hand, all that wait for the trigger or the named one (C-39)', () => {
    const walk = executedWalk().do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'doc', on: '2025-03-10' });
    expect(walk.milestone('M3')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17' });
    const again = { trigger: 'INSTALLED' as const, ref: 'doc', on: '2025-03-10' };
    expect(walk.refused(MarkMilestoneDue, again).code).toBe('INVALID_TRANSITION');
    expect(walk.refused(MarkMilestoneDue, { ...again, on: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
    expect(walk.refused(MarkMilestoneDue, { ...again, on: '2025-03-09' }).code).toBe('DATE_BEFORE_SIGNING');
    expect(walk.refused(MarkMilestoneDue, { ...again, milestoneIds: ['M4'] })).toMatchObject({
      code: 'INVALID_TRANSITION',
      milestones: [{ id: 'M4', trigger: 'ACCEPTED', status: 'PLANNED' }],
    });
    walk.do(MarkMilestoneDue, { ...again, trigger: 'ACCEPTED', milestoneIds: ['M4'] });
    expect(walk.types).toEqual(['PaymentMilestoneDue']);
  });
  it('is overdue from the day after its last day, once, and stays so until all of the money is there (C-40, C-41)', () => {
    const walk = executedWalk().on('2025-03-17').do(MarkMilestoneOverdue, {});
    expect(walk.types).toEqual([]);
    walk.on('2025-03-20').do(MarkMilestoneOverdue, {});
    walk.recorded({
      type: 'PaymentMilestoneOverdue',
      data: {
        ...M1,
        status: 'OVERDUE',
        dueOn: '2025-03-17',
        asOf: '2025-03-20',
        daysOverdue: 3,
        outstandingFen: 210_000_000,
        payment: 'OVERDUE',
      },
    });
    expect(walk.do(MarkMilestoneOverdue, {}).types).toEqual([]);
    expect([walk.receipt(200_000_000, 'M1').milestone('M1')?.status, walk.now.payment]).toEqual(['OVERDUE', 'OVERDUE']);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.milestone('M1')?.status).toBe('OVERDUE');
    expect(walk.refused(MarkMilestoneOverdue, { asOf: '2025-03-21' }).code).toBe('DATE_IN_FUTURE');
  });
  it('is overdue again when part of the money leaves (C-41, C-52)', () => {
    const walk = executedWalk().on('2025-03-20').do(MarkMilestoneOverdue, {});
    walk.receipt(200_000_000, 'M1').receipt(10_000_000, 'M1');
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect([walk.milestone('M1')?.status, walk.now.payment]).toEqual(['OVERDUE', 'OVERDUE']);
  });
  it('that was paid before its trigger is due when the money leaves again (C-41)', () => {
    const walk = executedWalk().receipt(140_000_000, 'M3');
    walk.do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'doc', on: '2025-03-10' });
    walk.recorded({
      type: 'PaymentMilestoneTriggered',
      data: {
        contractId: CONTRACT_ID,
        milestoneId: 'M3',
        kind: 'INSTALLATION',
        amountFen: 140_000_000,
        paidFen: 140_000_000,
        gate: 'NONE',
        status: 'PAID',
        trigger: 'INSTALLED',
        triggeredOn: '2025-03-10',
        dueOn: '2025-03-17',
        triggeredBy: 'PERSON',
        ref: 'doc',
        payment: 'PART',
      },
    });
    expect(walk.milestone('M3')?.status).toBe('PAID');
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.milestone('M3')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17' });
  });
  it('is waived by a leader, which opens its gate, and not twice (C-42, C-59)', () => {
    const walk = signedWalk().do(WaiveMilestone, { milestoneId: 'M1', reason: '让利' }, 'wang');
    walk.recorded(
      {
        type: 'PaymentMilestoneWaived',
        data: {
          ...M1,
          status: 'WAIVED',
          waivedFen: 210_000_000,
          reason: '让利',
          waivedBy: 'wang',
          waivedOn: '2025-03-10',
          contractOutstandingFen: 490_000_000,
          payment: 'NOT_DUE',
        },
      },
      {
        type: 'PaymentGateOpened',
        data: {
          ...PRODUCTION_GATE,
          gates: { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'CLOSED' } },
          reason: 'PaymentMilestoneWaived',
        },
      },
    );
    expect(walk.refused(WaiveMilestone, { milestoneId: 'M1', reason: 'x' }).code).toBe('INVALID_TRANSITION');
    expect(walk.refused(WaiveMilestone, { milestoneId: 'M9', reason: 'x' }).code).toBe('NOT_FOUND');
  });
});

describe('a credit release', () => {
  const release = { gate: 'DISPATCH' as const, until: '2025-03-31', reason: '拨款延迟' };
  it('lets a closed gate be passed until its last day (C-60, C-61)', () => {
    const walk = executedWalk().do(GrantCreditRelease, release, 'wang');
    walk.recorded({
      type: 'PaymentGateOverridden',
      data: {
        ...PRODUCTION_GATE,
        gate: 'DISPATCH',
        milestoneIds: ['M2'],
        gates: {
          RELEASE_PRODUCTION: { state: 'CLOSED' },
          DISPATCH: { state: 'OVERRIDDEN', until: '2025-03-31' },
        },
        until: '2025-03-31',
        approvedBy: 'wang',
        reason: '拨款延迟',
      },
    });
    expect(walk.on('2025-03-31').do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual([]);
    expect(walk.on('2025-04-01').do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual(['PaymentGateClosed']);
    expect(walk.now.gates.DISPATCH).toEqual({ state: 'CLOSED' });
    expect(walk.do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual([]);
  });
  it('of each gate is told to have ended when both have lapsed (C-61)', () => {
    const walk = executedWalk();
    for (const gate of ['RELEASE_PRODUCTION', 'DISPATCH'] as const) {
      walk.do(GrantCreditRelease, { gate, until: '2025-03-12', reason: 'x' }, 'wang');
    }
    walk.on('2025-03-13').do(CloseExpiredRelease, { gate: 'DISPATCH' });
    const closed = { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } } as const;
    walk.recorded(
      { type: 'PaymentGateClosed', data: { ...PRODUCTION_GATE, gates: closed, reason: 'CreditReleaseExpired' } },
      {
        type: 'PaymentGateClosed',
        data: {
          ...PRODUCTION_GATE,
          gate: 'DISPATCH',
          milestoneIds: ['M2'],
          gates: closed,
          reason: 'CreditReleaseExpired',
        },
      },
    );
  });
  it('is spent when the money comes (C-61)', () => {
    const walk = executedWalk().do(GrantCreditRelease, release, 'wang').receipt(210_000_000, 'M2');
    expect(walk.types).toEqual(['ReceiptRecorded', 'PaymentMilestonePaid', 'PaymentGateOpened']);
    expect([walk.now.gates.DISPATCH, walk.now.creditReleases]).toEqual([{ state: 'OPEN' }, {}]);
    expect(walk.on('2025-04-01').do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual([]);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' }, 'gao-jie');
    expect(walk.now.gates.DISPATCH).toEqual({ state: 'CLOSED' });
  });
  it('is refused for a day that is over and for an open gate (C-60)', () => {
    const walk = executedWalk();
    expect(walk.refused(GrantCreditRelease, { ...release, until: '2025-03-09' }).code).toBe(
      'CREDIT_RELEASE_DATE_INVALID',
    );
    walk.receipt(210_000_000, 'M2');
    expect(walk.refused(GrantCreditRelease, release).code).toBe('GATE_ALREADY_OPEN');
  });
});

describe('in which state (C-77)', () => {
  possible(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'r', on: '2025-03-10' }, SIGNED_STATES);
  possible(TriggerMilestone, { milestoneId: 'M5' }, SIGNED_STATES);
  possible(MarkMilestoneOverdue, {}, SIGNED_STATES);
  possible(WaiveMilestone, { milestoneId: 'M3', reason: 'x' }, SIGNED_STATES);
  possible(GrantCreditRelease, { gate: 'DISPATCH', until: '2025-12-31', reason: 'x' }, [
    'SIGNED',
    'IN_EXECUTION',
    'COMPLETED',
    'SUSPENDED',
  ]);
  possible(CloseExpiredRelease, { gate: 'DISPATCH' }, SIGNED_STATES);
  possible(WithdrawMilestoneDue, { milestoneId: 'M1', reason: 'x' }, SIGNED_STATES);
  possible(RevokeWaiver, { milestoneId: 'M1', reason: 'x' }, [
    'SIGNED',
    'IN_EXECUTION',
    'COMPLETED',
    'CLOSED',
    'SUSPENDED',
    'TERMINATED',
  ]);
  possible(RevokeCreditRelease, { gate: 'DISPATCH', reason: 'x' }, [
    'SIGNED',
    'IN_EXECUTION',
    'COMPLETED',
    'SUSPENDED',
  ]);
  possible.every(milestoneRules);
});
