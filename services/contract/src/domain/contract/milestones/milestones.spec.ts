import { refusalOf } from '@engsales/event-sourcing/testing';
import { RecordAcceptance, RecordGoodsMovement, RecordInstallation } from './execution.commands.js';
import {
  CloseExpiredRelease,
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  ReverseReceipt,
  TriggerMilestone,
  WaiveMilestone,
} from './money.commands.js';
import { aDocument } from './contract.fixtures.js';
import { executedWalk, signedWalk } from '../../../test/walk.fixtures.js';

const codeOf = (run: () => unknown) => refusalOf(run).code;
const moved = (lineId: string, quantities: object, on = '2025-03-10') => ({
  lineId,
  on,
  ref: 'order-1',
  ...quantities,
});

describe('goods', () => {
  it('that are ready, of any line, make the pre-shipment payment due', () => {
    const walk = executedWalk().do(RecordGoodsMovement, moved('L3', { cumulativeReadyQty: '1' }));
    expect(walk.types).toEqual(['GoodsMovementRecorded', 'PaymentMilestoneDue']);
    expect(walk.milestone('M2')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17', triggeredOn: '2025-03-10' });
    expect(walk.do(RecordGoodsMovement, moved('L2', { cumulativeReadyQty: '24' })).types).toEqual([
      'GoodsMovementRecorded',
    ]);
  });
  it('move the delivery axis, and an older report changes nothing', () => {
    const walk = executedWalk().do(RecordGoodsMovement, moved('L1', { cumulativeDeliveredQty: '2' }));
    expect([walk.now.delivery, walk.now.progress?.L1]).toEqual([
      'PARTIAL',
      expect.objectContaining({ readyQty: '2', shippedQty: '2', deliveredQty: '2', deliveredOn: '2025-03-10' }),
    ]);
    expect(walk.do(RecordGoodsMovement, moved('L1', { cumulativeShippedQty: '1' })).types).toEqual([]);
    walk.do(RecordGoodsMovement, moved('L2', { cumulativeDeliveredQty: '24' }));
    walk.do(RecordGoodsMovement, moved('L3', { cumulativeDeliveredQty: '620' }));
    expect(walk.now.delivery).toBe('FULL');
  });
  it('delivered in full, of every goods line, make a delivery payment due', () => {
    const [first, ...rest] = aDocument().paymentMilestones;
    const delivery = {
      ...first!,
      id: 'M1',
      kind: 'DELIVERY' as const,
      trigger: 'DELIVERED' as const,
      gate: 'NONE' as const,
    };
    const walk = signedWalk({ paymentMilestones: [delivery, ...rest] });
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
  it('of a line that the contract does not have are refused', () =>
    expect(codeOf(() => executedWalk().do(RecordGoodsMovement, moved('L9', {})))).toBe('LINE_UNKNOWN'));
});

describe('installation and acceptance', () => {
  const installed = () =>
    executedWalk().do(RecordInstallation, { lineIds: ['L1', 'L2', 'L3'], on: '2025-03-10', ref: 's' });
  const accepted = (lineIds: string[]) => ({
    acceptanceId: 'a-1',
    certNo: 'YS-1',
    on: '2025-03-10',
    result: 'PASSED' as const,
    lineIds,
  });
  it('make their payments due when every goods line has it', () => {
    const walk = executedWalk().do(RecordInstallation, { lineIds: ['L1', 'L2'], on: '2025-03-10', ref: 's' });
    expect(walk.milestone('M3')?.status).toBe('PLANNED');
    walk.do(RecordInstallation, { lineIds: ['L2', 'L3'], on: '2025-03-10', ref: 's' });
    expect(walk.milestone('M3')?.status).toBe('DUE');
    expect(walk.do(RecordInstallation, { lineIds: ['L3'], on: '2025-03-10', ref: 's' }).types).toEqual([]);
  });
  it('acceptance begins the period of the retention, which is due when it is over', () => {
    const walk = installed().do(RecordAcceptance, accepted(['L1', 'L2', 'L3', 'L4']));
    expect(walk.types).toEqual(['AcceptanceRecorded', 'PaymentMilestoneDue', 'RetentionPeriodBegun']);
    expect([walk.now.acceptance, walk.milestone('M5')]).toEqual([
      'FULL',
      expect.objectContaining({ status: 'PLANNED', triggersOn: '2027-03-10' }),
    ]);
    expect(walk.on('2027-03-09').do(TriggerMilestone, { milestoneId: 'M5' }).types).toEqual([]);
    expect(walk.on('2027-03-10').do(TriggerMilestone, { milestoneId: 'M5' }).types).toEqual(['PaymentMilestoneDue']);
    expect(walk.milestone('M5')).toMatchObject({ status: 'DUE', dueOn: '2027-03-17' });
    expect(walk.do(TriggerMilestone, { milestoneId: 'M5' }).types).toEqual([]);
  });
  it('the months of the warranty count where the retention names none', () => {
    const paymentMilestones = aDocument().paymentMilestones.map((m) =>
      m.id === 'M5' ? { ...m, netMonths: undefined } : m,
    );
    const walk = signedWalk({ paymentMilestones, warrantyTerms: { defectsLiabilityMonths: 12 } });
    walk.do(RecordAcceptance, accepted(['L1', 'L2', 'L3']));
    expect([walk.milestone('M5')?.triggersOn, walk.now.acceptance]).toEqual(['2026-03-10', 'PARTIAL']);
  });
});

describe('a milestone', () => {
  it('of a date is due on that day', () => {
    const [first, ...rest] = aDocument().paymentMilestones;
    const dated = { ...first!, trigger: 'DATE' as const, date: '2025-06-30' };
    const walk = signedWalk({ paymentMilestones: [dated, ...rest] });
    expect(walk.milestone('M1')).toMatchObject({ status: 'PLANNED', triggersOn: '2025-06-30' });
    expect(walk.on('2025-06-30').do(TriggerMilestone, { milestoneId: 'M1' }).milestone('M1')).toMatchObject({
      status: 'DUE',
      dueOn: '2025-07-07',
    });
  });
  it('is marked due by hand, all that wait for the trigger or the named one', () => {
    const walk = executedWalk().do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'doc', on: '2025-03-10' });
    expect(walk.milestone('M3')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17' });
    const again = { trigger: 'INSTALLED' as const, ref: 'doc', on: '2025-03-10' };
    expect(codeOf(() => walk.do(MarkMilestoneDue, again))).toBe('INVALID_TRANSITION');
    expect(codeOf(() => walk.do(MarkMilestoneDue, { ...again, on: '2025-03-11' }))).toBe('DATE_IN_FUTURE');
    expect(walk.do(MarkMilestoneDue, { ...again, trigger: 'ACCEPTED', milestoneIds: ['M4'] }).types).toEqual([
      'PaymentMilestoneDue',
    ]);
  });
  it('is overdue from the day after its last day, once, and part of the money makes it part paid', () => {
    const walk = executedWalk().on('2025-03-17').do(MarkMilestoneOverdue, {});
    expect(walk.types).toEqual([]);
    walk.on('2025-03-20').do(MarkMilestoneOverdue, {});
    expect(walk.last[0]?.data).toMatchObject({
      milestoneId: 'M1',
      daysOverdue: 3,
      outstandingFen: 210_000_000,
      payment: 'OVERDUE',
    });
    expect(walk.do(MarkMilestoneOverdue, {}).types).toEqual([]);
    expect(walk.receipt(200_000_000, 'M1').milestone('M1')?.status).toBe('PART_PAID');
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.milestone('M1')?.status).toBe('OVERDUE');
    expect(codeOf(() => walk.do(MarkMilestoneOverdue, { asOf: '2025-03-21' }))).toBe('DATE_IN_FUTURE');
  });
  it('that was paid before its trigger is due when the money leaves again', () => {
    const walk = executedWalk().receipt(140_000_000, 'M3');
    walk.do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'doc', on: '2025-03-10' });
    expect([walk.types, walk.milestone('M3')?.status]).toEqual([['PaymentMilestoneTriggered'], 'PAID']);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.milestone('M3')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17' });
  });
  it('is waived by a leader, which opens its gate, and not twice', () => {
    const walk = signedWalk().do(WaiveMilestone, { milestoneId: 'M1', reason: '让利' }, 'wang');
    expect(walk.types).toEqual(['PaymentMilestoneWaived', 'PaymentGateOpened']);
    expect(codeOf(() => walk.do(WaiveMilestone, { milestoneId: 'M1', reason: 'x' }))).toBe('INVALID_TRANSITION');
    expect(codeOf(() => walk.do(WaiveMilestone, { milestoneId: 'M9', reason: 'x' }))).toBe('NOT_FOUND');
  });
});

