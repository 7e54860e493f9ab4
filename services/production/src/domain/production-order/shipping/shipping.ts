import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES } from '../production-order.values.js';
import { forecastOf } from '../shop-floor/progress.js';
import { callOffFold, callOffRules } from './call-offs.js';
import { deferralFold, deferralRules, lateAfter } from './deferrals.js';
import { daysLate, shippedQty } from './quantities.js';
import { dispositionReturn } from './returns.js';
import { shipmentFromRecord, withShipment } from './shipment-records.js';
import { cancelShipment, confirmDelivery, dispatchShipment, inspectShipment, planShipment } from './shipments.js';
import {
  CancelShipment,
  ConfirmDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  type ShippingCommand,
} from './shipping.commands.js';
import type { ShipmentChange, ShippingEvent } from './shipping.events.js';

/** From the call-off to the signature of the receiver, and what comes back (要货、发货、签收、退货). */
export const shippingRules = {
  ...callOffRules,
  ...deferralRules,
  // goods that were there before the order may leave while the rest is not released yet
  PlanShipment: { command: PlanShipment, in: LIVE_STATES, decide: planShipment },
  InspectShipment: { command: InspectShipment, in: LIVE_STATES, decide: inspectShipment },
  DispatchShipment: { command: DispatchShipment, in: LIVE_STATES, decide: dispatchShipment },
  ConfirmDelivery: { command: ConfirmDelivery, in: [...LIVE_STATES, 'SHORT_CLOSED'], decide: confirmDelivery },
  CancelShipment: { command: CancelShipment, in: LIVE_STATES, decide: cancelShipment },
  DispositionReturn: {
    command: DispositionReturn,
    in: [...LIVE_STATES, 'CLOSED', 'SHORT_CLOSED'],
    decide: dispositionReturn,
  },
  MarkShipmentDelayed: { command: MarkShipmentDelayed, in: LIVE_STATES, decide: markShipmentDelayed },
} satisfies RulesOf<ShippingCommand, LiveOrder, ProductionOrderEvent>;

export const shippingFold = {
  ...callOffFold,
  ...deferralFold,
  ShipmentPlanned: changeShipment,
  ShipmentInspected: changeShipment,
  ShipmentDispatched: changeShipment,
  ShipmentDelivered: changeShipment,
  ShipmentCancelled: changeShipment,
  ReturnDispositioned: changeShipment,
  ShipmentDelayed: (order, { committedDate, deferredUntil: deferred = committedDate }) => ({
    ...order,
    delayToldFor: deferred > committedDate ? deferred : committedDate,
  }),
} satisfies FoldOf<ShippingEvent, LiveOrder>;

/** Once per day after which the order is late, and only while something is still here. */
function markShipmentDelayed({ data, issued }: MarkShipmentDelayed, order: LiveOrder): ProductionOrderEvent[] {
  const { lineId, qty, committedDate, deferredUntil } = order;
  const { today } = issued;
  const day = lateAfter(order);
  const stands = data.lateAfter === day && order.delayToldFor !== day;
  const shipped = shippedQty(order);
  if (!stands || today <= day || isAtLeast(shipped, qty)) return [];
  const quantities = { unshippedQty: difference(qty, shipped), orderedQty: qty };
  const promised = { committedDate, deferredUntil };
  const late = { ...promised, forecastDate: forecastOf(order, today), daysLate: daysLate(order, today) };
  return [{ type: 'ShipmentDelayed', data: { ...orderRecord(order), lineId, ...quantities, ...late } }];
}

function changeShipment(order: LiveOrder, { shipment }: ShipmentChange): LiveOrder {
  return withShipment(order, shipmentFromRecord(shipment));
}
