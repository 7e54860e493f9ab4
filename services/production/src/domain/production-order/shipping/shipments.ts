import { Rejected } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity } from '@engsales/values';
import { closeDelivered } from '../ending/closing.js';
import { refuseHeld } from '../holds/hold-table.js';
import { isPassable } from '../holds/payment-gates.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { RELEASED_STATES, type ShipmentState } from '../production-order.values.js';
import { availableQty, daysLate, readyQty } from './quantities.js';
import { shipmentChange, withShipment } from './shipment-records.js';
import type {
  CancelShipment,
  ConfirmDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  PlanShipment,
} from './shipping.commands.js';
import type { Shipment } from './shipping.state.js';

/** @throws Rejected INVALID_TRANSITION before the release, unless goods were there before the order */
export function planShipment({ data, issued }: PlanShipment, order: LiveOrder): ProductionOrderEvent[] {
  refuseUnreleased(order);
  const shipment: Shipment = {
    shipmentId: issued.commandId,
    state: 'PLANNED',
    qty: data.qty,
    consignmentNo: data.consignmentNo,
    serialNos: [],
    refusedQty: '0',
    restockedQty: '0',
    disposedQty: '0',
    reworkQty: '0',
  };
  return [{ type: 'ShipmentPlanned', data: shipmentChange(order, shipment) }];
}

/** PASSED: the goods are ready to ship. FAILED: back to planned. */
export function inspectShipment(command: InspectShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { result, certRef } = command.data;
  const shipment = shipmentIn(command, order, ['PLANNED', 'INSPECTED']);
  const inspected: Shipment = { ...shipment, certRef, state: result === 'PASSED' ? 'INSPECTED' : 'PLANNED' };
  const cumulativeReadyQty = readyQty(withShipment(order, inspected));
  const said = { result, inspectedOn: command.issued.today, cumulativeReadyQty };
  return [{ type: 'ShipmentInspected', data: { ...shipmentChange(order, inspected), ...said } }];
}

/**
 * A shipment is refused when it is not inspected, held, not paid for, or more than is there, in this order.
 * @throws Rejected SHIPMENT_NOT_INSPECTED, ORDER_ON_HOLD, SHIPMENT_PAYMENT_GATE_CLOSED, OVER_SHIPMENT
 */
export function dispatchShipment(command: DispatchShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, carrierRef, serialNos = [] } = command.data;
  const { today } = command.issued;
  const shipment = shipmentIn(command, order, ['PLANNED', 'INSPECTED']);
  if (shipment.state === 'PLANNED') {
    throw new Rejected('SHIPMENT_NOT_INSPECTED', 'the shipment has not passed inspection', { shipmentId });
  }
  refuseHeld(order.holds, 'DispatchShipment');
  refuseUnpaid(order, today);
  const { qty = shipment.qty } = command.data;
  const available = availableQty(order);
  if (!isAtLeast(available, qty)) {
    const details = { shipmentId, qty, availableQty: available };
    throw new Rejected(
      'OVER_SHIPMENT',
      `the quantity is more than the ${available} that are produced and not yet away`,
      details,
    );
  }
  const gone: Shipment = { ...shipment, state: 'DISPATCHED', qty, carrierRef, serialNos, dispatchedOn: today };
  const data = { ...shipmentChange(order, gone), daysLate: daysLate(order, today) };
  return [{ type: 'ShipmentDispatched', data }];
}

/**
 * 签收; what is refused comes back and waits for its disposition. The order is closed once all is delivered.
 * @throws Rejected DELIVERY_DATE_INVALID, REFUSED_EXCEEDS_SHIPMENT
 */
export function confirmDelivery(command: ConfirmDelivery, order: LiveOrder): ProductionOrderEvent[] {
  const { shipmentId, signedByRef, on, refusedQty = '0' } = command.data;
  const { today } = command.issued;
  const shipment = shipmentIn(command, order, ['DISPATCHED']);
  const { dispatchedOn: earliest = on, qty } = shipment;
  if (on > today || on < earliest) {
    const details = { on, earliest, latest: today };
    throw new Rejected('DELIVERY_DATE_INVALID', `delivered on ${on}, not between dispatch and today`, details);
  }
  if (!isAtLeast(qty, refusedQty)) {
    throw new Rejected('REFUSED_EXCEEDS_SHIPMENT', `the refused quantity is more than the ${qty} that were shipped`, {
      shipmentId,
      qty,
    });
  }
  const state = isPositiveQuantity(refusedQty) ? 'REFUSED' : 'DELIVERED';
  const signed: Shipment = { ...shipment, state, deliveredOn: on, signedByRef, refusedQty };
  const data = { ...shipmentChange(order, signed), daysLate: daysLate(order, on) };
  return [{ type: 'ShipmentDelivered', data }, ...closeDelivered(withShipment(order, signed), today)];
}

export function cancelShipment(command: CancelShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { reason } = command.data;
  const shipment = shipmentIn(command, order, ['PLANNED', 'INSPECTED']);
  const cancelled: Shipment = { ...shipment, state: 'CANCELLED' };
  return [{ type: 'ShipmentCancelled', data: { ...shipmentChange(order, cancelled), reason } }];
}

type ShipmentCommand = InspectShipment | DispatchShipment | ConfirmDelivery | CancelShipment | DispositionReturn;

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
