import { Rejected, type Issued } from '@engsales/event-sourcing/decider';
import { difference, increasedBy, isAtLeast, shareBps, sumQuantities } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { holdsAgainst, refuseHeld } from './holds.js';
import { headOf } from './order-office.js';
import { forecastOf, producedQty, shippedQty, type LiveOrder, type WorkStep } from './order-state.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import type {
  CompleteStep,
  CorrectProgress,
  ReceiveGoods,
  ReportProgress,
  StartStep,
  SuperviseStep,
} from './shop-floor.commands.js';

type StepCommand = StartStep | ReportProgress | CompleteStep;

/** @throws Rejected ROLE_NOT_ALLOWED, ORDER_ON_HOLD, WORK_STEP_OWNER_REQUIRED, DRAWING_REVISION_STALE, INVALID_TRANSITION */
export function startStep(command: StartStep, order: LiveOrder): ProductionOrderEvent[] {
  const step = ownStep(command, order);
  refuseHeld(order.holds ?? [], 'StartStep', step.stepId);
  if (step.state !== 'READY') throw wrongStep(command, step, ['READY']);
  refuseStale(step, order);
  const started: WorkStep = { ...step, state: 'RUNNING', startedOn: command.issued.today };
  const head = { ...headOf(order), state: 'IN_PROGRESS' as const };
  const percentBps = percentOf(order, started);
  return [{ type: 'StepStarted', data: { ...head, step: started, percentBps, startedBy: command.issued.by.id } }];
}

/** What was done before a hold may be reported after it. @throws Rejected as startStep, and OVER_PRODUCTION */
export function reportProgress(command: ReportProgress, order: LiveOrder): ProductionOrderEvent[] {
  const { goodQty, scrapQty, doneOn, serialNos = [] } = command.data;
  const step = ownStep(command, order);
  if (doneOn > command.issued.today) {
    throw new Rejected('DATE_IN_FUTURE', 'done after today', { doneOn, today: command.issued.today });
  }
  const inForce = holdsAgainst(order.holds ?? [], 'ReportProgress', step.stepId).filter((hold) => hold.since <= doneOn);
  refuseHeld(inForce, 'ReportProgress', step.stepId);
  if (step.state !== 'RUNNING') throw wrongStep(command, step, ['RUNNING']);
  const good = sumQuantities([step.goodQty, goodQty]);
  refuseOver(command, order, good);
  const after: WorkStep = { ...step, goodQty: good, scrapQty: sumQuantities([step.scrapQty, scrapQty]) };
  const said = {
    goodQty,
    scrapQty,
    cumulativeGoodQty: after.goodQty,
    doneOn,
    serialNos,
    reportedBy: command.issued.by.id,
  };
  const forecastDate = forecastOf(order, command.issued.today);
  const head = { ...headOf(order), step: after, percentBps: percentOf(order, after) };
  return [
    { type: 'ProductionProgressReported', data: { ...head, ...said, forecastDate } },
    ...completed(withStep(order, after), command.issued.today),
  ];
}

/** Sets what a step has made in all; never below what has left. @throws Rejected OVER_PRODUCTION, OVER_SHIPMENT */
export function correctProgress(command: CorrectProgress, order: LiveOrder): ProductionOrderEvent[] {
  const { data, issued } = command;
  const { goodQty, scrapQty } = data;
  refuseOver(command, order, goodQty);
  const after: WorkStep = { ...stepNamed(order, data.stepId), goodQty, scrapQty };
  const produced = producedQty(withStep(order, after));
  if (!isAtLeast(produced, shippedQty(order))) {
    const details = { producedQty: produced, shippedQty: shippedQty(order) };
    throw new Rejected('OVER_SHIPMENT', 'more has left than would have been made', details);
  }
  const why = { reason: data.reason, correctedBy: issued.by.id };
  const head = { ...headOf(order), step: after, percentBps: percentOf(order, after) };
  return [{ type: 'ProgressCorrected', data: { ...head, ...why } }, ...completed(withStep(order, after), issued.today)];
}

export function completeStep(command: CompleteStep, order: LiveOrder): ProductionOrderEvent[] {
  const step = ownStep(command, order);
  refuseHeld(order.holds ?? [], 'CompleteStep', step.stepId);
  if (step.state !== 'RUNNING') throw wrongStep(command, step, ['RUNNING']);
  const done: WorkStep = { ...step, state: 'DONE', doneOn: command.issued.today };
  const next = (order.steps ?? []).find((other) => other.seq > step.seq && other.state === 'PLANNED');
  const ready = next ? { readyStepId: next.stepId } : {};
  const head = { ...headOf(order), step: done, percentBps: percentOf(order, done) };
  return [{ type: 'StepCompleted', data: { ...head, completedOn: command.issued.today, ...ready } }];
}

