import type { OrderRecord } from './order-record.events.js';
import type { LiveOrder } from './production-order.state.js';

/** What every event of an order says first; the state is the one before the event, unless the event says another. */
export const orderRecord = (order: LiveOrder): OrderRecord => ({
  productionOrderId: order.productionOrderId,
  contractId: order.contractId,
  state: order.state,
  contractOrigin: order.contractOrigin,
  deliveredBefore: order.opening.deliveredQty === '0' ? undefined : order.opening.deliveredQty,
});
