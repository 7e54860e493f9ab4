import { isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { deliveredQty } from '../shipping/quantities.js';
import { cancelWaitingShipments } from '../shipping/shipment-records.js';

/** Closes an order that is delivered in full, with nothing more of it on the road: what was made beyond it may still be. */
export function closeDelivered(order: LiveOrder, today: string): ProductionOrderEvent[] {
  const delivered = deliveredQty(order);
  const onTheRoad = order.shipments.some(({ state }) => state === 'DISPATCHED');
  if (order.state !== 'PRODUCED' || onTheRoad || !isAtLeast(delivered, order.qty)) return [];
  const { lineId, trackingId } = order;
  const what = { lineId, trackingId, deliveredQty: delivered, closedOn: today };
  return [
    ...cancelWaitingShipments(order, 'delivered in full', today),
    { type: 'ProductionOrderClosed', data: { ...orderRecord(order), state: 'CLOSED', ...what } },
  ];
}

/** An order that was closed and, by a correction, is not delivered in full is open again: everything is made, something is still to leave. */
export function reopenUndelivered(order: LiveOrder, reason: string, today: string): ProductionOrderEvent[] {
  const delivered = deliveredQty(order);
  if (order.state !== 'CLOSED' || isAtLeast(delivered, order.qty)) return [];
  const { lineId, trackingId, committedDate, deferredUntil } = order;
  const what = { lineId, trackingId, committedDate, deferredUntil, deliveredQty: delivered, reason, reopenedOn: today };
  return [{ type: 'ProductionOrderReopened', data: { ...orderRecord(order), state: 'PRODUCED', ...what } }];
}
