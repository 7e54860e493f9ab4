import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { refuseHeld } from '../holds/hold-table.js';
import { isPassable } from '../holds/payment-gates.js';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import { stepsOf, type LiveOrder } from '../production-order.state.js';
import { BEFORE_RELEASE_STATES, LIVE_STATES, type OrderState } from '../production-order.values.js';
import { plannedEndOf } from '../shop-floor/progress.js';
import type { WorkStep } from '../shop-floor/shop-floor.state.js';
import { NOTHING_REPORTED, recordOfStep, stepFromRecord } from '../shop-floor/steps.js';
import {
  AcceptBom,
  EngineerOrder,
  PlanOrder,
  ReleaseOrder,
  type PlannedStep,
  type PlanningCommand,
} from './planning.commands.js';
import type { PlanningEvent } from './planning.events.js';
import type { BomOfOrder } from './planning.state.js';

/** From the BOM to the production instruction (计划、下达). */
export const planningRules = {
  // an order that is past it keeps the revision that it was planned with
  EngineerOrder: { command: EngineerOrder, in: LIVE_STATES, decide: engineerOrder },
  AcceptBom: { command: AcceptBom, in: ['ENGINEERED'], decide: acceptBom },
  PlanOrder: { command: PlanOrder, in: ['ENGINEERED', 'PLANNED'], decide: planOrder },
  // before it is planned it answers what else is missing: the form, the money, holds
  ReleaseOrder: { command: ReleaseOrder, in: BEFORE_RELEASE_STATES, decide: releaseOrder },
} satisfies RulesOf<PlanningCommand, LiveOrder, ProductionOrderEvent>;

export const planningFold = {
  OrderEngineered(order, { state, bom }) {
    const { bomId, rev, drawingRev, unitCost } = bom;
    return { ...order, state, bom: { bomId, rev, drawingRev, unitCost, accepted: false } };
  },
  BomAccepted: (order) => ({ ...order, bom: order.bom && { ...order.bom, accepted: true } }),
  OrderPlanned: (order, { state, steps }) =>
    withSteps(
      { ...order, state },
      steps.map((step) => stepFromRecord(step, NOTHING_REPORTED)),
    ),
  ProductionOrderReleased: (order, { state, steps, instructionNo, releasedOn }) =>
    withSteps(
      { ...order, state, instructionNo, releasedOn },
      steps.map((step) => stepFromRecord(step, NOTHING_REPORTED)),
    ),
} satisfies FoldOf<PlanningEvent, LiveOrder>;

/** Where the BOM is still awaited, or may be renewed before anything was planned by it. */
const TAKES_BOM: readonly OrderState[] = ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED'];

/** Engineering has released the BOM; an order that is still on the merchandiser's table keeps it for later. */
function engineerOrder({ data }: EngineerOrder, order: LiveOrder): ProductionOrderEvent[] {
  const { bomId, rev, drawingRev, unitCost } = data;
  const isKnown = order.bom !== undefined && order.bom.rev >= rev;
  if (isKnown || !TAKES_BOM.includes(order.state)) return [];
  const state = order.state === 'RECEIVED' ? 'RECEIVED' : 'ENGINEERED';
  const bom = { bomId, rev, drawingRev, unitCost };
  return [{ type: 'OrderEngineered', data: { ...orderRecord(order), state, bom } }];
}

function acceptBom({ data, issued }: AcceptBom, order: LiveOrder): ProductionOrderEvent[] {
  const { bom } = order;
  if (!bom || bom.accepted) return [];
  const by = { acceptedBy: issued.by.id, acceptedOn: issued.today, actingFor: data.actingFor };
  return [{ type: 'BomAccepted', data: { ...orderRecord(order), bomId: bom.bomId, rev: bom.rev, ...by } }];
}

