import { Rejected } from '@engsales/event-sourcing/decider';
import { refuseHeld } from './holds.js';
import { headOf } from './order-office.js';
import { gatesOf, isPassable, plannedEndOf, type LiveOrder, type StopWork, type WorkStep } from './order-state.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import type { LiftStopWork, OrderStopWork, PlanOrder, PlannedStep, ReleaseOrder } from './shop-floor.commands.js';
import { withHold, withoutHold, type Hold } from './holds.js';
import { stepNamed } from './shop-floor.js';

/** @throws Rejected BOM_NOT_ACCEPTED, WORK_STEP_OWNER_REQUIRED, DRAWING_REVISION_STALE */
export function plan({ data, issued }: PlanOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (order.kind === 'PROCURE') {
    throw new Rejected('INVALID_TRANSITION', 'bought goods have no steps', { command: 'PlanOrder', kind: order.kind });
  }
  refuseUnaccepted(order);
  const seqs = data.steps.map((step) => step.seq);
  if (new Set(seqs).size < seqs.length) {
    throw new Rejected('VALIDATION_FAILED', 'a number stands twice', { pointer: '/steps', seqs });
  }
  const steps = [...data.steps].sort((a, b) => a.seq - b.seq).map((step) => plannedStep(step, order));
  return [
    {
      type: 'OrderPlanned',
      data: { ...headOf(order), state: 'PLANNED', steps, plannedBy: issued.by.id, plannedOn: issued.today },
    },
  ];
}

function plannedStep(step: PlannedStep, { bom }: LiveOrder): WorkStep {
  const { seq, name, ownerId, plannedStart, plannedEnd, drawingRev } = step;
  if (!ownerId) throw new Rejected('WORK_STEP_OWNER_REQUIRED', 'every step has a responsible person', { seq, name });
  if (plannedEnd < plannedStart) {
    throw new Rejected('VALIDATION_FAILED', 'a step ends after it began', { pointer: '/steps', seq });
  }
  if (drawingRev !== undefined && drawingRev !== bom?.drawingRev) {
    const details = { seq, drawingRev, releasedRev: bom?.drawingRev };
    throw new Rejected('DRAWING_REVISION_STALE', 'not the released drawing', details);
  }
  const drawing = drawingRev === undefined ? {} : { drawingRev };
  const begun = { state: 'PLANNED' as const, goodQty: '0', scrapQty: '0' };
  return { stepId: `S${seq}`, seq, name, ownerId, plannedStart, plannedEnd, ...drawing, ...begun };
}

/** 生产指令单. Where a release is refused: the form first, then the money, then holds, then what is not ready (domain.md 2.4). */
export function releaseOrder({ data, issued }: ReleaseOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (!order.executionFormAccepted) {
    throw new Rejected('EXECUTION_FORM_NOT_ACCEPTED', 'commerce has not accepted the execution form');
  }
  const gate = gatesOf(order).RELEASE_PRODUCTION;
  if (!isPassable(gate, issued.today)) {
    throw new Rejected('PAYMENT_GATE_CLOSED', 'the payment before production is missing', {
      gate: 'RELEASE_PRODUCTION',
      ...gate,
    });
  }
  refuseHeld(order.holds ?? [], 'ReleaseOrder');
  const possibleIn = order.kind === 'PROCURE' ? ['ENGINEERED'] : ['PLANNED'];
  if (!possibleIn.includes(order.state)) {
    const details = { command: 'ReleaseOrder', state: order.state, possibleIn };
    throw new Rejected('INVALID_TRANSITION', `ReleaseOrder is not possible in ${order.state}`, details);
  }
  const bom = refuseUnaccepted(order);
  const steps = (order.steps ?? []).map((step, index) => (index === 0 ? { ...step, state: 'READY' as const } : step));
  const first = steps[0] ? { plannedStart: steps[0].plannedStart } : {};
  const last = plannedEndOf(steps);
  const dates = { ...first, ...(last ? { plannedEnd: last } : {}) };
  const what = { instructionNo: data.instructionNo, bomRev: bom.rev, ...dates, steps };
  const by = { releasedBy: issued.by.id, releasedOn: issued.today };
  return [{ type: 'ProductionOrderReleased', data: { ...headOf(order), state: 'RELEASED', ...what, ...by } }];
}

/** Engineering stops the order or one step (seed D19). */
export function stopWork({ data, issued }: OrderStopWork, order: LiveOrder): ProductionOrderEvent[] {
  const { scope, stepId, violatedArtefact } = data;
  if ((scope === 'STEP') !== (stepId !== undefined)) {
    throw new Rejected('VALIDATION_FAILED', 'a step belongs to the scope STEP, and only there', { pointer: '/stepId' });
  }
  if (stepId !== undefined) stepNamed(order, stepId);
  const stopId = issued.commandId;
  const of = stepId === undefined ? {} : { stepId };
  const stop: StopWork = { stopId, scope, ...of, violatedArtefact, state: 'ACTIVE' };
  const hold: Hold = { code: 'ENGINEERING_STOP', ref: stopId, ...of, since: issued.today, by: issued.by.id };
  const holds = withHold(order.holds ?? [], hold);
  return [{ type: 'WorkStopped', data: { ...headOf(order), stopId, stop, by: issued.by.id, on: issued.today, holds } }];
}

export function liftStop({ data, issued }: LiftStopWork, order: LiveOrder): ProductionOrderEvent[] {
  const { stopId, correction } = data;
  const stop = order.stops?.find((other) => other.stopId === stopId);
  if (!stop) throw new Rejected('NOT_FOUND', `the order has no stop ${stopId}`, { stopId });
  if (stop.state === 'LIFTED')
    throw new Rejected('INVALID_TRANSITION', 'the stop is lifted', { stopId, stopState: 'LIFTED' });
  const holds = withoutHold(order.holds ?? [], 'ENGINEERING_STOP', stopId);
  const lifted: StopWork = { ...stop, state: 'LIFTED', correction };
  return [
    {
      type: 'WorkResumed',
      data: { ...headOf(order), stopId, stop: lifted, by: issued.by.id, on: issued.today, holds },
    },
  ];
}

function refuseUnaccepted({ bom }: LiveOrder): NonNullable<LiveOrder['bom']> {
  if (bom?.accepted) return bom;
  throw new Rejected('BOM_NOT_ACCEPTED', 'PMC has not accepted the BOM', bom ? { rev: bom.rev } : {});
}