describe('a credit release', () => {
  const release = { gate: 'DISPATCH' as const, until: '2025-03-31', reason: '拨款延迟' };
  it('lets a closed gate be passed until its last day', () => {
    const walk = executedWalk().do(GrantCreditRelease, release, 'wang');
    expect(walk.now.gates?.DISPATCH).toEqual({ state: 'OVERRIDDEN', until: '2025-03-31' });
    expect(walk.on('2025-03-31').do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual([]);
    expect(walk.on('2025-04-01').do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual(['PaymentGateClosed']);
    expect(walk.now.gates?.DISPATCH).toEqual({ state: 'CLOSED' });
    expect(walk.do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual([]);
  });
  it('is spent when the money comes', () => {
    const walk = executedWalk().do(GrantCreditRelease, release, 'wang').receipt(210_000_000, 'M2');
    expect(walk.types).toEqual(['ReceiptRecorded', 'PaymentMilestonePaid', 'PaymentGateOpened']);
    expect([walk.now.gates?.DISPATCH, walk.now.creditReleases]).toEqual([{ state: 'OPEN' }, {}]);
    expect(walk.on('2025-04-01').do(CloseExpiredRelease, { gate: 'DISPATCH' }).types).toEqual([]);
    walk.do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
    expect(walk.now.gates?.DISPATCH).toEqual({ state: 'CLOSED' });
  });
  it('is refused for a day that is over and for an open gate', () => {
    const walk = executedWalk();
    expect(codeOf(() => walk.do(GrantCreditRelease, { ...release, until: '2025-03-09' }))).toBe(
      'CREDIT_RELEASE_DATE_INVALID',
    );
    walk.receipt(210_000_000, 'M2');
    expect(codeOf(() => walk.do(GrantCreditRelease, release))).toBe('GATE_ALREADY_OPEN');
  });
});
