import { Rejected } from '@engsales/event-sourcing/domain';
import { isAtLeast, sumQuantities } from '@engsales/values';
import { stepsOf, type LiveOrder, type MadeOrder } from '../production-order.state.js';
import type { StepRecord } from './shop-floor.events.js';
import type { WorkStep } from './shop-floor.state.js';

/** The step, and the order as one that is made here. @throws Rejected NOT_FOUND */
export function stepIn(order: LiveOrder, stepId: string): { readonly made: MadeOrder; readonly step: WorkStep } {
  const step = stepsOf(order).find((other) => other.stepId === stepId);
  if (step && order.kind === 'PRODUCE') return { made: order, step };
  throw new Rejected('NOT_FOUND', `the order has no step ${stepId}`, { stepId });
}

/** What was there before the order counts as made by every step; of bought goods `receivedQty` counts it. */
export const withOpening = (order: LiveOrder, made: string): string =>
  order.kind === 'PROCURE' ? made : sumQuantities([made, order.opening.producedQty]);

/** Good units of the last step, or bought ones received, with what was there before the order. */
export const producedQty = (order: LiveOrder): string =>
  order.kind === 'PROCURE' ? order.receivedQty : withOpening(order, order.steps.at(-1)?.goodQty ?? '0');

/** No step has more good units than the one before it. @throws Rejected GOOD_EXCEEDS_STEP_BEFORE */
export function refuseBeyondNeighbours({ steps }: MadeOrder, { stepId }: WorkStep): void {
  const at = steps.findIndex((step) => step.stepId === stepId);
  for (const [before, step] of [
    [steps[at - 1], steps[at]],
    [steps[at], steps[at + 1]],
  ]) {
    if (!before || !step || isAtLeast(before.goodQty, step.goodQty)) continue;
    const { goodQty } = step;
    const details = { stepId: step.stepId, goodQty, before: before.stepId, beforeQty: before.goodQty };
    const message = `${step.name} would have ${goodQty} good units of the ${before.goodQty} of ${before.name}`;
    throw new Rejected('GOOD_EXCEEDS_STEP_BEFORE', message, details);
  }
}

export const withStep = (order: MadeOrder, changed: WorkStep): MadeOrder => ({
  ...order,
  steps: order.steps.map((step) => (step.stepId === changed.stepId ? changed : step)),
});

export const withChangedSteps = (order: LiveOrder, changed: readonly WorkStep[]): LiveOrder =>
  order.kind === 'PRODUCE' ? changed.reduce(withStep, order) : order;

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

/** What stands in the reports and the completion of a step, not in its record. */
export type ReportedOfStep = Pick<WorkStep, 'reportedFrom' | 'completedFor' | 'serialNos'>;
export const NOTHING_REPORTED: ReportedOfStep = { serialNos: [] };

export const stepFromRecord = (record: StepRecord, reported: ReportedOfStep): WorkStep => ({
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
  reportedFrom: reported.reportedFrom,
  completedFor: reported.completedFor,
  serialNos: reported.serialNos,
});
