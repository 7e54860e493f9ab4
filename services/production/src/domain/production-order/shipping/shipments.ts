import { Rejected, type Issued, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, isPositiveQuantity, sumQuantities } from '@engsales/values';
import { closeDelivered } from '../ending/closing.js';
import { refuseHeld } from '../holds/hold-table.js';
import { isPassable } from '../holds/payment-gates.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { RELEASED_STATES, type ShipmentState } from '../production-order.values.js';
import { producedQty } from '../shop-floor/steps.js';
import { availableQty, daysLate, inspectedQty, mostQty, netShippedQty, waitingQty } from './quantities.js';
import { refuseSerialCount, refuseUnitsAwayTwice, refuseUnknownReturns, refuseUnmadeUnits } from './serial-numbers.js';
import { shipmentChange, withShipment } from './shipment-records.js';
import type {
  CancelShipment,
  ConfirmDelivery,
  DispatchShipment,
  InspectShipment,
  PlanShipment,
} from './shipping.commands.js';
import type { Shipment } from './shipping.state.js';

/**
 * Also before the goods are made, but never more than can ever leave.
 * @throws Rejected OVER_SHIPMENT, INVALID_TRANSITION before the release, unless goods were there before the order
 */
export function planShipment({ data, issued }: PlanShipment, order: LiveOrder): ProductionOrderEvent[] {
  refuseUnreleased(order);
  const shipment: Shipment = {
    shipmentId: issued.commandId,
    state: 'PLANNED',
    qty: data.qty,
    consignmentNo: data.consignmentNo,
    serialNos: [],
    refusedQty: '0',
    refusedSerialNos: [],
    restockedQty: '0',
    disposedQty: '0',
    reworkQty: '0',
  };
  refuseMoreThanOrdered(issued, withShipment(order, shipment));
  return [{ type: 'ShipmentPlanned', data: shipmentChange(order, shipment) }];
}

/**
 * PASSED: the goods are there and ready to ship. FAILED: back to planned.
 * @throws Rejected READY_EXCEEDS_MADE, DATE_IN_FUTURE, DATE_BEFORE_RELEASE
 */
export function inspectShipment(command: InspectShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { today } = command.issued;
  const { result, certRef, on = today } = command.data;
  const shipment = shipmentIn(command, order, ['PLANNED', 'INSPECTED']);
  refuseFuture('on', on, today);
  refuseBefore('RELEASE', 'on', on, order.releasedOn);
  const inspected: Shipment =
    result === 'PASSED'
      ? { ...shipment, certRef, state: 'INSPECTED', inspectedOn: on }
      : { ...shipment, certRef, state: 'PLANNED', inspectedOn: undefined };
  if (result === 'PASSED') refuseUnmade(withShipment(order, inspected), shipment);
  const change = shipmentChange(order, inspected);
  const cumulativeReadyQty = change.cumulativeReadyQty ?? '0';
  return [{ type: 'ShipmentInspected', data: { ...change, result, inspectedOn: on, cumulativeReadyQty } }];
}

/** What is inspected lies here: made and not away. */
function refuseUnmade(order: LiveOrder, { shipmentId }: Shipment): void {
  const [available, inspected] = [availableQty(order), inspectedQty(order)];
  if (isAtLeast(available, inspected)) return;
  const details = { shipmentId, madeQty: producedQty(order), readyQty: inspected, availableQty: available };
  throw new Rejected('READY_EXCEEDS_MADE', `the ready goods are more than the ${available} that are here`, details);
}

/**
 * A shipment is refused when it is not inspected, held, not paid for, or more than may leave, in this order. Where less leaves
 * than was inspected, the rest stays as an inspected shipment of its own, with the id of the command.
 * @throws Rejected SHIPMENT_NOT_INSPECTED, ORDER_ON_HOLD, SHIPMENT_PAYMENT_GATE_CLOSED, DISPATCH_EXCEEDS_INSPECTED,
 * OVER_SHIPMENT, SERIAL_NOS_MISMATCH, DUPLICATE_SERIAL_NO, SERIAL_NO_NOT_MADE, DATE_IN_FUTURE, DATE_BEFORE_INSPECTION
 */
