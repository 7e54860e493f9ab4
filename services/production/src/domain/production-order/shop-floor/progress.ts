import { Rejected, type Issued } from '@engsales/event-sourcing/domain';
import { difference, increasedBy, isAtLeast, shareBps, sumQuantities } from '@engsales/values';
import { companySettings } from '../../company-settings.js';
import { forecastAfter } from '../../forecast.js';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import { stepsOf, type LiveOrder } from '../production-order.state.js';
import type { WorkStep } from './shop-floor.state.js';

/** What was there before the order counts as made by every step; of bought goods `receivedQty` counts it. */
export const withOpening = (order: LiveOrder, made: string): string =>
  order.kind === 'PROCURE' ? made : sumQuantities([made, order.opening.producedQty]);

/** Good units of the last step, or bought ones received, with what was there before the order. */
export const producedQty = (order: LiveOrder): string =>
  order.kind === 'PROCURE' ? order.receivedQty : withOpening(order, order.steps.at(-1)?.goodQty ?? '0');

/** Basis points: what all steps have made, each up to the quantity, of what all of them must make; of bought goods what has come. */
export function percentBpsOf(order: LiveOrder): number {
  const steps = stepsOf(order);
  if (steps.length === 0) return shareBps(producedQty(order), order.qty);
  const goods = steps.map(({ goodQty }) => withOpening(order, goodQty));
  const made = sumQuantities(goods.map((good) => (isAtLeast(good, order.qty) ? order.qty : good)));
  return shareBps(made, sumQuantities(steps.map(() => order.qty)));
}

/** Of the step that ends last; none before a plan. */
export const plannedEndOf = (steps: readonly WorkStep[]): string | undefined =>
  steps
    .map((step) => step.plannedEnd)
    .sort()
    .at(-1);

/** When it would be ready without its exceptions: the planned end, or the promise before a plan. */
export const expectedOn = (order: LiveOrder): string => plannedEndOf(stepsOf(order)) ?? order.committedDate;

/** With the days of its exceptions; not before today, nor before the customer takes the goods. */
export const forecastOf = (order: LiveOrder, today: string): string =>
  forecastAfter({ expectedOn: expectedOn(order), deferredUntil: order.deferredUntil }, order.delayDays, today);

/** Once everything is made, or has come in. */
export function completeProduction(order: LiveOrder, today: string): ProductionOrderEvent[] {
  const produced = producedQty(order);
  if (order.state === 'PRODUCED' || !isAtLeast(produced, order.qty)) return [];
  const what = { lineId: order.lineId, producedQty: produced, completedOn: today };
  return [{ type: 'ProductionCompleted', data: { ...orderRecord(order), state: 'PRODUCED', ...what } }];
}

/** No more than was ordered and what the company allows beyond it. @throws Rejected OVER_PRODUCTION */
export function refuseOverProduction(issued: Issued, order: LiveOrder, good: string): void {
  const { qty } = order;
  const made = withOpening(order, good);
  const most = increasedBy(qty, companySettings(issued).overBps);
  if (isAtLeast(most, made)) return;
  const details = { orderedQty: qty, mostQty: most, producedQty: made, overQty: difference(made, most) };
  throw new Rejected('OVER_PRODUCTION', `the quantity is more than the ${most} that may be made`, details);
}
