import { shareBps } from '@engsales/values';
import { forecastOf, plannedEndOf, type LiveOrder, type WorkStep } from '../../domain/production-order/order-state.js';
import { percentOf } from '../../domain/production-order/shop-floor.js';

/** Planned against actual, one bar per step, as a Gantt chart takes it: each step depends on the one before it. */
export function scheduleOf(order: LiveOrder, today: string) {
  const { steps = [], committedDate, productionOrderId, state } = order;
  return {
    productionOrderId,
    state,
    committedDate,
    plannedStart: steps[0]?.plannedStart ?? null,
    plannedEnd: plannedEndOf(steps) ?? null,
    forecastDate: forecastOf(order, today),
    percentBps: percentOf(order),
    tasks: steps.map((step, index) => taskOf(step, steps[index - 1], order.qty, today)),
  };
}

function taskOf(step: WorkStep, before: WorkStep | undefined, qty: string, today: string) {
  const { stepId, seq, name, ownerId, state, plannedStart, plannedEnd, goodQty, scrapQty } = step;
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
    progressBps: shareBps(goodQty, qty),
    late: step.doneOn === undefined ? today > plannedEnd : step.doneOn > plannedEnd,
    dependencies: before ? [before.stepId] : [],
  };
}
