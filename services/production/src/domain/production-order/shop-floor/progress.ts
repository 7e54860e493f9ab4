import { Rejected, type Issued } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, shareBps, sumQuantities } from '@engsales/values';
import { forecastAfter } from '../../forecast.js';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import { stepsOf, type LiveOrder, type MadeOrder } from '../production-order.state.js';
import { mostQty, toMakeByStepsQty, toMakeQty } from '../shipping/quantities.js';
import type { StepChange } from './shop-floor.events.js';
import type { WorkStep } from './shop-floor.state.js';
import { producedQty, recordOfStep, withStep } from './steps.js';

/** Basis points: what all steps have made, each up to what is to be made, of what all of them must make; of bought goods what has come. */
export function percentBpsOf(order: LiveOrder): number {
  const steps = stepsOf(order);
  if (steps.length === 0) return shareBps(producedQty(order), toMakeQty(order));
  const toMake = toMakeByStepsQty(order);
  const made = sumQuantities(steps.map(({ goodQty }) => (isAtLeast(goodQty, toMake) ? toMake : goodQty)));
  return shareBps(made, sumQuantities(steps.map(() => toMake)));
}

/** The step as it is after an event, and how far all of them are. */
export const stepChange = (order: MadeOrder, after: WorkStep): StepChange => ({
  ...orderRecord(order),
  step: recordOfStep(after),
  percentBps: percentBpsOf(withStep(order, after)),
});

/** The first step that can be worked on. */
export const openStepId = (order: LiveOrder): string | undefined =>
  stepsOf(order).find(({ state }) => state === 'READY' || state === 'RUNNING')?.stepId;

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
  if (order.state === 'PRODUCED' || !isAtLeast(produced, toMakeQty(order))) return [];
  const what = { lineId: order.lineId, producedQty: produced, completedOn: today };
  return [{ type: 'ProductionCompleted', data: { ...orderRecord(order), state: 'PRODUCED', ...what } }];
}

/** What is made, with what was there before the order, is no more than is to be made and is allowed beyond it. @throws Rejected OVER_PRODUCTION */
export function refuseOverProduction(issued: Issued, order: LiveOrder, made: string): void {
  const most = mostQty(issued, toMakeQty(order));
  if (isAtLeast(most, made)) return;
  const details = { orderedQty: order.qty, mostQty: most, producedQty: made, overQty: difference(made, most) };
  throw new Rejected('OVER_PRODUCTION', `the quantity is more than the ${most} that may be made`, details);
}
