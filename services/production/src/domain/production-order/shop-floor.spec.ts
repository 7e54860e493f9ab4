import { refusalOf } from '@engsales/event-sourcing/testing';
import {
  BOM,
  engineeredWalk,
  OrderWalk,
  plannedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
  runningWalk,
  STEPS,
} from '../../../test/order-walk.fixtures.js';
import * as order from './production-order.commands.js';
import { anOrder } from './production-order.fixtures.js';
import * as shipment from './shipment.commands.js';
import * as floor from './shop-floor.commands.js';

const report = (stepId: string, goodQty: string, more: object = {}) => ({
  stepId,
  goodQty,
  scrapQty: '0',
  doneOn: '2025-03-10',
  ...more,
});
const engineer = { id: 'chen-gong', role: 'ENGINEERING' };

describe('an order before its release', () => {
  it('is engineered when the BOM comes, also before it was handed over', () => {
    const walk = receivedWalk().do(order.EngineerOrder, BOM);
    expect(walk.now.state).toBe('RECEIVED');
    walk.do(order.HandOverToEngineering, { backupCopyRef: 'c' }, { id: 'zhou-min', role: 'MERCHANDISER' });
    expect(walk.now.state).toBe('ENGINEERED');
    expect(walk.do(order.EngineerOrder, BOM).types).toEqual([]);
  });
  it('is planned once PMC has the BOM, every step with its owner and the released drawing', () => {
    const walk = engineeredWalk();
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: STEPS })).code).toBe('BOM_NOT_ACCEPTED');
    walk.do(order.AcceptBom, {});
    const [first, second] = STEPS;
    const { ownerId: _owner, ...nobodys } = first!;
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: [nobodys, second!] })).code).toBe(
      'WORK_STEP_OWNER_REQUIRED',
    );
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: [{ ...first!, drawingRev: 'A' }] }))).toMatchObject({
      code: 'DRAWING_REVISION_STALE',
      releasedRev: 'B',
    });
    expect(walk.do(floor.PlanOrder, { steps: [second!, first!] }).now.steps?.map((step) => step.stepId)).toEqual([
      'S1',
      'S2',
    ]);
  });
  it('answers a release in this order: form, money, holds, what is not ready', () => {
    const release = (walk: OrderWalk) => refusalOf(() => walk.do(floor.ReleaseOrder, { instructionNo: 'SC-1' })).code;
    const walk = engineeredWalk();
    walk.do(order.PlaceHold, {
      projectId: anOrder.projectId,
      code: 'CONTRACT_SUSPENDED' as const,
      ref: '1',
      since: '2025-03-10',
    });
    expect(release(walk)).toBe('EXECUTION_FORM_NOT_ACCEPTED');
    expect(release(walk.do(order.NoteExecutionForm, {}))).toBe('PAYMENT_GATE_CLOSED');
    expect(release(walk.open('RELEASE_PRODUCTION'))).toBe('ORDER_ON_HOLD');
    expect(release(walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '1' }))).toBe(
      'INVALID_TRANSITION',
    );
    walk.do(order.AcceptBom, {}).do(floor.PlanOrder, { steps: STEPS });
    expect(release(walk)).toBe('accepted');
    expect(walk.now).toMatchObject({ state: 'RELEASED', steps: [{ state: 'READY' }, { state: 'PLANNED' }] });
  });
  it('may be released on credit until its last day', () => {
    const walk = plannedWalk().do(order.NoteExecutionForm, {});
    walk.do(order.SetGate, { gate: 'RELEASE_PRODUCTION' as const, state: 'OVERRIDDEN' as const, until: '2025-03-12' });
    expect(refusalOf(() => walk.on('2025-03-13').do(floor.ReleaseOrder, { instructionNo: 'x' })).code).toBe(
      'PAYMENT_GATE_CLOSED',
    );
    expect(walk.on('2025-03-12').do(floor.ReleaseOrder, { instructionNo: 'x' }).now.state).toBe('RELEASED');
  });
});

