import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity, sumQuantities } from '@engsales/values';
import { holdsAgainst, refuseHeld } from '../holds/hold-table.js';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import { stepsOf, type BoughtOrder, type LiveOrder, type MadeOrder } from '../production-order.state.js';
import { FLOOR_STATES, RELEASED_STATES, type StepState } from '../production-order.values.js';
import { toMakeByStepsQty } from '../shipping/quantities.js';
import { refuseUnitsNotMadeBefore } from '../shipping/serial-numbers.js';
import { completeProduction, forecastOf, openStepId, refuseOverProduction, stepChange } from './progress.js';
import {
  CompleteStep,
  CorrectProgress,
  CorrectStepStart,
  ReopenStep,
  ReportProgress,
  StartStep,
  SuperviseStep,
  type ShopFloorCommand,
} from './shop-floor.commands.js';
import { goodsInFold, goodsInRules } from './goods-in.js';
import type {
  GoodsInEvent,
  ProductionCompleted,
  ShopFloorEvent,
  StepRecord,
  ToMakeChanged,
} from './shop-floor.events.js';
import type { WorkStep } from './shop-floor.state.js';
import {
  correctProgress,
  correctStepStart,
  refuseStartBefore,
  reopenStep,
  serialNosAfter,
} from './step-corrections.js';
import {
  NOTHING_REPORTED,
  refuseBeyondNeighbours,
  stepFromRecord,
  stepIn,
  withChangedSteps,
  withOpening,
  withStep,
  type ReportedOfStep,
} from './steps.js';

/** What the workshop makes, step by step, and what comes in of bought goods (车间、入库). */
export const shopFloorRules = {
  StartStep: { command: StartStep, in: FLOOR_STATES, decide: startStep },
  // what is produced may be exceeded as far as the company allows
  ReportProgress: { command: ReportProgress, in: ['IN_PROGRESS', 'PRODUCED'], decide: reportProgress },
  CorrectProgress: { command: CorrectProgress, in: ['IN_PROGRESS', 'PRODUCED'], decide: correctProgress },
  CompleteStep: { command: CompleteStep, in: ['IN_PROGRESS', 'PRODUCED'], decide: completeStep },
  ReopenStep: { command: ReopenStep, in: ['IN_PROGRESS', 'PRODUCED'], decide: reopenStep },
  CorrectStepStart: { command: CorrectStepStart, in: ['IN_PROGRESS', 'PRODUCED'], decide: correctStepStart },
  SuperviseStep: { command: SuperviseStep, in: RELEASED_STATES, decide: superviseStep },
  ...goodsInRules,
} satisfies RulesOf<ShopFloorCommand, LiveOrder, ProductionOrderEvent>;

export const shopFloorFold = {
  StepStarted: (order, { state, step }) => changeStep({ ...order, state }, step),
  ProductionProgressReported(order, { step, serialNos, doneOn }) {
    const { reportedFrom = doneOn, completedFor, serialNos: before } = reportedOf(order, step);
    const first = doneOn < reportedFrom ? doneOn : reportedFrom;
    return changeStep(order, step, { reportedFrom: first, completedFor, serialNos: [...before, ...serialNos] });
  },
  ProgressCorrected(order, { state, step, serialNos }) {
    const { reportedFrom, completedFor, serialNos: before } = reportedOf(order, step);
    return changeStep({ ...order, state }, step, { reportedFrom, completedFor, serialNos: serialNos ?? before });
  },
  StepCompleted(order, { step, readyStepId, reason }) {
    const completedFor = reason === undefined ? undefined : toMakeByStepsQty(order);
    const after = changeStep(order, step, { ...reportedOf(order, step), completedFor });
    const next = after.steps.find((other) => other.stepId === readyStepId);
    return next ? withStep(after, { ...next, state: 'READY' }) : after;
  },
  StepReopened: (order, { step }) => changeStep(order, step, { ...reportedOf(order, step), completedFor: undefined }),
  StepStartCorrected: (order, { step }) => changeStep(order, step),
  ToMakeChanged: (order, { state, steps }) =>
    withChangedSteps(
      { ...order, state },
      steps.map((step) => stepFromRecord(step, reportedOf(order, step))),
    ),
  // kept in history; no rule asks for it
  StepSupervised: (order) => order,
  ...goodsInFold,
  ProductionCompleted: (order, { state }) => ({ ...order, state }),
} satisfies FoldOf<Exclude<ShopFloorEvent, GoodsInEvent | ProductionCompleted | ToMakeChanged>, MadeOrder> &
  FoldOf<GoodsInEvent, BoughtOrder> &
  FoldOf<ProductionCompleted | ToMakeChanged, LiveOrder>;

const reportedOf = (order: LiveOrder, { stepId }: StepRecord): ReportedOfStep =>
  stepsOf(order).find((step) => step.stepId === stepId) ?? NOTHING_REPORTED;

const changeStep = (order: MadeOrder, step: StepRecord, reported = reportedOf(order, step)): MadeOrder =>
  withStep(order, stepFromRecord(step, reported));

/**
 * A step that is made again keeps the day on which it began.
 * @throws Rejected NOT_FOUND, ORDER_ON_HOLD, INVALID_TRANSITION, DRAWING_REVISION_STALE, DATE_IN_FUTURE,
 * DATE_BEFORE_RELEASE, DATE_BEFORE_PREVIOUS_STEP
 */
