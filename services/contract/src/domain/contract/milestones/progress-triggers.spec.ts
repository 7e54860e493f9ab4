import { aDocument } from '../contract.fixtures.js';
import { signedWalk, type ContractWalk } from '../contract.walk.js';
import type { MilestoneScope, Trigger } from '../contract.values.js';
import { MarkMilestoneOverdue } from '../milestones/milestones.commands.js';
import type { DraftMilestone } from '../drafting/drafting.commands.js';
import { acceptanceAxis, deliveryAxis } from '../execution/progress-axes.js';
import { RecordAcceptance, RecordGoodsMovement, RecordInstallation } from '../execution/execution.commands.js';
import { noProgress, withProgress } from '../execution/execution.state.js';

const [M1] = aDocument().paymentMilestones as [DraftMilestone];
/** A contract with one milestone of everything, signed on 2025-03-10; the walk stands at 2025-12-31. */
const waitingFor = (trigger: Trigger, scope?: MilestoneScope, lines = aDocument().lines): ContractWalk =>
  signedWalk({ lines, paymentMilestones: [{ ...M1, amountFen: undefined, bps: 10_000, trigger, scope }] }).on(
    '2025-12-31',
  );
type Moved = Partial<Record<'Ready' | 'Shipped' | 'Delivered', string>>;
let reports = 0;
const move = (walk: ContractWalk, lineId: string, on: string, { Ready, Shipped, Delivered }: Moved) =>
  walk.do(RecordGoodsMovement, {
    sequence: (reports += 1),
    lineId,
    cumulativeReadyQty: Ready,
    cumulativeShippedQty: Shipped,
    cumulativeDeliveredQty: Delivered,
    on,
    ref: 's',
  });
const install = (walk: ContractWalk, on: string, ...lineIds: string[]) =>
  walk.do(RecordInstallation, { lineIds, on, ref: 's' });
const accept = (walk: ContractWalk, on: string, ...lineIds: string[]) =>
  walk.do(RecordAcceptance, { acceptanceId: 'a', certNo: 'YS', on, result: 'PASSED', lineIds });
const triggeredOn = (walk: ContractWalk) => walk.milestone('M1')?.triggeredOn;
const DAY = '2025-08-01';

describe('a milestone that needs any of its lines (C-35, C-36)', () => {
  it('is due with the smallest quantity that is ready', () =>
    expect(triggeredOn(move(waitingFor('GOODS_READY'), 'L3', DAY, { Ready: '0.000001' }))).toBe(DAY));
  it('is due by what was shipped, for that was ready', () =>
    expect(triggeredOn(move(waitingFor('GOODS_READY'), 'L3', DAY, { Shipped: '1' }))).toBe(DAY));
  it('is not due by what is ready where it waits for a dispatch', () =>
    expect(triggeredOn(move(waitingFor('DISPATCHED'), 'L3', DAY, { Ready: '620' }))).toBeUndefined());
  it('is not due by a line that its scope does not name', () => {
    const walk = waitingFor('DISPATCHED', { mode: 'ANY', lineIds: ['L1'] });
    expect(triggeredOn(move(walk, 'L3', DAY, { Shipped: '620' }))).toBeUndefined();
    expect(triggeredOn(move(walk, 'L1', '2025-08-02', { Shipped: '1' }))).toBe('2025-08-02');
  });
  it('is due with the first acceptance where its scope says so', () =>
    expect(triggeredOn(accept(waitingFor('ACCEPTED', { mode: 'ANY' }), DAY, 'L2'))).toBe(DAY));
  it('stays due since the first day when more comes', () => {
    const walk = move(waitingFor('GOODS_READY'), 'L3', DAY, { Ready: '1' });
    expect(triggeredOn(move(walk, 'L3', '2025-09-01', { Ready: '620' }))).toBe(DAY);
  });
});