export function superviseStep({ data, issued }: SuperviseStep, order: LiveOrder): ProductionOrderEvent[] {
  const { stepId } = stepNamed(order, data.stepId);
  const { level, result, note } = data;
  const said = { stepId, level, result, ...(note === undefined ? {} : { note }) };
  return [{ type: 'StepSupervised', data: { ...headOf(order), ...said, by: issued.by.id, on: issued.today } }];
}

/** Goods-in of a bought line. @throws Rejected OVER_PRODUCTION, INVALID_TRANSITION for what is made here */
export function receiveGoods(command: ReceiveGoods, order: LiveOrder): ProductionOrderEvent[] {
  if (order.kind !== 'PROCURE') {
    throw new Rejected('INVALID_TRANSITION', 'the order is produced here', {
      command: 'ReceiveGoods',
      kind: order.kind,
    });
  }
  const { data, issued } = command;
  const { qty, docRef, supplierPartyId } = data;
  const cumulativeQty = sumQuantities([order.receivedQty ?? '0', qty]);
  refuseOver(command, order, cumulativeQty);
  const state = order.state === 'PRODUCED' ? 'PRODUCED' : 'IN_PROGRESS';
  const said = { qty, cumulativeQty, docRef, supplierPartyId, receivedOn: issued.today };
  return [
    { type: 'GoodsReceived', data: { ...headOf(order), state, ...said } },
    ...completed({ ...order, receivedQty: cumulativeQty }, issued.today),
  ];
}

/** Basis points: what all steps have made of what they must. */
export function percentOf(order: LiveOrder, changed?: WorkStep): number {
  const steps = changed ? (withStep(order, changed).steps ?? []) : (order.steps ?? []);
  if (steps.length === 0) return 0;
  const made = sumQuantities(steps.map(({ goodQty }) => (isAtLeast(goodQty, order.qty) ? order.qty : goodQty)));
  return shareBps(made, sumQuantities(steps.map(() => order.qty)));
}

function completed(order: LiveOrder, today: string): ProductionOrderEvent[] {
  const produced = producedQty(order);
  if (order.state === 'PRODUCED' || !isAtLeast(produced, order.qty)) return [];
  const { lineId } = order;
  const data = { ...headOf(order), state: 'PRODUCED' as const, lineId, producedQty: produced, completedOn: today };
  return [{ type: 'ProductionCompleted', data }];
}

/** produced <= ordered x (1 + overBps) */
function refuseOver({ issued }: { readonly issued: Issued }, { qty }: LiveOrder, made: string): void {
  const most = increasedBy(qty, companySettings(issued).overBps);
  if (isAtLeast(most, made)) return;
  const details = { orderedQty: qty, mostQty: most, producedQty: made, overQty: difference(made, most) };
  throw new Rejected('OVER_PRODUCTION', 'more than may be made of what was ordered', details);
}

export const withStep = (order: LiveOrder, changed: WorkStep): LiveOrder => ({
  ...order,
  steps: (order.steps ?? []).map((step) => (step.stepId === changed.stepId ? changed : step)),
});

/** The step, of the caller or under the workshop director. */
function ownStep({ data, issued }: StepCommand, order: LiveOrder): WorkStep {
  const step = stepNamed(order, data.stepId);
  if (issued.by.role === 'STEP_OWNER' && issued.by.id !== step.ownerId) {
    throw new Rejected('ROLE_NOT_ALLOWED', 'the step has another owner', {
      stepId: step.stepId,
      ownerId: step.ownerId,
    });
  }
  return step;
}

export function stepNamed({ steps = [] }: LiveOrder, stepId: string): WorkStep {
  const step = steps.find((other) => other.stepId === stepId);
  if (step) return step;
  throw new Rejected('NOT_FOUND', `the order has no step ${stepId}`, { stepId });
}

function refuseStale({ drawingRev, stepId }: WorkStep, { bom }: LiveOrder): void {
  if (drawingRev === undefined || drawingRev === bom?.drawingRev) return;
  const details = { stepId, drawingRev, releasedRev: bom?.drawingRev };
  throw new Rejected('DRAWING_REVISION_STALE', 'the drawing of the step is superseded', details);
}

function wrongStep({ type }: StepCommand, { stepId, state }: WorkStep, possibleIn: readonly string[]): Rejected {
  const details = { command: type, stepId, stepState: state, possibleIn };
  return new Rejected('INVALID_TRANSITION', `${type} is not possible while the step is ${state}`, details);
}