export function dispatchShipment(command: DispatchShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, carrierRef, driverRef, serialNos = [] } = command.data;
  const { issued } = command;
  const shipment = shipmentIn(command, order, ['PLANNED', 'INSPECTED']);
  if (shipment.state === 'PLANNED') {
    throw new Rejected('SHIPMENT_NOT_INSPECTED', 'the shipment has not passed inspection', { shipmentId });
  }
  refuseHeld(order.holds, 'DispatchShipment');
  refuseUnpaid(order, issued.today);
  const { qty = shipment.qty, on = issued.today } = command.data;
  refuseFuture('on', on, issued.today);
  refuseBefore('INSPECTION', 'on', on, shipment.inspectedOn);
  refuseUnready(order, shipment, qty);
  refuseMoreThanMayLeave(issued, order, shipment, qty);
  const parts = splitShipment(order, shipment, qty, issued.commandId);
  const gone: Shipment = { ...shipment, state: 'DISPATCHED', qty, carrierRef, driverRef, serialNos, dispatchedOn: on };
  const after = withShipment(parts.order, gone);
  refuseSerialCount(serialNos, qty, { shipmentId });
  refuseUnitsAwayTwice(after, gone);
  refuseUnmadeUnits(after);
  const data = { ...shipmentChange(parts.order, gone), daysLate: daysLate(order, on) };
  return [...parts.events, { type: 'ShipmentDispatched', data }];
}

function refuseUnready(order: LiveOrder, { shipmentId, qty: inspected }: Shipment, qty: string): void {
  if (!isAtLeast(inspected, qty)) {
    const details = { shipmentId, qty, inspectedQty: inspected };
    throw new Rejected('DISPATCH_EXCEEDS_INSPECTED', `${qty} is more than the ${inspected} inspected`, details);
  }
  const available = availableQty(order);
  if (isAtLeast(available, qty)) return;
  const details = { shipmentId, qty, availableQty: available };
  throw new Rejected('OVER_SHIPMENT', `the quantity is more than the ${available} made and not yet away`, details);
}

function refuseMoreThanMayLeave(issued: Issued, order: LiveOrder, { shipmentId }: Shipment, qty: string): void {
  const [netShipped, most] = [netShippedQty(order), mostQty(issued, order.qty)];
  if (isAtLeast(most, sumQuantities([netShipped, qty]))) return;
  const details = { shipmentId, qty, orderedQty: order.qty, mostQty: most, netShippedQty: netShipped };
  throw new Rejected('OVER_SHIPMENT', `more than the ${most} that may leave of the order`, details);
}

/** What has left and what is to leave come to no more than may leave of the order in all. */
export function refuseMoreThanOrdered(issued: Issued, order: LiveOrder): void {
  const [netShipped, waiting, most] = [netShippedQty(order), waitingQty(order), mostQty(issued, order.qty)];
  if (isAtLeast(most, sumQuantities([netShipped, waiting]))) return;
  const details = { orderedQty: order.qty, mostQty: most, netShippedQty: netShipped, waitingQty: waiting };
  throw new Rejected('OVER_SHIPMENT', `more than the ${most} that may leave of the order`, details);
}

interface Parts {
  readonly order: LiveOrder;
  readonly events: readonly ProductionOrderEvent[];
}

function splitShipment(order: LiveOrder, shipment: Shipment, qty: string, restId: string): Parts {
  const restQty = difference(shipment.qty, qty);
  if (!isPositiveQuantity(restQty)) return { order, events: [] };
  const leaving = withShipment(order, { ...shipment, qty });
  const rest: Shipment = { ...shipment, shipmentId: restId, qty: restQty };
  const from = { shipmentId: shipment.shipmentId, qty };
  const data = { ...shipmentChange(leaving, rest), readyBeforeQty: undefined, from };
  return { order: withShipment(leaving, rest), events: [{ type: 'ShipmentSplit', data }] };
}

