import { Rejected } from '@engsales/event-sourcing/decider';
import { daysBetween, difference, isAtLeast, isPositiveQuantity, sumQuantities } from '@engsales/values';
import { refuseHeld } from './holds.js';
import { headOf } from './order-office.js';
import {
  availableQty,
  axisOf,
  deliveredQty,
  forecastOf,
  gatesOf,
  isPassable,
  refusedQty,
  shippedQty,
  type LiveOrder,
  type Shipment,
} from './order-state.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import type {
  CancelShipment,
  ConfirmDelivery,
  DeferDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  RecordCallOff,
} from './shipment.commands.js';
import type { OfShipment } from './shipment.events.js';

export function recordCallOff({ data, issued }: RecordCallOff, order: LiveOrder): ProductionOrderEvent[] {
  const { qty, deliverTo, requiredOn } = data;
  const place = deliverTo === undefined ? {} : { deliverTo };
  const callOff = { callOffId: issued.commandId, qty, ...place, requiredOn };
  return [{ type: 'CallOffRecorded', data: { ...headOf(order), callOff } }];
}

export function deferDelivery({ data: { by, until } }: DeferDelivery, order: LiveOrder): ProductionOrderEvent[] {
  return [{ type: 'DeliveryDeferred', data: { ...headOf(order), by, until } }];
}

export function planShipment({ data, issued }: PlanShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { qty, consignmentNo } = data;
  const truck = consignmentNo === undefined ? {} : { consignmentNo };
  const nothing = { serialNos: [], refusedQty: '0', restockedQty: '0', disposedQty: '0' };
  const shipment: Shipment = { shipmentId: issued.commandId, state: 'PLANNED', qty, ...truck, ...nothing };
  return [{ type: 'ShipmentPlanned', data: of(order, shipment) }];
}

/** PASSED: the goods are ready to ship. FAILED: back to planned. */
export function inspectShipment(command: InspectShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, result, certRef } = command.data;
  const shipment = shipmentIn(command, order, shipmentId, ['PLANNED', 'INSPECTED']);
  const inspected: Shipment = { ...shipment, certRef, state: result === 'PASSED' ? 'INSPECTED' : 'PLANNED' };
  const after = withShipment(order, inspected);
  const ready = (after.shipments ?? []).filter((other) => other.state !== 'PLANNED' && other.state !== 'CANCELLED');
  const cumulativeReadyQty = sumQuantities(ready.map((other) => other.qty));
  const told = { result, inspectedOn: command.issued.today, cumulativeReadyQty };
  return [{ type: 'ShipmentInspected', data: { ...of(order, inspected), ...told } }];
}

/**
 * Where a shipment is refused: not inspected, held, not paid for, or more than is there (domain.md 2.4).
 * @throws Rejected SHIPMENT_NOT_INSPECTED, ORDER_ON_HOLD, SHIPMENT_PAYMENT_GATE_CLOSED, OVER_SHIPMENT
 */
export function dispatch(command: DispatchShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, carrierRef, serialNos = [], qty } = command.data;
  const { today } = command.issued;
  const shipment = shipmentIn(command, order, shipmentId, ['PLANNED', 'INSPECTED']);
  if (shipment.state === 'PLANNED') {
    throw new Rejected('SHIPMENT_NOT_INSPECTED', 'the shipment has not passed inspection', { shipmentId });
  }
  refuseHeld(order.holds ?? [], 'DispatchShipment');
  const gate = gatesOf(order).DISPATCH;
  if (!isPassable(gate, today)) {
    throw new Rejected('SHIPMENT_PAYMENT_GATE_CLOSED', 'the payment before dispatch is missing', {
      gate: 'DISPATCH',
      ...gate,
    });
  }
  const leaving = qty ?? shipment.qty;
  const available = availableQty(order);
  if (!isAtLeast(available, leaving)) {
    const details = { shipmentId, qty: leaving, availableQty: available };
    throw new Rejected('OVER_SHIPMENT', 'more than is produced and not yet away', details);
  }
  const gone: Shipment = { ...shipment, state: 'DISPATCHED', qty: leaving, carrierRef, serialNos, dispatchedOn: today };
  return [{ type: 'ShipmentDispatched', data: { ...of(order, gone), daysLate: daysLate(order, today) } }];
}

/** 签收; what is refused comes back and waits for its disposition. The order is closed once all is delivered. */
export function confirmDelivery(command: ConfirmDelivery, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, signedByRef, on, refusedQty: refused = '0' } = command.data;
  const { today } = command.issued;
  const shipment = shipmentIn(command, order, shipmentId, ['DISPATCHED']);
  if (on > today || on < (shipment.dispatchedOn ?? on)) {
    const details = { on, earliest: shipment.dispatchedOn, latest: today };
    throw new Rejected('DELIVERY_DATE_INVALID', 'delivered between dispatch and today', details);
  }
  if (!isAtLeast(shipment.qty, refused)) {
    throw new Rejected('REFUSED_EXCEEDS_SHIPMENT', 'more refused than was shipped', { shipmentId, qty: shipment.qty });
  }
  const state = isPositiveQuantity(refused) ? 'REFUSED' : 'DELIVERED';
  const signed: Shipment = { ...shipment, state, deliveredOn: on, signedByRef, refusedQty: refused };
  const after = withShipment(order, signed);
  return [
    { type: 'ShipmentDelivered', data: { ...of(order, signed), daysLate: daysLate(order, on) } },
    ...closed(after, today),
  ];
}

