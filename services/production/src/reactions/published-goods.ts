import type { DeliveryDeferredData, GoodsReadyToShipData, ShipmentData, ShipmentDelayedData } from '@engsales/events';
import { isAtLeast } from '@engsales/values';
import type {
  DeferralEvent,
  ShipmentDelayed,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInspected,
} from '../domain/production-order/shipping/shipping.events.js';

import { ofLine } from './figures-of-line.js';

/** Never more ready than ordered: a shipment may be planned larger than it will leave. */
export const readyGoods = (data: ShipmentInspected['data']): GoodsReadyToShipData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  lineId: data.lineId,
  state: data.state,
  readyQty: data.shipment.qty,
  cumulativeReadyQty: ofLine(
    data,
    isAtLeast(data.orderedQty, data.cumulativeReadyQty) ? data.cumulativeReadyQty : data.orderedQty,
  ),
  orderedQty: ofLine(data, data.orderedQty),
  readyOn: data.inspectedOn,
});

export const shipment = (data: (ShipmentDispatched | ShipmentDelivered)['data']): ShipmentData => ({
  shipmentId: data.shipment.shipmentId,
  consignmentNo: data.shipment.consignmentNo,
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  state: data.shipment.state,
  lines: [
    {
      lineId: data.lineId,
      qty: data.shipment.qty,
      serialNos: data.shipment.serialNos,
      cumulativeShippedQty: ofLine(data, data.cumulativeShippedQty),
      cumulativeDeliveredQty: ofLine(data, data.cumulativeDeliveredQty),
      cumulativeRefusedQty: data.cumulativeRefusedQty,
      orderedQty: ofLine(data, data.orderedQty),
    },
  ],
  carrierRef: data.shipment.carrierRef,
  // on the road before the order began: it has left by its delivery at the latest
  dispatchedOn: data.shipment.dispatchedOn ?? data.shipment.deliveredOn ?? '',
  deliveredOn: data.shipment.deliveredOn,
  signedByRef: data.shipment.signedByRef,
  committedDate: data.committedDate,
  daysLate: data.daysLate,
});

export const delayedShipment = (data: ShipmentDelayed['data']): ShipmentDelayedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  state: data.state,
  lineId: data.lineId,
  committedDate: data.committedDate,
  deferredUntil: data.deferredUntil,
  forecastDate: data.forecastDate,
  unshippedQty: data.unshippedQty,
  orderedQty: ofLine(data, data.orderedQty),
  daysLate: data.daysLate,
});

/** A deferral, its correction or its end: the day after which the order is late, as it holds now. */
export const deferredDelivery = (data: DeferralEvent['data']): DeliveryDeferredData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  lineId: data.lineId,
  state: data.state,
  by: data.by,
  from: data.from,
  until: data.until,
  reason: 'reason' in data ? data.reason : undefined,
});
