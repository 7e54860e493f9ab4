import type { ReadGateway } from '@engsales/service';
import type { OrderThen } from '../domain/order-tracking/order-tracking.commands.js';
import { orderTracking } from '../domain/order-tracking/order-tracking.js';
import { expectedOn } from '../domain/production-order/order-state.js';
import { productionOrder } from '../domain/production-order/production-order.js';

interface About {
  readonly trackingId: string;
  readonly productionOrderId?: string;
  readonly exceptionId?: string;
  readonly stepId?: string;
}

/** A fact of the sibling stream: what the order of an exception says. Nothing where it is not clear which; the decider refuses that. */
export async function orderOfException(reads: ReadGateway, about: About): Promise<{ order?: OrderThen }> {
  const { state: tracking } = await reads.stateOf(orderTracking, about.trackingId);
  if (tracking.state === 'NONE') return {};
  const { exceptions = [], productionOrderIds } = tracking;
  const exception = exceptions.find(({ exceptionId }) => exceptionId === about.exceptionId);
  const only = productionOrderIds.length === 1 ? productionOrderIds[0] : undefined;
  const id = exception?.productionOrderId ?? about.productionOrderId ?? only;
  if (id === undefined || !productionOrderIds.includes(id)) return {};
  const { state: order } = await reads.stateOf(productionOrder, id);
  if (!('committedDate' in order)) return {};
  const step = order.steps?.find(({ stepId }) => stepId === about.stepId);
  return { order: { expectedOn: expectedOn(order), ...(step ? { stepSeq: step.seq } : {}) } };
}
