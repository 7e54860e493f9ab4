import type { DeliveryDeferredData, GoodsReadyToShipData, ShipmentData, ShipmentDelayedData } from '@engsales/events';
import { difference, isAtLeast } from '@engsales/values';
import type {
  DeferralEvent,
  DeliveryCorrected,
  ShipmentChange,
  ShipmentDelayed,
  ShipmentDelivered,
  ShipmentDispatched,
} from '../domain/production-order/shipping/shipping.events.js';

import { ofLine } from './figures-of-line.js';

/** Whether what is ready of the order is another quantity after the event. */
export const readyHasMoved = ({ cumulativeReadyQty, readyBeforeQty }: ShipmentChange): boolean =>
  cumulativeReadyQty !== readyBeforeQty;

/** All figures of the order in all, as they are after an event that changed what is ready. */
export const readyGoods = (data: ShipmentChange, readyOn: string): GoodsReadyToShipData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  lineId: data.lineId,
  state: data.state,
  readyQty: data.shipment.state === 'INSPECTED' ? data.shipment.qty : '0',
  cumulativeReadyQty: toldReadyQty(data),
  cumulativeShippedQty: ofLine(data, data.cumulativeShippedQty),
  cumulativeDeliveredQty: ofLine(data, data.cumulativeDeliveredQty),
  cumulativeRefusedQty: data.cumulativeRefusedQty,
  orderedQty: ofLine(data, data.orderedQty),
  readyOn,
});

/** Never more ready than ordered: the company may allow that more is made. */
const toldReadyQty = (data: ShipmentChange): string => {
  const { orderedQty, cumulativeReadyQty = '0' } = data;
  return ofLine(data, isAtLeast(orderedQty, cumulativeReadyQty) ? cumulativeReadyQty : orderedQty);
};

export const shipment = (data: (ShipmentDispatched | ShipmentDelivered | DeliveryCorrected)['data']): ShipmentData => ({
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
      deliveredQty: data.shipment.deliveredOn && difference(data.shipment.qty, data.shipment.refusedQty),
      refusedQty: data.shipment.deliveredOn && data.shipment.refusedQty,
      refusedSerialNos: data.shipment.refusedSerialNos,
      cumulativeReadyQty: toldReadyQty(data),
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
  deferredUntil: data.deferredUntil,
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
