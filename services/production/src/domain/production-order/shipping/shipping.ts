import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES } from '../production-order.values.js';
import { forecastOf } from '../shop-floor/progress.js';
import { callOffFold, callOffRules } from './call-offs.js';
import { deferralFold, deferralRules, lateAfter } from './deferrals.js';
import { daysLate, netShippedQty } from './quantities.js';
import { dispositionReturn } from './returns.js';
import { correctDelivery, correctDisposition, recallShipment } from './shipment-corrections.js';
import { shipmentFromRecord, withShipment } from './shipment-records.js';
import { cancelShipment, confirmDelivery, dispatchShipment, inspectShipment, planShipment } from './shipments.js';
import {
  CancelShipment,
  ConfirmDelivery,
  CorrectDelivery,
  CorrectDisposition,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  RecallShipment,
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
  RecallShipment: { command: RecallShipment, in: [...LIVE_STATES, 'SHORT_CLOSED'], decide: recallShipment },
  CorrectDelivery: {
    command: CorrectDelivery,
    in: [...LIVE_STATES, 'CLOSED', 'SHORT_CLOSED'],
    decide: correctDelivery,
  },
  DispositionReturn: {
    command: DispositionReturn,
    in: [...LIVE_STATES, 'CLOSED', 'SHORT_CLOSED', 'CANCELLED'],
    decide: dispositionReturn,
  },
  CorrectDisposition: {
    command: CorrectDisposition,
    in: [...LIVE_STATES, 'CLOSED', 'SHORT_CLOSED', 'CANCELLED'],
    decide: correctDisposition,
  },
  MarkShipmentDelayed: { command: MarkShipmentDelayed, in: LIVE_STATES, decide: markShipmentDelayed },
} satisfies RulesOf<ShippingCommand, LiveOrder, ProductionOrderEvent>;

export const shippingFold = {
  ...callOffFold,
  ...deferralFold,
  ShipmentPlanned: changeShipment,
  ShipmentInspected(order, { shipment, result, inspectedOn }) {
    return changeShipment(order, {
      shipment: { ...shipment, inspectedOn: result === 'PASSED' ? inspectedOn : undefined },
    });
  },
  ShipmentDispatched: changeShipment,
  ShipmentDelivered: changeShipment,
  ShipmentCancelled: changeShipment,
  ShipmentSplit(order, { shipment, from }) {
    const shipments = order.shipments.map((s) => (s.shipmentId === from.shipmentId ? { ...s, qty: from.qty } : s));
    return changeShipment({ ...order, shipments }, { shipment });
  },
  ShipmentRecalled: changeShipment,
  InspectionWithdrawn: changeShipment,
  DeliveryCorrected: changeShipment,
  ReturnDispositioned: changeShipment,
  DispositionCorrected: changeShipment,
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
  const shipped = netShippedQty(order);
  if (!stands || today <= day || isAtLeast(shipped, qty)) return [];
  const quantities = { unshippedQty: difference(qty, shipped), orderedQty: qty };
  const promised = { committedDate, deferredUntil };
  const late = { ...promised, forecastDate: forecastOf(order, today), daysLate: daysLate(order, today) };
  return [{ type: 'ShipmentDelayed', data: { ...orderRecord(order), lineId, ...quantities, ...late } }];
}

/** The first events say the day of the inspection with the inspection alone. */
function changeShipment(order: LiveOrder, { shipment: record }: Pick<ShipmentChange, 'shipment'>): LiveOrder {
  const known = order.shipments.find(({ shipmentId }) => shipmentId === record.shipmentId);
  const inspectedOn = record.state === 'PLANNED' ? undefined : (record.inspectedOn ?? known?.inspectedOn);
  return withShipment(order, { ...shipmentFromRecord(record), inspectedOn });
}
