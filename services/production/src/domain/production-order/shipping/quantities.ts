import { daysBetween, difference, increasedBy, isAtLeast, largerQuantity, sumQuantities } from '@engsales/values';
import type { Issued } from '@engsales/event-sourcing/domain';
import { companySettings } from '../../company-settings.js';
import type { LiveOrder } from '../production-order.state.js';
import type { ShippingAxis } from '../production-order.values.js';
import { producedQty } from '../shop-floor/steps.js';
import { lateAfter } from './deferrals.js';
import type { Shipment } from './shipping.state.js';

const LEFT: readonly string[] = ['DISPATCHED', 'DELIVERED', 'REFUSED'];

export const hasLeft = ({ state }: Shipment): boolean => LEFT.includes(state);
export const isWaiting = ({ state }: Shipment): boolean => state === 'PLANNED' || state === 'INSPECTED';

/** Gross: everything that has left, also what came back. */
export const shippedQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter(hasLeft).map((s) => s.qty));

export const refusedQty = ({ shipments }: LiveOrder): string => sumQuantities(shipments.map((s) => s.refusedQty));

/** What has left and was not refused. */
export const netShippedQty = (order: LiveOrder): string => difference(shippedQty(order), refusedQty(order));

export const deliveredQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter((s) => s.deliveredOn !== undefined).map((s) => difference(s.qty, s.refusedQty)));

export const restockedQty = ({ shipments }: LiveOrder): string => sumQuantities(shipments.map((s) => s.restockedQty));

/** Of what came back: decided on for good and not restocked. */
export const scrappedQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.map((s) => difference(s.disposedQty, s.restockedQty)));

/** What was ordered, and again what came back and was scrapped. */
export const toMakeQty = (order: LiveOrder): string => sumQuantities([order.qty, scrappedQty(order)]);

/** What each step is to bring of it: what was there before the order needs no step any more. */
export const toMakeByStepsQty = (order: LiveOrder): string =>
  largerQuantity(difference(toMakeQty(order), order.opening.producedQty), '0');

/** No longer in the house as goods that can be sold. */
export const awayQty = (order: LiveOrder): string => difference(shippedQty(order), restockedQty(order));

/** Made and not away: what can be dispatched. */
export const availableQty = (order: LiveOrder): string => difference(producedQty(order), awayQty(order));

/** Passed inspection and still here. */
export const inspectedQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter(({ state }) => state === 'INSPECTED').map((s) => s.qty));

/** Planned or inspected, and still here. */
export const waitingQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter(isWaiting).map((s) => s.qty));

/** Has left and not come back, or waits inspected. */
export const readyQty = (order: LiveOrder): string => sumQuantities([netShippedQty(order), inspectedQty(order)]);

/** What was ordered and what the company allows beyond it. */
export const mostQty = (issued: Issued, qty: string): string => increasedBy(qty, companySettings(issued).overBps);

export function shippingAxis(done: string, ordered: string): ShippingAxis {
  if (isAtLeast(done, ordered)) return 'FULL';
  return done === '0' ? 'NONE' : 'PARTIAL';
}

/** Days after the promise, or after the day to which the customer has deferred the delivery. */
export const daysLate = (order: LiveOrder, on: string): number => Math.max(0, daysBetween(lateAfter(order), on));
