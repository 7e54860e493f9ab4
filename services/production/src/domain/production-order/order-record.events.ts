import type { OrderState } from './production-order.values.js';

/** What every event of an order says first: which order, and its state after the event. */
export interface OrderRecord {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly state: OrderState;
}
