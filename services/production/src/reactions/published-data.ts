import type { GoodsReadyToShipData, ShipmentData } from '@engsales/events';
import { isAtLeast } from '@engsales/values';
import type { ExceptionEvent } from '../domain/order-tracking/order-tracking.events.js';
import type {
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInspected,
} from '../domain/production-order/shipment.events.js';
import type { WorkResumed, WorkStopped } from '../domain/production-order/shop-floor.events.js';

export function shipmentData({ data }: ShipmentDispatched | ShipmentDelivered): ShipmentData {
  const { productionOrderId, contractId, lineId, shipment, orderedQty, committedDate, daysLate } = data;
  const { cumulativeShippedQty, cumulativeDeliveredQty, cumulativeRefusedQty } = data;
  const {
    shipmentId,
    consignmentNo,
    qty,
    serialNos,
    carrierRef,
    dispatchedOn = '',
    deliveredOn,
    signedByRef,
  } = shipment;
  const totals = { cumulativeShippedQty, cumulativeDeliveredQty, cumulativeRefusedQty, orderedQty };
  return {
    shipmentId,
    ...(consignmentNo ? { consignmentNo } : {}),
    productionOrderId,
    contractId,
    state: shipment.state,
    lines: [{ lineId, qty, serialNos, ...totals }],
    ...(carrierRef ? { carrierRef } : {}),
    dispatchedOn,
    ...(deliveredOn ? { deliveredOn } : {}),
    ...(signedByRef ? { signedByRef } : {}),
    committedDate,
    daysLate,
  };
}

/** Never more ready than ordered: a shipment may be planned larger than it will leave. */
export function readyData({ data }: ShipmentInspected): GoodsReadyToShipData {
  const { productionOrderId, contractId, lineId, state, shipment, orderedQty, inspectedOn, cumulativeReadyQty } = data;
  const ready = isAtLeast(orderedQty, cumulativeReadyQty) ? cumulativeReadyQty : orderedQty;
  const quantities = { readyQty: shipment.qty, cumulativeReadyQty: ready, orderedQty };
  return { productionOrderId, contractId, lineId, state, ...quantities, readyOn: inspectedOn };
}

export function stopData({ data }: WorkStopped | WorkResumed) {
  const { stop, ...rest } = data;
  const { scope, stepId, violatedArtefact } = stop;
  return { ...rest, scope, ...(stepId ? { stepId } : {}), violatedArtefact };
}

type Told = Extract<ExceptionEvent, { type: 'ProductionExceptionRaised' | 'ProductionExceptionResolved' }>;

export function exceptionData({ data: { trackingId, contractId, exception, delayDays, forecastDate } }: Told) {
  const { productionOrderId, exceptionId, type, state, stepId, stepSeq, estimatedDelayDays } = exception;
  const step = { ...(stepId ? { stepId } : {}), ...(stepSeq === undefined ? {} : { stepSeq }) };
  return {
    trackingId,
    contractId,
    productionOrderId,
    exceptionId,
    type,
    state,
    ...step,
    estimatedDelayDays,
    delayDays,
    ...(forecastDate ? { forecastDate } : {}),
  };
}
