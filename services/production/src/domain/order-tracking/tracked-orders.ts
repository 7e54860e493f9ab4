import { Rejected } from '@engsales/event-sourcing/domain';
import type { ExistingTracking } from './order-tracking.state.js';

/** The only order of the tracking, or the one that is named; undefined where it is not clear which. */
export function orderMeant({ productionOrderIds }: ExistingTracking, named?: string): string | undefined {
  const [first, ...others] = productionOrderIds;
  if (named === undefined) return others.length === 0 ? first : undefined;
  return productionOrderIds.includes(named) ? named : undefined;
}

/** @throws Rejected VALIDATION_FAILED where it is not clear which order is meant */
export function orderNamed(tracking: ExistingTracking, named?: string): string {
  const meant = orderMeant(tracking, named);
  if (meant !== undefined) return meant;
  const { productionOrderIds } = tracking;
  const details = { pointer: '/productionOrderId', productionOrderIds };
  throw new Rejected('VALIDATION_FAILED', 'no order of this tracking is named', details);
}
