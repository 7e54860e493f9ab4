import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isAtLeast, sumQuantities } from '@engsales/values';
import { holdsAgainst, refuseHeld } from '../holds/hold-table.js';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { BoughtOrder, LiveOrder, MadeOrder } from '../production-order.state.js';
import { FLOOR_STATES, RELEASED_STATES, type StepState } from '../production-order.values.js';
import { shippedQty } from '../shipping/quantities.js';
import { completeProduction, forecastOf, percentBpsOf, producedQty, refuseOverProduction } from './progress.js';
import {
  CompleteStep,
  CorrectProgress,
  ReportProgress,
  StartStep,
  SuperviseStep,
  type ShopFloorCommand,
} from './shop-floor.commands.js';
import { goodsInFold, goodsInRules } from './goods-in.js';
import type { GoodsInEvent, ProductionCompleted, ShopFloorEvent } from './shop-floor.events.js';
import type { WorkStep } from './shop-floor.state.js';
import { recordOfStep, stepFromRecord, stepIn, withStep } from './steps.js';

/** What the workshop makes, step by step, and what comes in of bought goods (车间、入库). */
export const shopFloorRules = {
  StartStep: { command: StartStep, in: FLOOR_STATES, decide: startStep },
  // what is produced may be exceeded as far as the company allows
  ReportProgress: { command: ReportProgress, in: ['IN_PROGRESS', 'PRODUCED'], decide: reportProgress },
  CorrectProgress: { command: CorrectProgress, in: ['IN_PROGRESS', 'PRODUCED'], decide: correctProgress },
  CompleteStep: { command: CompleteStep, in: ['IN_PROGRESS', 'PRODUCED'], decide: completeStep },
  SuperviseStep: { command: SuperviseStep, in: RELEASED_STATES, decide: superviseStep },
  ...goodsInRules,
} satisfies RulesOf<ShopFloorCommand, LiveOrder, ProductionOrderEvent>;

export const shopFloorFold = {
  StepStarted: (order, { state, step }) => withStep({ ...order, state }, stepFromRecord(step)),
  ProductionProgressReported: (order, { step }) => withStep(order, stepFromRecord(step)),
  ProgressCorrected: (order, { step }) => withStep(order, stepFromRecord(step)),
  StepCompleted(order, { step, readyStepId }) {
    const after = withStep(order, stepFromRecord(step));
    const next = after.steps.find((other) => other.stepId === readyStepId);
    return next ? withStep(after, { ...next, state: 'READY' }) : after;
  },
  // kept in history; no rule asks for it
  StepSupervised: (order) => order,
  ...goodsInFold,
  ProductionCompleted: (order, { state }) => ({ ...order, state }),
} satisfies FoldOf<Exclude<ShopFloorEvent, GoodsInEvent | ProductionCompleted>, MadeOrder> &
  FoldOf<GoodsInEvent, BoughtOrder> &
  FoldOf<ProductionCompleted, LiveOrder>;

/** @throws Rejected NOT_FOUND, ROLE_NOT_ALLOWED, ORDER_ON_HOLD, INVALID_TRANSITION, DRAWING_REVISION_STALE */
function startStep(command: StartStep, order: LiveOrder): ProductionOrderEvent[] {
  const { issued } = command;
  const { made, step } = ownStep(command, order);
  refuseHeld(made.holds, 'StartStep', step.stepId);
  refuseStep(command, step, 'READY');
  refuseStaleDrawing(step, made);
  const started: WorkStep = { ...step, state: 'RUNNING', startedOn: issued.today };
  const data = { ...stepChange(made, started), state: 'IN_PROGRESS', startedBy: issued.by.id } as const;
  return [{ type: 'StepStarted', data }];
}