describe('a milestone that needs all of its lines (C-35, C-36)', () => {
  it('is not due while one unit of one line is missing', () => {
    const walk = waitingFor('DELIVERED');
    move(walk, 'L1', DAY, { Delivered: '2' });
    move(walk, 'L2', DAY, { Delivered: '24' });
    expect(triggeredOn(move(walk, 'L3', DAY, { Delivered: '619.999999' }))).toBeUndefined();
    expect(triggeredOn(move(walk, 'L3', DAY, { Delivered: '620' }))).toBe(DAY);
  });
  it('is due since the last of the days, also when the earlier one is reported last', () => {
    const walk = waitingFor('DELIVERED', { mode: 'ALL', lineIds: ['L1', 'L2'] });
    move(walk, 'L1', '2025-09-01', { Delivered: '2' });
    expect(triggeredOn(move(walk, 'L2', DAY, { Delivered: '24' }))).toBe('2025-09-01');
  });
  it('needs the whole of a line that is to be ready, where its scope says so', () => {
    const walk = waitingFor('GOODS_READY', { mode: 'ALL', lineIds: ['L1'] });
    expect(triggeredOn(move(walk, 'L1', DAY, { Ready: '1' }))).toBeUndefined();
    expect(triggeredOn(move(walk, 'L1', DAY, { Ready: '2' }))).toBe(DAY);
  });
  it('needs no service without a scope, where there are goods', () =>
    expect(triggeredOn(install(waitingFor('INSTALLED'), DAY, 'L1', 'L2', 'L3'))).toBe(DAY));
  it('needs the services where its scope names one', () => {
    const walk = waitingFor('ACCEPTED', { mode: 'ALL', lineIds: ['L1', 'L4'] });
    expect(triggeredOn(accept(walk, DAY, 'L1', 'L2', 'L3'))).toBeUndefined();
    expect(triggeredOn(accept(walk, '2025-08-02', 'L4'))).toBe('2025-08-02');
  });
  it('needs every line where the contract has no goods', () => {
    const lines = aDocument().lines.map((line) => ({ ...line, fulfilment: 'SERVICE' as const }));
    const walk = waitingFor('ACCEPTED', undefined, lines);
    expect(triggeredOn(accept(walk, DAY, 'L1', 'L2', 'L3'))).toBeUndefined();
    expect(triggeredOn(accept(walk, DAY, 'L4'))).toBe(DAY);
  });
  it('is not due by an installation where it waits for the acceptance', () =>
    expect(triggeredOn(install(waitingFor('ACCEPTED'), DAY, 'L1', 'L2', 'L3', 'L4'))).toBeUndefined());
});

describe('a delivery whose day was told wrong (C-89)', () => {
  const OF_L1: MilestoneScope = { mode: 'ALL', lineIds: ['L1'] };
  const delivered = () => move(waitingFor('DELIVERED', OF_L1), 'L1', '2025-08-11', { Delivered: '2' });
  it('is told anew: the milestone is due from its own day', () => {
    const walk = move(delivered(), 'L1', DAY, { Delivered: '2' });
    expect(walk.types).toEqual(['GoodsMovementRecorded', 'PaymentMilestoneDueWithdrawn', 'PaymentMilestoneDue']);
    expect(walk.milestone('M1')).toMatchObject({ status: 'DUE', triggeredOn: DAY });
    expect(walk.now.progress[0]).toMatchObject({ deliveredQty: '2', deliveredOn: DAY });
    expect(move(walk, 'L1', DAY, { Delivered: '2' }).types).toEqual([]);
  });
  it('is late no more where the right day is later, and keeps its money', () => {
    const walk = delivered().receipt(5, 'M1').do(MarkMilestoneOverdue, {});
    move(walk, 'L1', '2025-12-30', { Delivered: '2' });
    expect(walk.milestone('M1')).toMatchObject({ status: 'PART_PAID', paidFen: 5, triggeredOn: '2025-12-30' });
    expect(walk.milestone('M1')?.overdueSince).toBeUndefined();
  });
  it('was taken back and came about on another day: it is due from that day', () => {
    const walk = move(delivered().receipt(5, 'M1'), 'L1', '2025-08-11', { Delivered: '1' });
    expect(walk.milestone('M1')?.triggerLost).toBe(true);
    move(walk, 'L1', '2025-09-15', { Delivered: '2' });
    expect(walk.milestone('M1')).toMatchObject({ triggeredOn: '2025-09-15', triggerLost: undefined });
  });
  it('of another shipment than the last moves nothing', () => {
    const walk = move(waitingFor('DELIVERED', OF_L1), 'L1', DAY, { Delivered: '1' });
    const last = { lineId: 'L1', cumulativeDeliveredQty: '2', on: '2025-08-11', ref: 's2' };
    walk.do(RecordGoodsMovement, { ...last, sequence: (reports += 1) });
    expect(move(walk, 'L1', '2025-07-31', { Delivered: '2' }).types).toEqual([]);
    expect(triggeredOn(walk)).toBe('2025-08-11');
  });
});

describe('the axes of a contract (C-67)', () => {
  const { lines } = aDocument();
  const document = signedWalk().now.document;
  const none = noProgress(lines.map((line) => line.lineId));
  const delivered = (lineId: string, deliveredQty: string, before = none) =>
    withProgress(before, [lineId], { deliveredQty });
  const whole = delivered('L1', '2', delivered('L2', '24', delivered('L3', '620')));

  it('begin at NONE', () =>
    expect([deliveryAxis(document, none), acceptanceAxis(document, none)]).toEqual(['NONE', 'NONE']));
  it('are PARTIAL with the first that comes', () => {
    expect(deliveryAxis(document, delivered('L3', '0.000001'))).toBe('PARTIAL');
    expect(acceptanceAxis(document, withProgress(none, ['L4'], { acceptedOn: DAY }))).toBe('PARTIAL');
  });
  it('are FULL for delivery when all goods are delivered, written however', () => {
    expect(deliveryAxis(document, delivered('L1', '2.000', whole))).toBe('FULL');
    expect(deliveryAxis(document, delivered('L2', '23.999999', whole))).toBe('PARTIAL');
  });
  it('are FULL for acceptance only with the services', () => {
    const goods = withProgress(none, ['L1', 'L2', 'L3'], { acceptedOn: DAY });
    expect(acceptanceAxis(document, goods)).toBe('PARTIAL');
    expect(acceptanceAxis(document, withProgress(goods, ['L4'], { acceptedOn: DAY }))).toBe('FULL');
  });
  it('do not move by what is shipped only', () =>
    expect(deliveryAxis(document, withProgress(none, ['L1'], { shippedQty: '2' }))).toBe('NONE'));
});

