import { Rejected } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, sumQuantities } from '@engsales/values';
import { closeDelivered, reopenUndelivered } from '../ending/closing.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { refuseOverProduction } from '../shop-floor/progress.js';
import { followToMake } from '../shop-floor/remake.js';
import { producedQty } from '../shop-floor/steps.js';
import { availableQty, daysLate, scrappedQty } from './quantities.js';
import { refuseUnitsAwayTwice } from './serial-numbers.js';
import { shipmentChange, withdrawInspections, withShipment } from './shipment-records.js';
import { refuseMoreThanOrdered, shipmentIn, signedShipment } from './shipments.js';
import type { CorrectDelivery, CorrectDisposition, RecallShipment } from './shipping.commands.js';
import type { Shipment } from './shipping.state.js';

/**
 * What was recorded of a dispatch no longer holds: the shipment lies here, inspected as it was. Of an order that is closed short
 * nothing more leaves.
 */
export function recallShipment(command: RecallShipment, order: LiveOrder): ProductionOrderEvent[] {
  const { by, today } = command.issued;
  const shipment = shipmentIn(command, order, ['DISPATCHED']);
  const recalled: Shipment = {
    ...shipment,
    state: order.state === 'SHORT_CLOSED' ? 'CANCELLED' : 'INSPECTED',
    carrierRef: undefined,
    serialNos: [],
    dispatchedOn: undefined,
  };
  const said = { reason: command.data.reason, recalledBy: by.id, recalledOn: today };
  return [
    { type: 'ShipmentRecalled', data: { ...shipmentChange(order, recalled), ...said } },
    ...closeDelivered(withShipment(order, recalled), today),
  ];
}

/**
 * Day, receiver and refused quantity as they should have been. What is decided of the refused goods stands on it. An order that
 * is then not delivered in full is open again; one that is, is closed.
 * @throws Rejected DELIVERY_DATE_INVALID, REFUSED_EXCEEDS_SHIPMENT, RETURN_DECIDED, OVER_SHIPMENT, SERIAL_NOS_MISMATCH,
 * DUPLICATE_SERIAL_NO
 */
export function correctDelivery(command: CorrectDelivery, order: LiveOrder): ProductionOrderEvent[] {
  const { data, issued } = command;
  const shipment = shipmentIn(command, order, ['DELIVERED', 'REFUSED']);
  const { signedByRef = shipment.signedByRef, on = shipment.deliveredOn ?? issued.today } = data;
  const { refusedQty = shipment.refusedQty } = data;
  const kept = sameQuantity(refusedQty, shipment.refusedQty) ? shipment.refusedSerialNos : [];
  const { refusedSerialNos = kept } = data;
  refuseDecided(shipment, refusedQty);
  const corrected = signedShipment(shipment, { on, signedByRef, refusedQty, refusedSerialNos }, issued.today);
  const after = withShipment(order, corrected);
  if (!isAtLeast(refusedQty, shipment.refusedQty)) refuseMoreThanOrdered(issued, after);
  refuseUnitsAwayTwice(after, corrected);
  const said = { reason: data.reason, correctedBy: issued.by.id, correctedOn: issued.today };
  return [
    {
      type: 'DeliveryCorrected',
      data: { ...shipmentChange(order, corrected), ...said, daysLate: daysLate(order, on) },
    },
    ...reopenUndelivered(after, data.reason, issued.today),
    ...closeDelivered(after, issued.today),
  ];
}

const sameQuantity = (a: string, b: string): boolean => isAtLeast(a, b) && isAtLeast(b, a);

function refuseDecided({ shipmentId, disposedQty, reworkQty }: Shipment, refusedQty: string): void {
  const decidedQty = sumQuantities([disposedQty, reworkQty]);
  if (isAtLeast(refusedQty, decidedQty)) return;
  const details = { shipmentId, refusedQty, decidedQty };
  throw new Rejected('RETURN_DECIDED', `what became of ${decidedQty} refused units is decided on`, details);
}

/**
 * What has become of the refused goods in all, as it should have been decided. Inspected shipments that no longer have goods are
 * planned again; what is to be made follows.
 * @throws Rejected DISPOSITION_EXCEEDS_REFUSED, OVER_SHIPMENT where restocked goods have left again, OVER_PRODUCTION where
 * scrapped ones were made again, DUPLICATE_SERIAL_NO
 */
export function correctDisposition(command: CorrectDisposition, order: LiveOrder): ProductionOrderEvent[] {
  const { restockedQty, scrappedQty: scrapped, reworkQty, reason } = command.data;
  const { issued } = command;
  const shipment = shipmentIn(command, order, ['REFUSED']);
  const { shipmentId, refusedQty } = shipment;
  const disposedQty = sumQuantities([restockedQty, scrapped]);
  if (!isAtLeast(refusedQty, sumQuantities([disposedQty, reworkQty]))) {
    const message = `the quantities are more than the ${refusedQty} that were refused`;
    throw new Rejected('DISPOSITION_EXCEEDS_REFUSED', message, { shipmentId, leftQty: refusedQty });
  }
  const corrected: Shipment = { ...shipment, restockedQty, disposedQty, reworkQty };
  const after = withShipment(order, corrected);
  if (!isAtLeast(availableQty(after), '0')) {
    const details = { shipmentId, awayAgainQty: difference('0', availableQty(after)) };
    throw new Rejected('OVER_SHIPMENT', 'restocked goods have left again', details);
  }
  if (!isAtLeast(scrappedQty(after), scrappedQty(order))) refuseOverProduction(issued, after, producedQty(after));
  refuseUnitsAwayTwice(after, corrected);
  const said = { reason, correctedBy: issued.by.id, correctedOn: issued.today };
  return [
    { type: 'DispositionCorrected', data: { ...shipmentChange(order, corrected), ...said } },
    ...withdrawInspections(after, reason, issued.today),
    ...followToMake(order, after, issued.today),
  ];
}
