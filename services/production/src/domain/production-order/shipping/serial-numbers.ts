import { Rejected } from '@engsales/event-sourcing/domain';
import { difference, foldedNumber, isAtLeast, isPositiveQuantity, sumQuantities } from '@engsales/values';
import { stepsOf, type LiveOrder, type MadeOrder } from '../production-order.state.js';
import type { WorkStep } from '../shop-floor/shop-floor.state.js';
import { withOpening } from '../shop-floor/steps.js';
import { hasLeft } from './quantities.js';
import type { Shipment } from './shipping.state.js';

/** Where serial numbers are given there are as many as units. @throws Rejected SERIAL_NOS_MISMATCH */
export function refuseSerialCount(
  serialNos: readonly string[],
  qty: string,
  where: Readonly<Record<string, unknown>>,
): void {
  const count = String(serialNos.length);
  if (serialNos.length === 0 || (isAtLeast(count, qty) && isAtLeast(qty, count))) return;
  const details = { ...where, qty, count: serialNos.length };
  throw new Rejected('SERIAL_NOS_MISMATCH', `${count} serial numbers for ${qty} units`, details);
}

/** @throws Rejected DUPLICATE_SERIAL_NO */
export function refuseRepeated(serialNos: readonly string[], where: Readonly<Record<string, unknown>>): void {
  const folded = serialNos.map(foldedNumber);
  const repeated = serialNos.filter((_serialNo, index) => folded.indexOf(folded[index] ?? '') < index);
  if (repeated.length === 0) return;
  throw new Rejected('DUPLICATE_SERIAL_NO', 'a serial number stands twice', { ...where, serialNos: repeated });
}

/**
 * Units that came back: those that were named, else any of a shipment of which something came back. They are units of that
 * shipment. @throws Rejected SERIAL_NOS_MISMATCH, DUPLICATE_SERIAL_NO
 */
export function refuseUnknownReturns({ shipmentId, serialNos, refusedSerialNos, refusedQty }: Shipment): void {
  refuseRepeated(refusedSerialNos, { shipmentId });
  refuseSerialCount(refusedSerialNos, refusedQty, { shipmentId });
  const left = new Set(serialNos.map(foldedNumber));
  const unknown = refusedSerialNos.filter((serialNo) => !left.has(foldedNumber(serialNo)));
  if (unknown.length === 0) return;
  const details = { shipmentId, serialNos: unknown };
  throw new Rejected('SERIAL_NOS_MISMATCH', 'serial numbers that did not leave with the shipment', details);
}

/**
 * A unit is away once: it leaves again only after it has come back and its shipment was restocked, and no more units of an
 * order leave again than were restocked. @throws Rejected DUPLICATE_SERIAL_NO with the numbers and where they are
 */
export function refuseUnitsAwayTwice(order: LiveOrder, shipment: Shipment): void {
  refuseRepeated(shipment.serialNos, { shipmentId: shipment.shipmentId });
  const gone = order.shipments.filter(hasLeft);
  const places = gone.flatMap(placesOf);
  const balance = (unit: string) => sumOf(places.filter((place) => place.unit === unit));
  const twice = shipment.serialNos.filter((serialNo) => balance(foldedNumber(serialNo)) > 1);
  if (twice.length > 0) throw unitsAway(shipment, twice, gone);
  const departed = gone.flatMap(({ serialNos }) => serialNos.map(foldedNumber));
  const again = departed.length - new Set(departed).size;
  const restocked = sumQuantities(gone.filter((o) => o.serialNos.length > 0).map((o) => o.restockedQty));
  if (shipment.serialNos.length > 0 && !isAtLeast(restocked, String(again))) {
    throw unitsAway(shipment, shipment.serialNos, gone);
  }
}

interface Place {
  readonly unit: string;
  /** +1 for each time that it left, -1 for each time that it may have come back to stock. */
  readonly count: 1 | -1;
}

function placesOf(shipment: Shipment): Place[] {
  const { serialNos, refusedSerialNos, restockedQty } = shipment;
  const named = refusedSerialNos.length > 0 ? refusedSerialNos : serialNos;
  const back = isPositiveQuantity(restockedQty) ? named : [];
  return [
    ...serialNos.map((serialNo): Place => ({ unit: foldedNumber(serialNo), count: 1 })),
    ...back.map((serialNo): Place => ({ unit: foldedNumber(serialNo), count: -1 })),
  ];
}

const sumOf = (places: readonly Place[]): number => places.reduce((sum, { count }) => sum + count, 0);

function unitsAway({ shipmentId }: Shipment, serialNos: readonly string[], gone: readonly Shipment[]): Rejected {
  const units = new Set(serialNos.map(foldedNumber));
  const existing = gone
    .filter((other) => other.shipmentId !== shipmentId)
    .filter((other) => other.serialNos.some((serialNo) => units.has(foldedNumber(serialNo))))
    .map((other) => other.shipmentId);
  const details = { shipmentId, serialNos, existing };
  return new Rejected('DUPLICATE_SERIAL_NO', 'units that left before and are not back in stock', details);
}

/**
 * Only what was made leaves: a number that a step has not told is of one of the units that it made without telling their
 * numbers, or of those that were there before the order. A step that tells none says nothing. @throws Rejected SERIAL_NO_NOT_MADE
 */
export function refuseUnmadeUnits(order: LiveOrder): void {
  const left = order.shipments.filter(hasLeft).flatMap(({ serialNos }) => serialNos);
  for (const step of stepsOf(order)) refuseUnmade(step, withOpening(order, step.goodQty), left);
}

/** A step works on what the step before it has made. @throws Rejected SERIAL_NO_NOT_MADE */
export function refuseUnitsNotMadeBefore({ steps }: MadeOrder, { stepId, serialNos }: WorkStep): void {
  const before = steps[steps.findIndex((step) => step.stepId === stepId) - 1];
  if (before) refuseUnmade(before, before.goodQty, serialNos);
}

function refuseUnmade({ stepId, serialNos: toldNos }: WorkStep, madeQty: string, serialNos: readonly string[]): void {
  const told = new Set(toldNos.map(foldedNumber));
  const untold = serialNos.filter((serialNo) => !told.has(foldedNumber(serialNo)));
  const count = new Set(untold.map(foldedNumber)).size;
  if (told.size === 0 || count === 0 || isAtLeast(difference(madeQty, String(told.size)), String(count))) return;
  const details = { stepId, serialNos: untold, madeQty, toldCount: told.size };
  throw new Rejected('SERIAL_NO_NOT_MADE', 'serial numbers of no unit that was made', details);
}