describe('steps', () => {
  it('are started by their owner or the director, one after the other, until everything is made', () => {
    const walk = releasedWalk();
    const start = (stepId: string, id: string, role: string) =>
      refusalOf(() => walk.do(floor.StartStep, { stepId }, { id, role })).code;
    expect(start('S1', 'tang-yi', 'STEP_OWNER')).toBe('ROLE_NOT_ALLOWED');
    expect(start('S2', 'tang-yi', 'STEP_OWNER')).toBe('INVALID_TRANSITION');
    expect(start('S9', 'tang-yi', 'STEP_OWNER')).toBe('NOT_FOUND');
    expect(start('S1', 'ma-jun', 'STEP_OWNER')).toBe('accepted');
    walk.do(floor.ReportProgress, report('S1', '1', { scrapQty: '1' }));
    expect(walk.last[0]?.data).toMatchObject({ cumulativeGoodQty: '1', percentBps: 2_500, forecastDate: '2025-08-10' });
    walk
      .do(floor.ReportProgress, report('S1', '1'))
      .do(floor.CompleteStep, { stepId: 'S1' })
      .do(floor.StartStep, { stepId: 'S2' });
    expect(walk.do(floor.ReportProgress, report('S2', '2')).types).toEqual([
      'ProductionProgressReported',
      'ProductionCompleted',
    ]);
    expect(walk.now.state).toBe('PRODUCED');
    expect(walk.do(floor.CompleteStep, { stepId: 'S2' }).now.steps?.[1]?.state).toBe('DONE');
  });
  it('make no more than was ordered', () => {
    expect(refusalOf(() => runningWalk().do(floor.ReportProgress, report('S1', '2.5')))).toMatchObject({
      code: 'OVER_PRODUCTION',
      overQty: '0.5',
    });
    const walk = runningWalk().do(floor.ReportProgress, report('S1', '2'));
    expect(
      walk.do(floor.CorrectProgress, { stepId: 'S1', goodQty: '1', scrapQty: '1', reason: '误报' }).now.steps?.[0],
    ).toMatchObject({ goodQty: '1', scrapQty: '1' });
    const shipped = producedWalk().open('DISPATCH').shipped('2');
    expect(
      refusalOf(() => shipped.do(floor.CorrectProgress, { stepId: 'S2', goodQty: '1', scrapQty: '1', reason: 'x' }))
        .code,
    ).toBe('OVER_SHIPMENT');
  });
  it('of bought goods are goods-in', () => {
    const walk = engineeredWalk({ kind: 'PROCURE' })
      .do(order.AcceptBom, {})
      .do(order.NoteExecutionForm, {})
      .open('RELEASE_PRODUCTION');
    expect(refusalOf(() => walk.do(floor.PlanOrder, { steps: STEPS })).code).toBe('INVALID_TRANSITION');
    walk.do(floor.ReleaseOrder, { instructionNo: 'CG-1' });
    const goods = (qty: string) => ({ qty, docRef: 'GR-1', supplierPartyId: 'p-7' });
    expect(walk.do(floor.ReceiveGoods, goods('1')).now).toMatchObject({ state: 'IN_PROGRESS', receivedQty: '1' });
    expect(refusalOf(() => walk.do(floor.ReceiveGoods, goods('2'))).code).toBe('OVER_PRODUCTION');
    expect(walk.do(floor.ReceiveGoods, goods('1')).now.state).toBe('PRODUCED');
    expect(refusalOf(() => runningWalk().do(floor.ReceiveGoods, goods('1'))).code).toBe('INVALID_TRANSITION');
  });
});

