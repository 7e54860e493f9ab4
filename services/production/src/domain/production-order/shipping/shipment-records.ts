import { isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { LiveOrder } from '../production-order.state.js';
import {
  availableQty,
  deliveredQty,
  inspectedQty,
  isWaiting,
  netShippedQty,
  readyQty,
  refusedQty,
  shippedQty,
  shippingAxis,
} from './quantities.js';
import type { InspectionWithdrawn, ShipmentCancelled, ShipmentChange, ShipmentRecord } from './shipping.events.js';
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
  const delivered = deliveredQty(after);
  return {
    ...orderRecord(order),
    lineId: order.lineId,
    shipment: recordOfShipment(shipment),
    orderedQty: order.qty,
    cumulativeShippedQty: shippedQty(after),
    cumulativeDeliveredQty: delivered,
    cumulativeRefusedQty: refusedQty(after),
    cumulativeReadyQty: readyQty(after),
    readyBeforeQty: readyQty(order),
    shipping: shippingAxis(netShippedQty(after), order.qty),
    delivery: shippingAxis(delivered, order.qty),
    committedDate: order.committedDate,
    deferredUntil: order.deferredUntil,
  };
}

/** Shipments that have not left end with their order. */
export function cancelWaitingShipments(order: LiveOrder, reason: string, today: string): ShipmentCancelled[] {
  const cancel = (shipment: Shipment): Shipment => ({ ...shipment, state: 'CANCELLED' });
  return changeEach(order, order.shipments.filter(isWaiting), cancel).map((change) => ({
    type: 'ShipmentCancelled',
    data: { ...change, reason, cancelledOn: today },
  }));
}

/** Inspected shipments that no longer have goods, the newest first, are planned again. */
export function withdrawInspections(order: LiveOrder, reason: string, today: string): InspectionWithdrawn[] {
  const inspected = order.shipments.filter(({ state }) => state === 'INSPECTED').reverse();
  const withdraw = (shipment: Shipment): Shipment => ({ ...shipment, state: 'PLANNED', inspectedOn: undefined });
  const hasGoods = (after: LiveOrder) => isAtLeast(availableQty(after), inspectedQty(after));
  return changeEach(order, inspected, withdraw, hasGoods).map((change) => ({
    type: 'InspectionWithdrawn',
    data: { ...change, reason, withdrawnOn: today },
  }));
}

/** Changes one shipment after the other, each upon the last, until enough is done. */
function changeEach(
  order: LiveOrder,
  shipments: readonly Shipment[],
  change: (shipment: Shipment) => Shipment,
  isEnough: (after: LiveOrder) => boolean = () => false,
): ShipmentChange[] {
  const changes: ShipmentChange[] = [];
  let after = order;
  for (const shipment of shipments) {
    if (isEnough(after)) break;
    const changed = change(shipment);
    changes.push(shipmentChange(after, changed));
    after = withShipment(after, changed);
  }
  return changes;
}

const recordOfShipment = (shipment: Shipment): ShipmentRecord => ({
  shipmentId: shipment.shipmentId,
  state: shipment.state,
  qty: shipment.qty,
  consignmentNo: shipment.consignmentNo,
  certRef: shipment.certRef,
  inspectedOn: shipment.inspectedOn,
  carrierRef: shipment.carrierRef,
  driverRef: shipment.driverRef,
  serialNos: shipment.serialNos,
  dispatchedOn: shipment.dispatchedOn,
  deliveredOn: shipment.deliveredOn,
  signedByRef: shipment.signedByRef,
  refusedQty: shipment.refusedQty,
  refusedSerialNos: shipment.refusedSerialNos.length > 0 ? shipment.refusedSerialNos : undefined,
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
  inspectedOn: record.inspectedOn,
  carrierRef: record.carrierRef,
  driverRef: record.driverRef,
  serialNos: record.serialNos,
  dispatchedOn: record.dispatchedOn,
  deliveredOn: record.deliveredOn,
  signedByRef: record.signedByRef,
  refusedQty: record.refusedQty,
  refusedSerialNos: record.refusedSerialNos ?? [],
  restockedQty: record.restockedQty,
  disposedQty: record.disposedQty,
  reworkQty: record.reworkQty,
});
