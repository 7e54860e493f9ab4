import { Rejected } from '@engsales/event-sourcing/domain';
import { stepsOf, type LiveOrder, type MadeOrder } from '../production-order.state.js';
import type { StepRecord } from './shop-floor.events.js';
import type { WorkStep } from './shop-floor.state.js';

/** The step, and the order as one that is made here. @throws Rejected NOT_FOUND */
export function stepIn(order: LiveOrder, stepId: string): { readonly made: MadeOrder; readonly step: WorkStep } {
  const step = stepsOf(order).find((other) => other.stepId === stepId);
  if (step && order.kind === 'PRODUCE') return { made: order, step };
  throw new Rejected('NOT_FOUND', `the order has no step ${stepId}`, { stepId });
}

export const withStep = (order: MadeOrder, changed: WorkStep): MadeOrder => ({
  ...order,
  steps: order.steps.map((step) => (step.stepId === changed.stepId ? changed : step)),
});

export const recordOfStep = (step: WorkStep): StepRecord => ({
  stepId: step.stepId,
  seq: step.seq,
  name: step.name,
  ownerId: step.ownerId,
  plannedStart: step.plannedStart,
  plannedEnd: step.plannedEnd,
  drawingRev: step.drawingRev,
  state: step.state,
  goodQty: step.goodQty,
  scrapQty: step.scrapQty,
  startedOn: step.startedOn,
  doneOn: step.doneOn,
});

export const stepFromRecord = (record: StepRecord): WorkStep => ({
  stepId: record.stepId,
  seq: record.seq,
  name: record.name,
  ownerId: record.ownerId,
  plannedStart: record.plannedStart,
  plannedEnd: record.plannedEnd,
  drawingRev: record.drawingRev,
  state: record.state,
  goodQty: record.goodQty,
  scrapQty: record.scrapQty,
  startedOn: record.startedOn,
  doneOn: record.doneOn,
});
