import { orderRecord } from '../order-record.js';
import type { LiveOrder } from '../production-order.state.js';
import { deliveredQty, isWaiting, refusedQty, shippedQty, shippingAxis } from './quantities.js';
import type { ShipmentCancelled, ShipmentChange, ShipmentRecord } from './shipping.events.js';
import type { Shipment } from './shipping.state.js';

/** The order with a shipment that is new or has changed. */
export function withShipment(order: LiveOrder, changed: Shipment): LiveOrder {
  const known = order.shipments.some((other) => other.shipmentId === changed.shipmentId);
  const shipments = known
    ? order.shipments.map((other) => (other.shipmentId === changed.shipmentId ? changed : other))
    : [...order.shipments, changed];
  return { ...order, shipments };
}

/** What every event of a shipment says. */
export function shipmentChange(order: LiveOrder, shipment: Shipment): ShipmentChange {
  const after = withShipment(order, shipment);
  const [shipped, delivered] = [shippedQty(after), deliveredQty(after)];
  return {
    ...orderRecord(order),
    lineId: order.lineId,
    shipment: recordOfShipment(shipment),
    orderedQty: order.qty,
    cumulativeShippedQty: shipped,
    cumulativeDeliveredQty: delivered,
    cumulativeRefusedQty: refusedQty(after),
    shipping: shippingAxis(shipped, order.qty),
    delivery: shippingAxis(delivered, order.qty),
    committedDate: order.committedDate,
  };
}

/** Shipments that have not left end with their order. */
export const cancelWaitingShipments = (order: LiveOrder, reason: string): ShipmentCancelled[] =>
  order.shipments.filter(isWaiting).map((shipment) => ({
    type: 'ShipmentCancelled',
    data: { ...shipmentChange(order, { ...shipment, state: 'CANCELLED' }), reason },
  }));

const recordOfShipment = (shipment: Shipment): ShipmentRecord => ({
  shipmentId: shipment.shipmentId,
  state: shipment.state,
  qty: shipment.qty,
  consignmentNo: shipment.consignmentNo,
  certRef: shipment.certRef,
  carrierRef: shipment.carrierRef,
  serialNos: shipment.serialNos,
  dispatchedOn: shipment.dispatchedOn,
  deliveredOn: shipment.deliveredOn,
  signedByRef: shipment.signedByRef,
  refusedQty: shipment.refusedQty,
  restockedQty: shipment.restockedQty,
  disposedQty: shipment.disposedQty,
  reworkQty: shipment.reworkQty,
});

export const shipmentFromRecord = (record: ShipmentRecord): Shipment => ({
  shipmentId: record.shipmentId,
  state: record.state,
  qty: record.qty,
  consignmentNo: record.consignmentNo,
  certRef: record.certRef,
  carrierRef: record.carrierRef,
  serialNos: record.serialNos,
  dispatchedOn: record.dispatchedOn,
  deliveredOn: record.deliveredOn,
  signedByRef: record.signedByRef,
  refusedQty: record.refusedQty,
  restockedQty: record.restockedQty,
  disposedQty: record.disposedQty,
  reworkQty: record.reworkQty,
});