describe('holds', () => {
  const suspend = { projectId: anOrder.projectId, code: 'CONTRACT_SUSPENDED' as const, ref: '1', since: '2025-03-11' };
  it('of engineering stop the work, two of them need two lifts', () => {
    const walk = runningWalk();
    const stop = { scope: 'ORDER' as const, violatedArtefact: { type: 'DRAWING', rev: 'B' } };
    walk
      .do(floor.OrderStopWork, stop, engineer)
      .do(floor.OrderStopWork, { ...stop, scope: 'STEP' as const, stepId: 'S1' }, engineer);
    const [one, two] = walk.now.stops ?? [];
    expect(refusalOf(() => walk.do(floor.ReportProgress, report('S1', '1')))).toMatchObject({
      code: 'ORDER_ON_HOLD',
      holds: [{ code: 'ENGINEERING_STOP' }, { code: 'ENGINEERING_STOP' }],
    });
    walk.do(floor.LiftStopWork, { stopId: one!.stopId, correction: '已改正' }, engineer);
    expect(refusalOf(() => walk.do(floor.CompleteStep, { stepId: 'S1' })).code).toBe('ORDER_ON_HOLD');
    walk.do(floor.LiftStopWork, { stopId: two!.stopId, correction: '已改正' }, engineer);
    expect(refusalOf(() => walk.do(floor.LiftStopWork, { stopId: two!.stopId, correction: 'x' }, engineer)).code).toBe(
      'INVALID_TRANSITION',
    );
    expect(walk.do(floor.ReportProgress, report('S1', '1')).now.holds).toEqual([]);
  });
  it('of one step leave the others alone', () => {
    const walk = releasedWalk();
    walk.do(floor.OrderStopWork, { scope: 'STEP' as const, stepId: 'S2', violatedArtefact: { type: 'BOM' } }, engineer);
    expect(walk.do(floor.StartStep, { stepId: 'S1' }).types).toEqual(['StepStarted']);
  });
  it('let a late report of earlier work through', () => {
    const walk = runningWalk().on('2025-03-12').do(order.PlaceHold, suspend);
    expect(refusalOf(() => walk.do(floor.ReportProgress, report('S1', '1', { doneOn: '2025-03-11' }))).code).toBe(
      'ORDER_ON_HOLD',
    );
    expect(walk.do(floor.ReportProgress, report('S1', '1')).types).toEqual(['ProductionProgressReported']);
  });
  it('of money that left again stop the next step, not the running one', () => {
    const walk = runningWalk().do(floor.ReportProgress, report('S1', '2'));
    walk.do(order.SetGate, { gate: 'RELEASE_PRODUCTION' as const, state: 'CLOSED' as const });
    expect(walk.now.holds).toMatchObject([{ code: 'PAYMENT_GATE' }]);
    walk.do(floor.CompleteStep, { stepId: 'S1' });
    expect(refusalOf(() => walk.do(floor.StartStep, { stepId: 'S2' })).code).toBe('ORDER_ON_HOLD');
    walk.open('RELEASE_PRODUCTION').do(floor.StartStep, { stepId: 'S2' });
  });
  it('stand once per reference, and before the order too', () => {
    const walk = new OrderWalk().do(order.PlaceHold, suspend);
    expect(walk.do(order.PlaceHold, suspend).types).toEqual([]);
    walk.do(order.ReceiveOrder, anOrder);
    expect(walk.now).toMatchObject({ state: 'RECEIVED', holds: [{ code: 'CONTRACT_SUSPENDED', ref: '1' }] });
    expect(walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '2' }).types).toEqual([]);
    expect(walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '1' }).now.holds).toEqual([]);
  });
});

