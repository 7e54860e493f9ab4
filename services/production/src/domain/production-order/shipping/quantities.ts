import { daysBetween, difference, isAtLeast, sumQuantities } from '@engsales/values';
import type { LiveOrder } from '../production-order.state.js';
import type { ShippingAxis } from '../production-order.values.js';
import { producedQty } from '../shop-floor/progress.js';
import { lateAfter } from './deferrals.js';
import type { Shipment } from './shipping.state.js';

const LEFT: readonly string[] = ['DISPATCHED', 'DELIVERED', 'REFUSED'];

export const shippedQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter((s) => LEFT.includes(s.state)).map((s) => s.qty));

export const deliveredQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter((s) => s.deliveredOn !== undefined).map((s) => difference(s.qty, s.refusedQty)));

export const refusedQty = ({ shipments }: LiveOrder): string => sumQuantities(shipments.map((s) => s.refusedQty));

/** Passed inspection, gone or not. */
export const readyQty = ({ shipments }: LiveOrder): string =>
  sumQuantities(shipments.filter((s) => s.state !== 'PLANNED' && s.state !== 'CANCELLED').map((s) => s.qty));

/** Produced and not away, or back in stock: what can be dispatched. */
export function availableQty(order: LiveOrder): string {
  const restocked = order.shipments.map((s) => s.restockedQty);
  return sumQuantities([difference(producedQty(order), shippedQty(order)), ...restocked]);
}

export function shippingAxis(done: string, ordered: string): ShippingAxis {
  if (isAtLeast(done, ordered)) return 'FULL';
  return done === '0' ? 'NONE' : 'PARTIAL';
}

/** Days after the promise, or after the day to which the customer has deferred the delivery. */
export const daysLate = (order: LiveOrder, on: string): number => Math.max(0, daysBetween(lateAfter(order), on));

export const isWaiting = ({ state }: Shipment): boolean => state === 'PLANNED' || state === 'INSPECTED';
