import { Rejected, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast } from '@engsales/values';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder, MadeOrder } from '../production-order.state.js';
import { awayQty, toMakeByStepsQty, toMakeQty } from '../shipping/quantities.js';
import { refuseRepeated, refuseSerialCount, refuseUnmadeUnits } from '../shipping/serial-numbers.js';
import { withdrawInspections } from '../shipping/shipment-records.js';
import { completeProduction, forecastOf, openStepId, refuseOverProduction, stepChange } from './progress.js';
import type { CorrectProgress, CorrectStepStart, ReopenStep } from './shop-floor.commands.js';
import type { WorkStep } from './shop-floor.state.js';
import { producedQty, refuseBeyondNeighbours, stepIn, withOpening, withStep } from './steps.js';

/**
 * Sets what a step has made in all, never below what is away. A step that was done and is no longer whole goes on, and an order
 * of which then not everything is made is in progress; inspected shipments that no longer have goods are planned again.
 * @throws Rejected NOT_FOUND, OVER_PRODUCTION, GOOD_EXCEEDS_STEP_BEFORE, OVER_SHIPMENT, SERIAL_NOS_MISMATCH,
 * DUPLICATE_SERIAL_NO, SERIAL_NO_NOT_MADE
 */
export function correctProgress({ data, issued }: CorrectProgress, order: LiveOrder): ProductionOrderEvent[] {
  const { goodQty, reason } = data;
  refuseOverProduction(issued, order, withOpening(order, goodQty));
  const { made, step } = stepIn(order, data.stepId);
  const after = correctedStep(data, step, toMakeByStepsQty(order));
  const steps = withStep(made, after);
  refuseBeyondNeighbours(steps, after);
  refuseMoreAwayThanMade(steps);
  refuseUnmadeUnits(steps);
  const isShort = !isAtLeast(producedQty(steps), toMakeQty(steps));
  const corrected: MadeOrder = { ...steps, state: isShort && steps.state === 'PRODUCED' ? 'IN_PROGRESS' : steps.state };
  const said = {
    reason,
    correctedBy: issued.by.id,
    serialNos: data.serialNos,
    correctedOn: issued.today,
    forecastDate: forecastOf(corrected, issued.today),
    currentStepId: openStepId(corrected),
  };
  return [
    { type: 'ProgressCorrected', data: { ...stepChange(corrected, after), ...said } },
    ...withdrawInspections(corrected, reason, issued.today),
    ...completeProduction(corrected, issued.today),
  ];
}

/** Where it was whole and no longer is, its work goes on. */
function correctedStep(data: CorrectProgress['data'], step: WorkStep, toMake: string): WorkStep {
  const { stepId, goodQty, scrapQty, serialNos = step.serialNos } = data;
  refuseRepeated(serialNos, { stepId });
  if (!isAtLeast(goodQty, String(serialNos.length))) {
    const details = { stepId, qty: goodQty, count: serialNos.length };
    throw new Rejected('SERIAL_NOS_MISMATCH', 'the step has told the numbers of more units', details);
  }
  const after: WorkStep = { ...step, goodQty, scrapQty, serialNos };
  const goesOn = step.state === 'DONE' && isAtLeast(step.goodQty, toMake) && !isAtLeast(goodQty, toMake);
  return goesOn ? { ...after, state: 'RUNNING', doneOn: undefined } : after;
}

/** @throws Rejected OVER_SHIPMENT */
export function refuseMoreAwayThanMade(order: LiveOrder): void {
  const [produced, away] = [producedQty(order), awayQty(order)];
  if (isAtLeast(produced, away)) return;
  const details = { producedQty: produced, awayQty: away, overQty: difference(away, produced) };
  throw new Rejected('OVER_SHIPMENT', 'more is away than would have been made', details);
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION for a step that is not done */
export function reopenStep({ type, data, issued }: ReopenStep, order: LiveOrder): ProductionOrderEvent[] {
  const { made, step } = stepIn(order, data.stepId);
  const { stepId, state: stepState } = step;
  if (stepState !== 'DONE') {
    const details = { command: type, stepId, stepState, possibleIn: ['DONE'] };
    throw new Rejected('INVALID_TRANSITION', `${type} is not possible while the step is ${stepState}`, details);
  }
  const reopened: WorkStep = { ...step, state: 'RUNNING', doneOn: undefined };
  const said = { reason: data.reason, reopenedBy: issued.by.id, reopenedOn: issued.today };
  return [{ type: 'StepReopened', data: { ...stepChange(made, reopened), ...said } }];
}

/** @throws Rejected DATE_BEFORE_RELEASE, DATE_BEFORE_PREVIOUS_STEP */
export function refuseStartBefore({ steps, releasedOn }: MadeOrder, { seq }: WorkStep, on: string): void {
  refuseBefore('RELEASE', 'on', on, releasedOn);
  refuseBefore('PREVIOUS_STEP', 'on', on, steps.filter((other) => other.seq < seq).at(-1)?.startedOn);
}

/**
 * The day on which a step began, as it should have been: not after its work, nor after the step behind it began.
 * @throws Rejected NOT_FOUND, INVALID_TRANSITION for a step that has not begun, DATE_IN_FUTURE, DATE_BEFORE_RELEASE,
 * DATE_BEFORE_PREVIOUS_STEP, DATE_AFTER_WORK
 */
export function correctStepStart({ type, data, issued }: CorrectStepStart, order: LiveOrder): ProductionOrderEvent[] {
  const { stepId, on, reason } = data;
  const { made, step } = stepIn(order, stepId);
  if (step.startedOn === undefined) {
    const details = { command: type, stepId, stepState: step.state, possibleIn: ['RUNNING', 'DONE'] };
    throw new Rejected('INVALID_TRANSITION', 'the step has not begun', details);
  }
  refuseFuture('on', on, issued.today);
  refuseStartBefore(made, step, on);
  const next = made.steps.find((other) => other.seq > step.seq);
  for (const latest of [step.reportedFrom, step.doneOn, next?.startedOn]) {
    if (latest === undefined || on <= latest) continue;
    throw new Rejected('DATE_AFTER_WORK', `on is ${on}, after ${latest}`, { field: 'on', on, latest });
  }
  const said = { reason, correctedBy: issued.by.id, correctedOn: issued.today };
  return [{ type: 'StepStartCorrected', data: { ...stepChange(made, { ...step, startedOn: on }), ...said } }];
}

/** The numbers of a step in all, after a report. @throws Rejected SERIAL_NOS_MISMATCH, DUPLICATE_SERIAL_NO */
export function serialNosAfter(step: WorkStep, serialNos: readonly string[], goodQty: string): readonly string[] {
  const { stepId } = step;
  refuseSerialCount(serialNos, goodQty, { stepId });
  const all = [...step.serialNos, ...serialNos];
  refuseRepeated(all, { stepId });
  return all;
}
