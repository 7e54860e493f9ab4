import { Rejected } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, sumQuantities } from '@engsales/values';
import { closeDelivered, reopenUndelivered } from '../ending/closing.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { refuseOverProduction } from '../shop-floor/progress.js';
import { followToMake } from '../shop-floor/remake.js';
import { producedQty } from '../shop-floor/steps.js';
import { availableQty, daysLate, scrappedQty } from './quantities.js';
import { refuseSerialCount, refuseUnitsAwayTwice, refuseUnmadeUnits } from './serial-numbers.js';
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
    driverRef: undefined,
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
 * A delivery as it should have been confirmed, and the carrier and the units that left with it. What is decided of the refused
 * goods stands on it. An order that is then not delivered in full is open again; one that is, is closed.
 * @throws Rejected VALIDATION_FAILED, DELIVERY_DATE_INVALID, REFUSED_EXCEEDS_SHIPMENT, RETURN_DECIDED, OVER_SHIPMENT, SERIAL_NOS_MISMATCH,
 * DUPLICATE_SERIAL_NO, SERIAL_NO_NOT_MADE
 */
export function correctDelivery(command: CorrectDelivery, order: LiveOrder): ProductionOrderEvent[] {
  const { data, issued } = command;
  const shipment = shipmentIn(command, order, ['DELIVERED', 'REFUSED']);
  refuseNothingSaid(data);
  const corrected = correctedShipment(data, shipment, issued.today);
  refuseDecided(corrected);
  refuseSerialCount(data.serialNos ?? [], corrected.qty, { shipmentId: data.shipmentId });
  const after = withShipment(order, corrected);
  if (!isAtLeast(corrected.refusedQty, shipment.refusedQty)) refuseMoreThanOrdered(issued, after);
  refuseUnitsAwayTwice(after, corrected);
  refuseUnmadeUnits(after);
  const said = {
    daysLate: daysLate(order, corrected.deliveredOn ?? issued.today),
    reason: data.reason,
    correctedBy: issued.by.id,
    correctedOn: issued.today,
  };
  return [
    { type: 'DeliveryCorrected', data: { ...shipmentChange(order, corrected), ...said } },
    ...reopenUndelivered(after, data.reason, issued.today),
    ...closeDelivered(after, issued.today),
  ];
}

function refuseNothingSaid({
  on,
  signedByRef,
  refusedQty,
  refusedSerialNos,
  carrierRef,
  driverRef,
  serialNos,
}: CorrectDelivery['data']) {
  const all = [on, signedByRef, refusedQty, refusedSerialNos, carrierRef, driverRef, serialNos];
  if (all.some((said) => said !== undefined)) return;
  throw new Rejected('VALIDATION_FAILED', 'nothing of the delivery is corrected', { pointer: '' });
}

/** What is not said stays; units that came back are named anew where another quantity came back. */
function correctedShipment(data: CorrectDelivery['data'], shipment: Shipment, today: string): Shipment {
  const { signedByRef = shipment.signedByRef, on = shipment.deliveredOn ?? today } = data;
  const { carrierRef = shipment.carrierRef, driverRef = shipment.driverRef, serialNos = shipment.serialNos } = data;
  const { refusedQty = shipment.refusedQty } = data;
  const kept = sameQuantity(refusedQty, shipment.refusedQty) ? shipment.refusedSerialNos : [];
  const { refusedSerialNos = kept } = data;
  const left: Shipment = { ...shipment, carrierRef, driverRef, serialNos };
  return signedShipment(left, { on, signedByRef, refusedQty, refusedSerialNos }, today);
}

const sameQuantity = (a: string, b: string): boolean => isAtLeast(a, b) && isAtLeast(b, a);

function refuseDecided({ shipmentId, disposedQty, reworkQty, refusedQty }: Shipment): void {
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
