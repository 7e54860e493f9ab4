import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES, RELEASED_STATES } from '../production-order.values.js';
import { forecastOf } from '../shop-floor/progress.js';
import { daysLate, shippedQty } from './quantities.js';
import { dispositionReturn } from './returns.js';
import { shipmentFromRecord, withShipment } from './shipment-records.js';
import { cancelShipment, confirmDelivery, dispatchShipment, inspectShipment, planShipment } from './shipments.js';
import {
  CancelShipment,
  ConfirmDelivery,
  DeferDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  RecordCallOff,
  type ShippingCommand,
} from './shipping.commands.js';
import type { ShipmentChange, ShippingEvent } from './shipping.events.js';

/** From the call-off to the signature of the receiver, and what comes back (要货、发货、签收、退货). */
export const shippingRules = {
  RecordCallOff: { command: RecordCallOff, in: LIVE_STATES, decide: recordCallOff },
  DeferDelivery: { command: DeferDelivery, in: LIVE_STATES, decide: deferDelivery },
  PlanShipment: { command: PlanShipment, in: RELEASED_STATES, decide: planShipment },
  InspectShipment: { command: InspectShipment, in: RELEASED_STATES, decide: inspectShipment },
  DispatchShipment: { command: DispatchShipment, in: RELEASED_STATES, decide: dispatchShipment },
  ConfirmDelivery: { command: ConfirmDelivery, in: [...RELEASED_STATES, 'SHORT_CLOSED'], decide: confirmDelivery },
  CancelShipment: { command: CancelShipment, in: RELEASED_STATES, decide: cancelShipment },
  DispositionReturn: {
    command: DispositionReturn,
    in: [...RELEASED_STATES, 'CLOSED', 'SHORT_CLOSED'],
    decide: dispositionReturn,
  },
  MarkShipmentDelayed: { command: MarkShipmentDelayed, in: LIVE_STATES, decide: markShipmentDelayed },
} satisfies RulesOf<ShippingCommand, LiveOrder, ProductionOrderEvent>;

export const shippingFold = {
  CallOffRecorded(order, { callOff: { callOffId, qty, deliverTo, requiredOn } }) {
    return { ...order, callOffs: [...order.callOffs, { callOffId, qty, deliverTo, requiredOn }] };
  },
  DeliveryDeferred: (order, { until }) => ({ ...order, deferredUntil: until }),
  ShipmentPlanned: changeShipment,
  ShipmentInspected: changeShipment,
  ShipmentDispatched: changeShipment,
  ShipmentDelivered: changeShipment,
  ShipmentCancelled: changeShipment,
  ReturnDispositioned: changeShipment,
  ShipmentDelayed: (order, { committedDate }) => ({ ...order, delayToldFor: committedDate }),
} satisfies FoldOf<ShippingEvent, LiveOrder>;

function recordCallOff({ data, issued }: RecordCallOff, order: LiveOrder): ProductionOrderEvent[] {
  const { qty, deliverTo, requiredOn } = data;
  const callOff = { callOffId: issued.commandId, qty, deliverTo, requiredOn };
  return [{ type: 'CallOffRecorded', data: { ...orderRecord(order), callOff } }];
}

/** No other date moves by it. */
function deferDelivery({ data: { by, until } }: DeferDelivery, order: LiveOrder): ProductionOrderEvent[] {
  return [{ type: 'DeliveryDeferred', data: { ...orderRecord(order), by, until } }];
}

/** Once per committed date, and only while something is still here. */
function markShipmentDelayed({ data, issued }: MarkShipmentDelayed, order: LiveOrder): ProductionOrderEvent[] {
  const { committedDate } = data;
  const { lineId, qty } = order;
  const { today } = issued;
  const stands = committedDate === order.committedDate && order.delayToldFor !== committedDate;
  const shipped = shippedQty(order);
  if (!stands || today <= committedDate || isAtLeast(shipped, qty)) return [];
  const quantities = { unshippedQty: difference(qty, shipped), orderedQty: qty };
  const late = { committedDate, forecastDate: forecastOf(order, today), daysLate: daysLate(order, today) };
  return [{ type: 'ShipmentDelayed', data: { ...orderRecord(order), lineId, ...quantities, ...late } }];
}

function changeShipment(order: LiveOrder, { shipment }: ShipmentChange): LiveOrder {
  return withShipment(order, shipmentFromRecord(shipment));
}
