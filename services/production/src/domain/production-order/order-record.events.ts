import type { ContractOrigin, OrderState } from './production-order.values.js';

/** What every event of an order says first: which order, and its state after the event. */
export interface OrderRecord {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly state: OrderState;
  /** Absent where the contract lives in this system. */
  readonly contractOrigin?: ContractOrigin;
  /** Of the contract line, before the order for the rest began: figures of the order do not count it. Absent where that is nothing. */
  readonly deliveredBefore?: string;
}