/** @throws Rejected BOM_NOT_ACCEPTED, WORK_STEP_OWNER_REQUIRED, DRAWING_REVISION_STALE, VALIDATION_FAILED */
function planOrder({ data, issued }: PlanOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (order.kind === 'PROCURE') {
    throw new Rejected('INVALID_TRANSITION', 'bought goods have no steps', { command: 'PlanOrder', kind: order.kind });
  }
  const bom = acceptedBom(order);
  const seqs = data.steps.map((step) => step.seq);
  if (new Set(seqs).size < seqs.length) {
    throw new Rejected('VALIDATION_FAILED', 'a number stands twice', { pointer: '/steps', seqs });
  }
  const steps = [...data.steps].sort((a, b) => a.seq - b.seq).map((step) => plannedStep(step, bom));
  const by = { plannedBy: issued.by.id, plannedOn: issued.today };
  return [
    { type: 'OrderPlanned', data: { ...orderRecord(order), state: 'PLANNED', steps: steps.map(recordOfStep), ...by } },
  ];
}

function plannedStep(step: PlannedStep, { drawingRev: releasedRev }: BomOfOrder): WorkStep {
  const { seq, name, ownerId, plannedStart, plannedEnd, drawingRev } = step;
  if (!ownerId) throw new Rejected('WORK_STEP_OWNER_REQUIRED', 'the step has no responsible person', { seq, name });
  if (plannedEnd < plannedStart) {
    throw new Rejected('VALIDATION_FAILED', 'the step ends before it begins', { pointer: '/steps', seq });
  }
  if (drawingRev !== undefined && drawingRev !== releasedRev) {
    throw new Rejected('DRAWING_REVISION_STALE', `the drawing ${drawingRev} is not the released one`, {
      seq,
      drawingRev,
      releasedRev,
    });
  }
  return {
    stepId: `S${seq}`,
    seq,
    name,
    ownerId,
    plannedStart,
    plannedEnd,
    drawingRev,
    state: 'PLANNED',
    goodQty: '0',
    scrapQty: '0',
    serialNos: [],
  };
}

/**
 * 生产指令单. A release is refused for the form first, then for the money, then for holds, then for what is not ready.
 * @throws Rejected EXECUTION_FORM_NOT_ACCEPTED, PAYMENT_GATE_CLOSED, ORDER_ON_HOLD, INVALID_TRANSITION, BOM_NOT_ACCEPTED
 */
function releaseOrder({ data, issued }: ReleaseOrder, order: LiveOrder): ProductionOrderEvent[] {
  refuseUnreleasable(order, issued.today);
  const bom = acceptedBom(order);
  const steps = stepsOf(order).map((step, index) => (index === 0 ? { ...step, state: 'READY' as const } : step));
  return [
    {
      type: 'ProductionOrderReleased',
      data: {
        ...orderRecord(order),
        state: 'RELEASED',
        instructionNo: data.instructionNo,
        bomRev: bom.rev,
        plannedStart: steps[0]?.plannedStart,
        plannedEnd: plannedEndOf(steps),
        steps: steps.map(recordOfStep),
        releasedBy: issued.by.id,
        releasedOn: issued.today,
      },
    },
  ];
}

function refuseUnreleasable(order: LiveOrder, today: string): void {
  if (!order.executionFormAccepted) {
    throw new Rejected('EXECUTION_FORM_NOT_ACCEPTED', 'commerce has not accepted the execution form');
  }
  const { state: gateState, until } = order.gates.RELEASE_PRODUCTION;
  if (!isPassable(order.gates.RELEASE_PRODUCTION, today)) {
    const details = { gate: 'RELEASE_PRODUCTION', state: gateState, until };
    throw new Rejected('PAYMENT_GATE_CLOSED', 'the payment before production is missing', details);
  }
  refuseHeld(order.holds, 'ReleaseOrder');
  const possibleIn = order.kind === 'PROCURE' ? ['ENGINEERED'] : ['PLANNED'];
  if (possibleIn.includes(order.state)) return;
  const details = { command: 'ReleaseOrder', state: order.state, possibleIn };
  throw new Rejected('INVALID_TRANSITION', `ReleaseOrder is not possible in ${order.state}`, details);
}

function acceptedBom({ bom }: LiveOrder): BomOfOrder {
  if (bom?.accepted) return bom;
  throw new Rejected('BOM_NOT_ACCEPTED', 'PMC has not accepted the BOM', bom ? { rev: bom.rev } : {});
}

const withSteps = (order: LiveOrder, steps: readonly WorkStep[]): LiveOrder =>
  order.kind === 'PRODUCE' ? { ...order, steps } : order;