describe('goods that are reported (C-65)', () => {
  const progress = (walk: ContractWalk, lineId: string) => walk.now.progress.find((line) => line.lineId === lineId);

  it('may become fewer, and nothing is told of a report that is older', () => {
    const walk = move(signedWalk().on('2025-12-31'), 'L3', DAY, { Shipped: '300' });
    move(walk, 'L3', '2025-08-05', { Shipped: '299.999999', Ready: '300' });
    expect(progress(walk, 'L3')).toMatchObject({ readyQty: '300', shippedQty: '299.999999', shippedOn: DAY });
    const older = { sequence: reports, lineId: 'L3', cumulativeShippedQty: '300', on: DAY, ref: 's' };
    expect(walk.do(RecordGoodsMovement, older).last).toEqual([]);
  });
  it('have no day once there are none', () => {
    const walk = move(signedWalk().on('2025-12-31'), 'L3', DAY, { Ready: '300' });
    move(walk, 'L3', '2025-08-05', { Ready: '0' });
    expect(progress(walk, 'L3')).toMatchObject({ readyQty: '0', readyOn: undefined });
  });
  it.each([
    ['in the future', '2026-01-01', 'DATE_IN_FUTURE'],
    ['before the signature', '2025-03-09', 'DATE_BEFORE_SIGNING'],
  ])('are refused with a day %s (C-87)', (_title, on, code) => {
    const walk = signedWalk().on('2025-12-31');
    const said = { sequence: 1, lineId: 'L3', cumulativeReadyQty: '1', on, ref: 's' };
    expect(walk.refused(RecordGoodsMovement, said)).toMatchObject({ code });
    const certificate = { acceptanceId: 'a', certNo: 'YS', result: 'PASSED' as const, on, lineIds: ['L1'] };
    expect(walk.refused(RecordAcceptance, certificate)).toMatchObject({ code });
    expect(walk.refused(RecordInstallation, { on, ref: 's', lineIds: ['L1'] })).toMatchObject({ code });
  });
  it('are the same quantity however it is written', () => {
    const walk = move(signedWalk().on('2025-12-31'), 'L3', DAY, { Ready: '300' });
    move(walk, 'L3', '2025-08-05', { Ready: '300.0' });
    expect([walk.last, progress(walk, 'L3')?.readyOn]).toEqual([[], DAY]);
  });
  it('keep the later day when an earlier one is reported with more', () => {
    const walk = move(signedWalk().on('2025-12-31'), 'L3', '2025-08-05', { Ready: '100' });
    move(walk, 'L3', DAY, { Ready: '200' });
    expect(progress(walk, 'L3')).toMatchObject({ readyQty: '200', readyOn: '2025-08-05' });
  });
  it('have a day for each quantity that has grown, and for no other', () => {
    const walk = move(signedWalk().on('2025-12-31'), 'L3', DAY, { Ready: '300' });
    move(walk, 'L3', '2025-08-20', { Shipped: '300' });
    expect(progress(walk, 'L3')).toEqual({
      lineId: 'L3',
      readyQty: '300',
      shippedQty: '300',
      deliveredQty: '0',
      refusedQty: '0',
      sequence: reports,
      readyOn: DAY,
      shippedOn: '2025-08-20',
    });
  });
});

describe('lines that are reported twice (C-66)', () => {
  it('are recorded without those that were there already; the first day stands', () => {
    const walk = install(signedWalk().on('2025-12-31'), DAY, 'L1', 'L2');
    install(walk, '2025-08-09', 'L2', 'L3');
    expect(walk.last[0]).toMatchObject({ type: 'InstallationRecorded', data: { lineIds: ['L3'], on: '2025-08-09' } });
    expect(walk.now.progress.map((line) => line.installedOn)).toEqual([DAY, DAY, '2025-08-09', undefined]);
  });
  it('are refused as a whole where one of them is unknown', () => {
    const said = { acceptanceId: 'a', certNo: 'YS', on: DAY, result: 'PASSED', lineIds: ['L1', 'L8', 'L9'] } as const;
    expect(signedWalk().refused(RecordAcceptance, said)).toEqual({ code: 'LINE_UNKNOWN', unknown: ['L8', 'L9'] });
  });
});