export function cancelShipment(command: CancelShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, reason } = command.data;
  const shipment = shipmentIn(command, order, shipmentId, ['PLANNED', 'INSPECTED']);
  return [{ type: 'ShipmentCancelled', data: { ...of(order, { ...shipment, state: 'CANCELLED' }), reason } }];
}

/** What becomes of refused goods: RESTOCK is shippable again, REWORK waits for its own RESTOCK or SCRAP. */
export function dispositionReturn(command: DispositionReturn, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, qty, disposition } = command.data;
  const shipment = shipmentIn(command, order, shipmentId, ['REFUSED']);
  const undecided = difference(shipment.refusedQty, shipment.disposedQty);
  const left = disposition === 'REWORK' ? difference(undecided, shipment.reworkQty ?? '0') : undecided;
  if (!isAtLeast(left, qty)) {
    throw new Rejected('DISPOSITION_EXCEEDS_REFUSED', 'more than was refused', { shipmentId, leftQty: left });
  }
  const after = disposed(shipment, qty, disposition);
  return [{ type: 'ReturnDispositioned', data: { ...of(order, after), qty, disposition, on: command.issued.today } }];
}

function disposed(shipment: Shipment, qty: string, disposition: DispositionReturn['data']['disposition']): Shipment {
  const { refusedQty: refused, restockedQty, reworkQty = '0' } = shipment;
  if (disposition === 'REWORK') return { ...shipment, reworkQty: sumQuantities([reworkQty, qty]) };
  const disposedQty = sumQuantities([shipment.disposedQty, qty]);
  const rest = difference(refused, disposedQty);
  return {
    ...shipment,
    disposedQty,
    reworkQty: isAtLeast(rest, reworkQty) ? reworkQty : rest,
    restockedQty: disposition === 'RESTOCK' ? sumQuantities([restockedQty, qty]) : restockedQty,
  };
}

/** Once per committed date, and only while something is still here. */
export function markDelayed({ data, issued }: MarkShipmentDelayed, order: LiveOrder): ProductionOrderEvent[] {
  const { committedDate } = data;
  const { lineId, qty } = order;
  const shipped = shippedQty(order);
  const stands = committedDate === order.committedDate && order.delayToldFor !== committedDate;
  if (!stands || issued.today <= committedDate || isAtLeast(shipped, qty)) return [];
  const quantities = { unshippedQty: difference(qty, shipped), orderedQty: qty };
  const late = { forecastDate: forecastOf(order, issued.today), daysLate: daysLate(order, issued.today) };
  return [{ type: 'ShipmentDelayed', data: { ...headOf(order), lineId, committedDate, ...quantities, ...late } }];
}

/** Shipments that have not left end with their order. */
export function cancelOpenShipments(order: LiveOrder, reason: string): ProductionOrderEvent[] {
  const open = (order.shipments ?? []).filter(({ state }) => state === 'PLANNED' || state === 'INSPECTED');
  return open.map((shipment) => ({
    type: 'ShipmentCancelled',
    data: { ...of(order, { ...shipment, state: 'CANCELLED' }), reason },
  }));
}

/** Delivered in full, and nothing more of it on the road: what was made beyond the order may still be. */
function closed(order: LiveOrder, today: string): ProductionOrderEvent[] {
  const delivered = deliveredQty(order);
  const onTheRoad = (order.shipments ?? []).some(({ state }) => state === 'DISPATCHED');
  if (order.state !== 'PRODUCED' || onTheRoad || !isAtLeast(delivered, order.qty)) return [];
  const { lineId, trackingId } = order;
  const data = {
    ...headOf(order),
    state: 'CLOSED' as const,
    lineId,
    trackingId,
    deliveredQty: delivered,
    closedOn: today,
  };
  return [...cancelOpenShipments(order, 'delivered in full'), { type: 'ProductionOrderClosed', data }];
}

function of(order: LiveOrder, shipment: Shipment): OfShipment {
  const after = withShipment(order, shipment);
  const { lineId, qty, committedDate } = order;
  const [shipped, delivered] = [shippedQty(after), deliveredQty(after)];
  return {
    ...headOf(order),
    lineId,
    shipment,
    orderedQty: qty,
    cumulativeShippedQty: shipped,
    cumulativeDeliveredQty: delivered,
    cumulativeRefusedQty: refusedQty(after),
    shipping: axisOf(shipped, qty),
    delivery: axisOf(delivered, qty),
    committedDate,
  };
}

export function withShipment(order: LiveOrder, changed: Shipment): LiveOrder {
  const { shipments = [] } = order;
  const known = shipments.some((other) => other.shipmentId === changed.shipmentId);
  const after = known
    ? shipments.map((other) => (other.shipmentId === changed.shipmentId ? changed : other))
    : [...shipments, changed];
  return { ...order, shipments: after };
}

const daysLate = ({ committedDate }: LiveOrder, on: string): number => Math.max(0, daysBetween(committedDate, on));

type ShipmentStep = InspectShipment | DispatchShipment | ConfirmDelivery | CancelShipment | DispositionReturn;

function shipmentIn(
  { type }: ShipmentStep,
  order: LiveOrder,
  shipmentId: string,
  possibleIn: readonly string[],
): Shipment {
  const shipment = order.shipments?.find((other) => other.shipmentId === shipmentId);
  if (!shipment) throw new Rejected('NOT_FOUND', `the order has no shipment ${shipmentId}`, { shipmentId });
  if (possibleIn.includes(shipment.state)) return shipment;
  const details = { command: type, shipmentId, shipmentState: shipment.state, possibleIn };
  throw new Rejected('INVALID_TRANSITION', `${type} is not possible while the shipment is ${shipment.state}`, details);
}
