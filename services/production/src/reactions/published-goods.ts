import type { GoodsReadyToShipData, ShipmentData, ShipmentDelayedData } from '@engsales/events';
import { isAtLeast } from '@engsales/values';
import type {
  ShipmentDelayed,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInspected,
} from '../domain/production-order/shipping/shipping.events.js';

/** Never more ready than ordered: a shipment may be planned larger than it will leave. */
export const readyGoods = (data: ShipmentInspected['data']): GoodsReadyToShipData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  lineId: data.lineId,
  state: data.state,
  readyQty: data.shipment.qty,
  cumulativeReadyQty: isAtLeast(data.orderedQty, data.cumulativeReadyQty) ? data.cumulativeReadyQty : data.orderedQty,
  orderedQty: data.orderedQty,
  readyOn: data.inspectedOn,
});

export const shipment = (data: (ShipmentDispatched | ShipmentDelivered)['data']): ShipmentData => ({
  shipmentId: data.shipment.shipmentId,
  consignmentNo: data.shipment.consignmentNo,
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.shipment.state,
  lines: [
    {
      lineId: data.lineId,
      qty: data.shipment.qty,
      serialNos: data.shipment.serialNos,
      cumulativeShippedQty: data.cumulativeShippedQty,
      cumulativeDeliveredQty: data.cumulativeDeliveredQty,
      cumulativeRefusedQty: data.cumulativeRefusedQty,
      orderedQty: data.orderedQty,
    },
  ],
  carrierRef: data.shipment.carrierRef,
  dispatchedOn: data.shipment.dispatchedOn ?? '',
  deliveredOn: data.shipment.deliveredOn,
  signedByRef: data.shipment.signedByRef,
  committedDate: data.committedDate,
  daysLate: data.daysLate,
});

export const delayedShipment = (data: ShipmentDelayed['data']): ShipmentDelayedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  lineId: data.lineId,
  committedDate: data.committedDate,
  forecastDate: data.forecastDate,
  unshippedQty: data.unshippedQty,
  orderedQty: data.orderedQty,
  daysLate: data.daysLate,
});
