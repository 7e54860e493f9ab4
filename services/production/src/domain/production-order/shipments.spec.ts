import { refusalOf } from '@engsales/event-sourcing/testing';
import { producedWalk, reportOf, runningWalk } from '../../../test/order-walk.fixtures.js';
import * as order from './production-order.commands.js';
import { anOrder } from './production-order.fixtures.js';
import * as shipment from './shipment.commands.js';
import * as floor from './shop-floor.commands.js';

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
  it('of more than was ordered arrive too, before the order is closed', () => {
    const walk = producedWalk('20').settling({ overBps: 1_000 });
    walk.do(floor.ReportProgress, reportOf('S2', '1')).open('DISPATCH').shipped('20');
    const { lastShipmentId: first } = walk;
    const { lastShipmentId: second } = walk.shipped('1');
    walk.inspected('1');
    const arrive = (shipmentId: string) =>
      walk.do(shipment.ConfirmDelivery, { shipmentId, signedByRef: 'p-9', on: '2025-03-10' }).types;
    expect(arrive(first)).toEqual(['ShipmentDelivered']);
    expect(arrive(second)).toEqual(['ShipmentDelivered', 'ShipmentCancelled', 'ProductionOrderClosed']);
  });
  it('that come back may be reworked, and then leave again or are scrapped', () => {
    const walk = producedWalk('20').open('DISPATCH').shipped('20');
    const { lastShipmentId: shipmentId } = walk;
    walk.do(shipment.ConfirmDelivery, { shipmentId, signedByRef: 'p-9', on: '2025-03-10', refusedQty: '10' });
    const back = (qty: string, disposition: 'RESTOCK' | 'REWORK' | 'SCRAP') =>
      refusalOf(() => walk.do(shipment.DispositionReturn, { shipmentId, qty, disposition })).code;
    const now = () => walk.now.shipments?.[0];
    expect([back('6', 'REWORK'), back('5', 'REWORK')]).toEqual(['accepted', 'DISPOSITION_EXCEEDS_REFUSED']);
    expect(refusalOf(() => walk.shipped('1')).code).toBe('OVER_SHIPMENT');
    expect([back('4', 'RESTOCK'), now()]).toMatchObject(['accepted', { reworkQty: '6', restockedQty: '4' }]);
    expect([back('5', 'RESTOCK'), now()]).toMatchObject(['accepted', { reworkQty: '1', restockedQty: '9' }]);
    expect([back('2', 'SCRAP'), back('1', 'SCRAP')]).toEqual(['DISPOSITION_EXCEEDS_REFUSED', 'accepted']);
    expect(now()).toMatchObject({ reworkQty: '0', restockedQty: '9', disposedQty: '10' });
    walk.shipped('9');
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
    const walk = runningWalk().do(floor.ReportProgress, reportOf('S1', '1', { scrapQty: '1' }));
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
