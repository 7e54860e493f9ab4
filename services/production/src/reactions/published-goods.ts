import type { GoodsReadyToShipData, ShipmentData, ShipmentDelayedData } from '@engsales/events';
import { difference, isAtLeast } from '@engsales/values';
import type {
  DeliveryCorrected,
  ShipmentChange,
  ShipmentDelayed,
  ShipmentDelivered,
  ShipmentDispatched,
} from '../domain/production-order/shipping/shipping.events.js';

/** Whether what is ready of the order is another quantity after the event. */
export const readyHasMoved = ({ cumulativeReadyQty, readyBeforeQty }: ShipmentChange): boolean =>
  cumulativeReadyQty !== readyBeforeQty;

/** All figures of the order in all, as they are after an event that changed what is ready. */
export const readyGoods = (data: ShipmentChange, readyOn: string): GoodsReadyToShipData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  lineId: data.lineId,
  state: data.state,
  readyQty: data.shipment.state === 'INSPECTED' ? data.shipment.qty : '0',
  cumulativeReadyQty: toldReadyQty(data),
  cumulativeShippedQty: data.cumulativeShippedQty,
  cumulativeDeliveredQty: data.cumulativeDeliveredQty,
  cumulativeRefusedQty: data.cumulativeRefusedQty,
  orderedQty: data.orderedQty,
  readyOn,
});

/** Never more ready than ordered: the company may allow that more is made. */
const toldReadyQty = ({ orderedQty, cumulativeReadyQty = '0' }: ShipmentChange): string =>
  isAtLeast(orderedQty, cumulativeReadyQty) ? cumulativeReadyQty : orderedQty;

export const shipment = (data: (ShipmentDispatched | ShipmentDelivered | DeliveryCorrected)['data']): ShipmentData => ({
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
      deliveredQty: data.shipment.deliveredOn && difference(data.shipment.qty, data.shipment.refusedQty),
      refusedQty: data.shipment.deliveredOn && data.shipment.refusedQty,
      refusedSerialNos: data.shipment.refusedSerialNos,
      cumulativeReadyQty: toldReadyQty(data),
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