describe('shipments (S19a)', () => {
  it('leave in parts, never more than is there, and what is refused comes back by decision', () => {
    const walk = producedWalk('620').open('DISPATCH').shipped('300');
    expect(walk.last[0]?.data).toMatchObject({ shipping: 'PARTIAL', cumulativeShippedQty: '300' });
    expect(refusalOf(() => walk.shipped('321'))).toMatchObject({ code: 'OVER_SHIPMENT', availableQty: '320' });
    walk.do(shipment.CancelShipment, { shipmentId: walk.lastShipmentId, reason: '超量' }).shipped('320');
    expect(walk.last[0]?.data).toMatchObject({ shipping: 'FULL', cumulativeShippedQty: '620' });
    const shipmentId = walk.lastShipmentId;
    walk.do(shipment.ConfirmDelivery, { shipmentId, signedByRef: 'p-9', on: '2025-03-10', refusedQty: '10' });
    expect(walk.last[0]?.data).toMatchObject({
      delivery: 'PARTIAL',
      cumulativeDeliveredQty: '310',
      cumulativeRefusedQty: '10',
    });
    const back = (qty: string) =>
      walk.do(shipment.DispositionReturn, { shipmentId, qty, disposition: 'RESTOCK' as const });
    expect(refusalOf(() => back('11')).code).toBe('DISPOSITION_EXCEEDS_REFUSED');
    back('10').shipped('10');
    const first = walk.now.shipments?.[0]?.shipmentId ?? '';
    walk.do(shipment.ConfirmDelivery, { shipmentId: first, signedByRef: 'p-9', on: '2025-03-10' });
    walk.do(shipment.ConfirmDelivery, { shipmentId: walk.lastShipmentId, signedByRef: 'p-9', on: '2025-03-10' });
    expect([walk.types, walk.now.state]).toEqual([['ShipmentDelivered', 'ProductionOrderClosed'], 'CLOSED']);
  });
  it('are refused: not inspected, held, not paid', () => {
    const walk = producedWalk().do(shipment.PlanShipment, { qty: '1' });
    const { lastShipmentId: shipmentId } = walk;
    const dispatch = () => refusalOf(() => walk.do(shipment.DispatchShipment, { shipmentId, carrierRef: 'C' })).code;
    expect(dispatch()).toBe('SHIPMENT_NOT_INSPECTED');
    walk.do(shipment.InspectShipment, { shipmentId, result: 'FAILED' as const, certRef: 'q' });
    expect(dispatch()).toBe('SHIPMENT_NOT_INSPECTED');
    walk.do(shipment.InspectShipment, { shipmentId, result: 'PASSED' as const, certRef: 'q' });
    walk.do(order.PlaceHold, { projectId: 'p', code: 'CONTRACT_SUSPENDED' as const, ref: '1', since: '2025-03-10' });
    expect(dispatch()).toBe('ORDER_ON_HOLD');
    walk.do(order.DropHold, { code: 'CONTRACT_SUSPENDED' as const, ref: '1' });
    expect(dispatch()).toBe('SHIPMENT_PAYMENT_GATE_CLOSED');
    walk.do(order.SetGate, { gate: 'DISPATCH' as const, state: 'OVERRIDDEN' as const, until: '2025-03-10' });
    expect(dispatch()).toBe('accepted');
  });
  it('that are late are told once per promise', () => {
    const walk = runningWalk().on('2025-09-02');
    const mark = (committedDate: string) => walk.do(shipment.MarkShipmentDelayed, { committedDate }).types;
    expect(mark('2025-08-01')).toEqual([]);
    expect(mark('2025-09-01')).toEqual(['ShipmentDelayed']);
    expect(mark('2025-09-01')).toEqual([]);
    walk.do(order.RescheduleOrder, { to: '2025-10-01', reason: '停工' });
    expect(
      walk.on('2025-10-02').do(shipment.MarkShipmentDelayed, { committedDate: '2025-10-01' }).last[0]?.data,
    ).toMatchObject({ daysLate: 1, unshippedQty: '2' });
  });
});

describe('the end of an order', () => {
  const why = { initiator: 'CUSTOMER', reason: '项目取消' };
  const end = { ...why, projectId: 'p', contractId: anOrder.contractId, lineId: 'L1', contractVersion: 2 };
  it('cancels what has not left, whatever holds it, with what it has cost', () => {
    const walk = runningWalk().do(floor.ReportProgress, report('S1', '1', { scrapQty: '1' }));
    walk.do(order.PlaceHold, { projectId: 'p', code: 'CHANGE_PENDING' as const, ref: 'c', since: '2025-03-10' });
    expect(refusalOf(() => walk.do(order.ShortCloseOrder, why)).code).toBe('INVALID_TRANSITION');
    walk.do(order.CancelOrder, why);
    expect(walk.last.at(-1)?.data).toMatchObject({
      state: 'CANCELLED',
      wipCostFen: 1_000,
      scrapCostFen: 1_000,
      producedQty: '0',
    });
  });
  it('closes short what has left in part, and cancels what waits', () => {
    const walk = producedWalk().open('DISPATCH').shipped('1').inspected('1');
    expect(refusalOf(() => walk.do(order.CancelOrder, why)).code).toBe('ORDER_PARTLY_SHIPPED');
    expect(walk.do(order.EndOrder, end).types).toEqual(['ShipmentCancelled', 'ProductionOrderShortClosed']);
    expect(walk.now.state).toBe('SHORT_CLOSED');
  });
});
