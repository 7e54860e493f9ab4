import { shareBps } from '@engsales/values';
import { stepsOf, type LiveOrder } from '../domain/production-order/production-order.state.js';
import { toMakeByStepsQty } from '../domain/production-order/shipping/quantities.js';
import { forecastOf, percentBpsOf, plannedEndOf } from '../domain/production-order/shop-floor/progress.js';
import type { WorkStep } from '../domain/production-order/shop-floor/shop-floor.state.js';

/** Planned against actual, one bar per step, as a Gantt chart takes it: each step depends on the one before it. */
export function scheduleOf(order: LiveOrder, today: string) {
  const steps = stepsOf(order);
  return {
    productionOrderId: order.productionOrderId,
    state: order.state,
    committedDate: order.committedDate,
    deferredUntil: order.deferredUntil ?? null,
    plannedStart: steps[0]?.plannedStart ?? null,
    plannedEnd: plannedEndOf(steps) ?? null,
    forecastDate: forecastOf(order, today),
    percentBps: percentBpsOf(order),
    tasks: steps.map((step, index) => taskOf(step, steps[index - 1], toMakeByStepsQty(order), today)),
  };
}

function taskOf(step: WorkStep, before: WorkStep | undefined, toMake: string, today: string) {
  const { plannedStart, plannedEnd, goodQty, doneOn } = step;
  return {
    id: step.stepId,
    seq: step.seq,
    name: step.name,
    ownerId: step.ownerId,
    state: step.state,
    planned: { start: plannedStart, end: plannedEnd },
    actual: { start: step.startedOn ?? null, end: doneOn ?? null },
    goodQty,
    scrapQty: step.scrapQty,
    progressBps: shareBps(goodQty, toMake),
    late: (doneOn ?? today) > plannedEnd,
    dependencies: before ? [before.stepId] : [],
  };
}
