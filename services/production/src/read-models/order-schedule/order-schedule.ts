import { isAtLeast, proportionFen } from '@engsales/values';
import { forecastOf, type LiveOrder, type WorkStep } from '../../domain/production-order/order-state.js';
import { percentOf } from '../../domain/production-order/shop-floor.js';

/** Planned against actual, one bar per step, as a Gantt chart takes it: each step depends on the one before it. */
export function scheduleOf(order: LiveOrder, today: string) {
  const { steps = [], committedDate, productionOrderId, state } = order;
  const ends = steps.map((step) => step.plannedEnd).sort();
  return {
    productionOrderId,
    state,
    committedDate,
    plannedStart: steps[0]?.plannedStart ?? null,
    plannedEnd: ends.at(-1) ?? null,
    forecastDate: forecastOf(order, today),
    percentBps: percentOf(order),
    tasks: steps.map((step, index) => taskOf(step, steps[index - 1], order.qty, today)),
  };
}

function taskOf(step: WorkStep, before: WorkStep | undefined, qty: string, today: string) {
  const { stepId, seq, name, ownerId, state, plannedStart, plannedEnd, goodQty, scrapQty } = step;
  const made = isAtLeast(goodQty, qty) ? qty : goodQty;
  return {
    id: stepId,
    seq,
    name,
    ownerId,
    state,
    planned: { start: plannedStart, end: plannedEnd },
    actual: { start: step.startedOn ?? null, end: step.doneOn ?? null },
    goodQty,
    scrapQty,
    progressBps: Math.floor(proportionFen(10_000_000, made, qty) / 1_000),
    late: step.doneOn === undefined ? today > plannedEnd : step.doneOn > plannedEnd,
    dependencies: before ? [before.stepId] : [],
  };
}
