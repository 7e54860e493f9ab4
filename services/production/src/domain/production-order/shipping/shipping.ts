import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES, RELEASED_STATES } from '../production-order.values.js';
import { forecastOf } from '../shop-floor/progress.js';
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
  DeferDelivery,
  DispatchShipment,
  DispositionReturn,
  InspectShipment,
  MarkShipmentDelayed,
  PlanShipment,
  RecallShipment,
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
  RecallShipment: { command: RecallShipment, in: [...RELEASED_STATES, 'SHORT_CLOSED'], decide: recallShipment },
  CorrectDelivery: {
    command: CorrectDelivery,
    in: [...RELEASED_STATES, 'CLOSED', 'SHORT_CLOSED'],
    decide: correctDelivery,
  },
  DispositionReturn: {
    command: DispositionReturn,
    in: [...RELEASED_STATES, 'CLOSED', 'SHORT_CLOSED', 'CANCELLED'],
    decide: dispositionReturn,
  },
  CorrectDisposition: {
    command: CorrectDisposition,
    in: [...RELEASED_STATES, 'CLOSED', 'SHORT_CLOSED', 'CANCELLED'],
    decide: correctDisposition,
  },
  MarkShipmentDelayed: { command: MarkShipmentDelayed, in: LIVE_STATES, decide: markShipmentDelayed },
} satisfies RulesOf<ShippingCommand, LiveOrder, ProductionOrderEvent>;

export const shippingFold = {
  CallOffRecorded(order, { callOff: { callOffId, qty, deliverTo, requiredOn } }) {
    return { ...order, callOffs: [...order.callOffs, { callOffId, qty, deliverTo, requiredOn }] };
  },
  DeliveryDeferred: (order, { until }) => ({ ...order, deferredUntil: until }),
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
  const shipped = netShippedQty(order);
  if (!stands || today <= committedDate || isAtLeast(shipped, qty)) return [];
  const quantities = { unshippedQty: difference(qty, shipped), orderedQty: qty };
  const late = { committedDate, forecastDate: forecastOf(order, today), daysLate: daysLate(order, today) };
  return [{ type: 'ShipmentDelayed', data: { ...orderRecord(order), lineId, ...quantities, ...late } }];
}

/** The first events say the day of the inspection with the inspection alone. */
function changeShipment(order: LiveOrder, { shipment: record }: Pick<ShipmentChange, 'shipment'>): LiveOrder {
  const known = order.shipments.find(({ shipmentId }) => shipmentId === record.shipmentId);
  const inspectedOn = record.state === 'PLANNED' ? undefined : (record.inspectedOn ?? known?.inspectedOn);
  return withShipment(order, { ...shipmentFromRecord(record), inspectedOn });
}
