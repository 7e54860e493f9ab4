import { isAtLeast } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import { stepsOf, type LiveOrder } from '../production-order.state.js';
import { BEFORE_RELEASE_STATES, RELEASED_STATES } from '../production-order.values.js';
import { toMakeByStepsQty, toMakeQty } from '../shipping/quantities.js';
import { completeProduction, openStepId, percentBpsOf } from './progress.js';
import type { WorkStep } from './shop-floor.state.js';
import { producedQty, recordOfStep, withChangedSteps } from './steps.js';

/**
 * What came back and was scrapped is made again: a step that was done with less is ready again, and what was produced is in
 * progress; one that was made before it came was never planned, and begins as a received one does. Where less is to be made than before, as by a correction, a step that was ready again for it is done.
 */
export function followToMake(before: LiveOrder, after: LiveOrder, today: string): ProductionOrderEvent[] {
  const toMake = toMakeQty(after);
  const isReleased = (RELEASED_STATES as readonly string[]).includes(after.state);
  if (toMake === toMakeQty(before)) return [];
  const isBeforeRelease = (BEFORE_RELEASE_STATES as readonly string[]).includes(after.state);
  if (!isReleased) return isBeforeRelease ? completeProduction(after, today) : [];
  const steps = stepsOf(after).flatMap((step) => adjustedStep(step, toMakeByStepsQty(after), today));
  const isShort = !isAtLeast(producedQty(after), toMake);
  const isOpened = after.state === 'PRODUCED' && isShort;
  const isUnplanned = isOpened && after.kind === 'PRODUCE' && after.instructionNo === undefined;
  const state = isOpened ? (isUnplanned ? 'RECEIVED' : 'IN_PROGRESS') : after.state;
  const changed = withChangedSteps({ ...after, state }, steps);
  const data = {
    ...orderRecord(changed),
    lineId: changed.lineId,
    toMakeQty: toMake,
    steps: steps.map(recordOfStep),
    percentBps: percentBpsOf(changed),
    currentStepId: openStepId(changed),
    changedOn: today,
    wanted: isUnplanned ? wantedPackage(after) : undefined,
  };
  return [{ type: 'ToMakeChanged', data }, ...completeProduction(changed, today)];
}

const wantedPackage = ({ projectId, packageId, qty }: LiveOrder) => ({ projectId, packageId, qty });

/** Enough is all that is to be made, or as much as was to be made when the step was completed with less, for a reason. */
function adjustedStep(step: WorkStep, toMake: string, today: string): WorkStep[] {
  const isEnough = isAtLeast(step.completedFor ?? step.goodQty, toMake) || isAtLeast(step.goodQty, toMake);
  if (step.state === 'DONE' && !isEnough) return [{ ...step, state: 'READY', doneOn: undefined }];
  const wasReopened = step.state === 'READY' && step.startedOn !== undefined;
  return wasReopened && isEnough ? [{ ...step, state: 'DONE', doneOn: today }] : [];
}
