import { fold, type EventStore } from '@engsales/event-sourcing';
import type { OrderThen } from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import type { OrderTracking } from '../domain/order-tracking/order-tracking.state.js';
import { productionOrder } from '../domain/production-order/production-order.js';
import { isReceived, stepsOf } from '../domain/production-order/production-order.state.js';
import { expectedOn } from '../domain/production-order/shop-floor/progress.js';

export const readTracking = async (store: EventStore, trackingId: string): Promise<OrderTracking> =>
  fold(orderTracking, await store.readStream(`${orderTracking.category}-${trackingId}`));

/** What the order of an exception says; nothing where it is not clear which order that is: the decision refuses it. */
export async function readOrderThen(
  store: EventStore,
  productionOrderId: string | undefined,
): Promise<OrderThen | undefined> {
  if (productionOrderId === undefined) return undefined;
  const order = fold(productionOrder, await store.readStream(`${productionOrder.category}-${productionOrderId}`));
  if (!isReceived(order)) return undefined;
  const steps = stepsOf(order).map(({ stepId, seq, ownerId }) => ({ stepId, seq, ownerId }));
  return { expectedOn: expectedOn(order), deferredUntil: order.deferredUntil, steps };
}