function startStep(command: StartStep, order: LiveOrder): ProductionOrderEvent[] {
  const { issued } = command;
  const { on = issued.today } = command.data;
  const { made, step } = stepIn(order, command.data.stepId);
  refuseHeld(made.holds, 'StartStep', step.stepId);
  refuseStep(command, step, 'READY');
  refuseStaleDrawing(step, made);
  refuseFuture('on', on, issued.today);
  refuseStartBefore(made, step, on);
  const started: WorkStep = { ...step, state: 'RUNNING', startedOn: step.startedOn ?? on };
  const data = { ...stepChange(made, started), state: 'IN_PROGRESS', startedBy: issued.by.id } as const;
  return [{ type: 'StepStarted', data }];
}

/**
 * What was done before a hold may be reported after it.
 * @throws Rejected as startStep, and VALIDATION_FAILED, DATE_BEFORE_START, OVER_PRODUCTION, GOOD_EXCEEDS_STEP_BEFORE,
 * SERIAL_NOS_MISMATCH, DUPLICATE_SERIAL_NO, SERIAL_NO_NOT_MADE
 */
function reportProgress(command: ReportProgress, order: LiveOrder): ProductionOrderEvent[] {
  const { data, issued } = command;
  const { goodQty, scrapQty, doneOn, serialNos = [] } = data;
  const { made, step } = stepIn(order, command.data.stepId);
  if (!isPositiveQuantity(sumQuantities([goodQty, scrapQty]))) {
    throw new Rejected('VALIDATION_FAILED', 'nothing was made and nothing was scrapped', { pointer: '/goodQty' });
  }
  refuseFuture('doneOn', doneOn, issued.today);
  const inForce = holdsAgainst(made.holds, 'ReportProgress', step.stepId).filter((hold) => hold.since <= doneOn);
  refuseHeld(inForce, 'ReportProgress', step.stepId);
  refuseStep(command, step, 'RUNNING');
  refuseBefore('START', 'doneOn', doneOn, step.startedOn);
  const cumulativeGoodQty = sumQuantities([step.goodQty, goodQty]);
  refuseOverProduction(issued, made, withOpening(made, cumulativeGoodQty));
  const after: WorkStep = {
    ...step,
    goodQty: cumulativeGoodQty,
    scrapQty: sumQuantities([step.scrapQty, scrapQty]),
    serialNos: serialNosAfter(step, serialNos, goodQty),
  };
  refuseBeyondNeighbours(withStep(made, after), after);
  refuseUnitsNotMadeBefore(made, after);
  const forecastDate = forecastOf(made, issued.today);
  const said = { goodQty, scrapQty, cumulativeGoodQty, doneOn, serialNos, forecastDate, reportedBy: issued.by.id };
  return [
    { type: 'ProductionProgressReported', data: { ...stepChange(made, after), ...said } },
    ...completeProduction(withStep(made, after), issued.today),
  ];
}

/**
 * The step after it is ready then. One that has made less than is to be made says why.
 * @throws Rejected NOT_FOUND, ORDER_ON_HOLD, INVALID_TRANSITION, COMPLETION_REASON_REQUIRED
 */
function completeStep(command: CompleteStep, order: LiveOrder): ProductionOrderEvent[] {
  const { today } = command.issued;
  const reason = command.data.reason?.trim();
  const { made, step } = stepIn(order, command.data.stepId);
  refuseHeld(made.holds, 'CompleteStep', step.stepId);
  refuseStep(command, step, 'RUNNING');
  const toMake = toMakeByStepsQty(made);
  if (!isAtLeast(step.goodQty, toMake) && !reason) {
    const details = { stepId: step.stepId, goodQty: step.goodQty, toMakeQty: toMake };
    throw new Rejected('COMPLETION_REASON_REQUIRED', `${step.goodQty} of ${toMake} are made, and no reason`, details);
  }
  const done: WorkStep = { ...step, state: 'DONE', doneOn: today };
  const next = made.steps.find((other) => other.seq > step.seq);
  const readyStepId = next?.state === 'PLANNED' ? next.stepId : undefined;
  const currentStepId = readyStepId ? undefined : openStepId(withStep(made, done));
  const said = { completedOn: today, readyStepId, currentStepId, reason };
  return [{ type: 'StepCompleted', data: { ...stepChange(made, done), ...said } }];
}

/** @throws Rejected NOT_FOUND */
function superviseStep({ data, issued }: SuperviseStep, order: LiveOrder): ProductionOrderEvent[] {
  const { stepId } = stepIn(order, data.stepId).step;
  const { level, result, note } = data;
  const said = { stepId, level, result, note, by: issued.by.id, on: issued.today };
  return [{ type: 'StepSupervised', data: { ...orderRecord(order), ...said } }];
}

type StepCommand = StartStep | ReportProgress | CompleteStep;

function refuseStep({ type }: StepCommand, { stepId, state }: WorkStep, needed: StepState): void {
  if (state === needed) return;
  const details = { command: type, stepId, stepState: state, possibleIn: [needed] };
  throw new Rejected('INVALID_TRANSITION', `${type} is not possible while the step is ${state}`, details);
}

function refuseStaleDrawing({ drawingRev, stepId }: WorkStep, { bom }: MadeOrder): void {
  if (drawingRev === undefined || drawingRev === bom?.drawingRev) return;
  const details = { stepId, drawingRev, releasedRev: bom?.drawingRev };
  throw new Rejected('DRAWING_REVISION_STALE', 'the drawing of the step is superseded', details);
}