/**
 * 签收; what is refused comes back and waits for its disposition. The order is closed once all is delivered.
 * @throws Rejected DELIVERY_DATE_INVALID, REFUSED_EXCEEDS_SHIPMENT, SERIAL_NOS_MISMATCH, DUPLICATE_SERIAL_NO
 */
export function confirmDelivery(command: ConfirmDelivery, order: LiveOrder): ProductionOrderEvent[] {
  const { signedByRef, on, refusedQty = '0', refusedSerialNos = [] } = command.data;
  const { today } = command.issued;
  const shipment = shipmentIn(command, order, ['DISPATCHED']);
  const signed = signedShipment(shipment, { on, signedByRef, refusedQty, refusedSerialNos }, today);
  const data = { ...shipmentChange(order, signed), daysLate: daysLate(order, on) };
  return [{ type: 'ShipmentDelivered', data }, ...closeDelivered(withShipment(order, signed), today)];
}

interface Signature {
  readonly on: string;
  readonly signedByRef?: string;
  readonly refusedQty: string;
  readonly refusedSerialNos: readonly string[];
}

/** The shipment as it was signed for. */
export function signedShipment(shipment: Shipment, signature: Signature, today: string): Shipment {
  const { on, signedByRef, refusedQty, refusedSerialNos } = signature;
  const { dispatchedOn: earliest = on, qty, shipmentId } = shipment;
  if (on > today || on < earliest) {
    const details = { on, earliest, latest: today };
    throw new Rejected('DELIVERY_DATE_INVALID', `delivered on ${on}, not between dispatch and today`, details);
  }
  if (!isAtLeast(qty, refusedQty)) {
    const message = `the refused quantity is more than the ${qty} that were shipped`;
    throw new Rejected('REFUSED_EXCEEDS_SHIPMENT', message, { shipmentId, qty });
  }
  const state = isPositiveQuantity(refusedQty) ? 'REFUSED' : 'DELIVERED';
  const signed: Shipment = { ...shipment, state, deliveredOn: on, signedByRef, refusedQty, refusedSerialNos };
  refuseUnknownReturns(signed);
  return signed;
}

export function cancelShipment(command: CancelShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { reason } = command.data;
  const shipment = shipmentIn(command, order, ['PLANNED', 'INSPECTED']);
  const cancelled: Shipment = { ...shipment, state: 'CANCELLED' };
  const said = { reason, cancelledOn: command.issued.today };
  return [{ type: 'ShipmentCancelled', data: { ...shipmentChange(order, cancelled), ...said } }];
}

interface ShipmentCommand {
  readonly type: string;
  readonly data: { readonly shipmentId: string };
}

/** The shipment that a command names. @throws Rejected NOT_FOUND, INVALID_TRANSITION by the shipment's own state */
export function shipmentIn(
  { type, data: { shipmentId } }: ShipmentCommand,
  order: LiveOrder,
  possibleIn: readonly ShipmentState[],
): Shipment {
  const shipment = order.shipments.find((other) => other.shipmentId === shipmentId);
  if (!shipment) throw new Rejected('NOT_FOUND', `the order has no shipment ${shipmentId}`, { shipmentId });
  if (possibleIn.includes(shipment.state)) return shipment;
  const details = { command: type, shipmentId, shipmentState: shipment.state, possibleIn };
  throw new Rejected('INVALID_TRANSITION', `${type} is not possible while the shipment is ${shipment.state}`, details);
}

function refuseUnreleased({ state, opening }: LiveOrder): void {
  const possibleIn: readonly string[] = RELEASED_STATES;
  if (possibleIn.includes(state) || opening.producedQty !== '0') return;
  const details = { command: 'PlanShipment', state, possibleIn };
  throw new Rejected('INVALID_TRANSITION', `PlanShipment is not possible in ${state}`, details);
}

function refuseUnpaid({ gates: { DISPATCH } }: LiveOrder, today: string): void {
  if (isPassable(DISPATCH, today)) return;
  const details = { gate: 'DISPATCH', state: DISPATCH.state, until: DISPATCH.until };
  throw new Rejected('SHIPMENT_PAYMENT_GATE_CLOSED', 'the payment before dispatch is missing', details);
}
