import { sumQuantities } from '@engsales/values';
import type { OrderRecord } from '../domain/production-order/order-record.events.js';

/**
 * A figure of an order as one of its contract line: an order for the rest of a line leaves out what was delivered before it, and
 * others count by the line.
 */
export const ofLine = ({ deliveredBefore = '0' }: Pick<OrderRecord, 'deliveredBefore'>, qty: string): string =>
  sumQuantities([deliveredBefore, qty]);