/** What was done before a hold may be reported after it. @throws Rejected as startStep, and DATE_IN_FUTURE, OVER_PRODUCTION */
function reportProgress(command: ReportProgress, order: LiveOrder): ProductionOrderEvent[] {
  const { data, issued } = command;
  const { goodQty, scrapQty, doneOn, serialNos = [] } = data;
  const { made, step } = ownStep(command, order);
  if (doneOn > issued.today) {
    throw new Rejected('DATE_IN_FUTURE', `the work was done on ${doneOn}, after today`, {
      doneOn,
      today: issued.today,
    });
  }
  const inForce = holdsAgainst(made.holds, 'ReportProgress', step.stepId).filter((hold) => hold.since <= doneOn);
  refuseHeld(inForce, 'ReportProgress', step.stepId);
  refuseStep(command, step, 'RUNNING');
  const cumulativeGoodQty = sumQuantities([step.goodQty, goodQty]);
  refuseOverProduction(issued, made, cumulativeGoodQty);
  const after: WorkStep = { ...step, goodQty: cumulativeGoodQty, scrapQty: sumQuantities([step.scrapQty, scrapQty]) };
  const forecastDate = forecastOf(made, issued.today);
  const said = { goodQty, scrapQty, cumulativeGoodQty, doneOn, serialNos, forecastDate, reportedBy: issued.by.id };
  return [
    { type: 'ProductionProgressReported', data: { ...stepChange(made, after), ...said } },
    ...completeProduction(withStep(made, after), issued.today),
  ];
}

/** Sets what a step has made in all; never below what has left. @throws Rejected NOT_FOUND, OVER_PRODUCTION, OVER_SHIPMENT */
function correctProgress({ data, issued }: CorrectProgress, order: LiveOrder): ProductionOrderEvent[] {
  const { goodQty, scrapQty, reason } = data;
  refuseOverProduction(issued, order, goodQty);
  const { made, step } = stepIn(order, data.stepId);
  const after: WorkStep = { ...step, goodQty, scrapQty };
  const corrected = withStep(made, after);
  const [produced, shipped] = [producedQty(corrected), shippedQty(corrected)];
  if (!isAtLeast(produced, shipped)) {
    const details = { producedQty: produced, shippedQty: shipped };
    throw new Rejected('OVER_SHIPMENT', 'more has left than would have been made', details);
  }
  return [
    { type: 'ProgressCorrected', data: { ...stepChange(made, after), reason, correctedBy: issued.by.id } },
    ...completeProduction(corrected, issued.today),
  ];
}

/** The step after it is ready then. @throws Rejected NOT_FOUND, ROLE_NOT_ALLOWED, ORDER_ON_HOLD, INVALID_TRANSITION */
function completeStep(command: CompleteStep, order: LiveOrder): ProductionOrderEvent[] {
  const { today } = command.issued;
  const { made, step } = ownStep(command, order);
  refuseHeld(made.holds, 'CompleteStep', step.stepId);
  refuseStep(command, step, 'RUNNING');
  const done: WorkStep = { ...step, state: 'DONE', doneOn: today };
  const next = made.steps.find((other) => other.seq > step.seq && other.state === 'PLANNED');
  const said = { completedOn: today, readyStepId: next?.stepId };
  return [{ type: 'StepCompleted', data: { ...stepChange(made, done), ...said } }];
}

/** @throws Rejected NOT_FOUND */
function superviseStep({ data, issued }: SuperviseStep, order: LiveOrder): ProductionOrderEvent[] {
  const { stepId } = stepIn(order, data.stepId).step;
  const { level, result, note } = data;
  const said = { stepId, level, result, note, by: issued.by.id, on: issued.today };
  return [{ type: 'StepSupervised', data: { ...orderRecord(order), ...said } }];
}

/** What every event of a step says. */
const stepChange = (order: MadeOrder, after: WorkStep) => ({
  ...orderRecord(order),
  step: recordOfStep(after),
  percentBps: percentBpsOf(withStep(order, after)),
});

type StepCommand = StartStep | ReportProgress | CompleteStep;

/** The step, of the caller or under the workshop director. */
function ownStep({ data, issued }: StepCommand, order: LiveOrder): ReturnType<typeof stepIn> {
  const found = stepIn(order, data.stepId);
  const { stepId, ownerId } = found.step;
  if (issued.by.role !== 'STEP_OWNER' || issued.by.id === ownerId) return found;
  throw new Rejected('ROLE_NOT_ALLOWED', 'the step has another owner', { stepId, ownerId });
}

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
