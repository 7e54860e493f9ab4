import { Rejected } from '@engsales/event-sourcing';
import type { ReadGateway } from '@engsales/http';
import type { OrderThen } from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking, type ExistingTracking } from '../domain/order-tracking/order-tracking.js';
import { expectedOn, type LiveOrder } from '../domain/production-order/order-state.js';
import { productionOrder } from '../domain/production-order/production-order.js';

interface About {
  readonly trackingId: string;
  readonly productionOrderId?: string;
  readonly exceptionId?: string;
  readonly stepId?: string;
}

/**
 * A fact of the sibling stream: what the order of an exception says. Nothing where it is not clear which; the decider
 * refuses that. @throws Rejected VALIDATION_FAILED for a step that the plan does not have: it would stop nothing
 */
export async function orderOfException(reads: ReadGateway, about: About): Promise<{ order?: OrderThen }> {
  const { state: tracking } = await reads.stateOf(orderTracking, about.trackingId);
  const id = tracking.state === 'NONE' ? undefined : orderIn(tracking, about);
  if (id === undefined) return {};
  const { state: order } = await reads.stateOf(productionOrder, id);
  if (!('committedDate' in order)) return {};
  return { order: { expectedOn: expectedOn(order), ...stepOf(order, about.stepId) } };
}

function orderIn({ exceptions = [], productionOrderIds }: ExistingTracking, about: About): string | undefined {
  const exception = exceptions.find(({ exceptionId }) => exceptionId === about.exceptionId);
  const only = productionOrderIds.length === 1 ? productionOrderIds[0] : undefined;
  const id = exception?.productionOrderId ?? about.productionOrderId ?? only;
  return id !== undefined && productionOrderIds.includes(id) ? id : undefined;
}

function stepOf({ steps }: LiveOrder, stepId: string | undefined): { stepSeq?: number } {
  if (!steps || stepId === undefined) return {};
  const step = steps.find((other) => other.stepId === stepId);
  if (step) return { stepSeq: step.seq };
  throw new Rejected('VALIDATION_FAILED', `the order has no step ${stepId}`, { pointer: '/stepId' });
}
