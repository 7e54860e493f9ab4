import { Rejected, type FoldOf, type RulesOf, authorshipOf, refuseSelfApproval } from '@engsales/event-sourcing/domain';
import { budgetOf, withAuthor } from './preparing.js';
import {
  ApproveSalesPlan,
  CancelSalesPlan,
  RejectSalesPlan,
  StartSalesPlan,
  SubmitSalesPlan,
  type DecidingCommand,
} from './sales-plan.commands.js';
import type { DecidingEvent, SalesPlanEvent } from './sales-plan.events.js';
import type { DraftedPlan } from './sales-plan.state.js';
import type { PlanStep } from './sales-plan.values.js';
import { measurable } from './targets.js';

export const decidingRules = {
  SubmitSalesPlan: { command: SubmitSalesPlan, in: ['DRAFT'], decide: submitSalesPlan },
  ApproveSalesPlan: { command: ApproveSalesPlan, in: ['SUBMITTED'], decide: approveSalesPlan },
  RejectSalesPlan: { command: RejectSalesPlan, in: ['SUBMITTED'], decide: rejectSalesPlan },
  StartSalesPlan: {
    command: StartSalesPlan,
    in: ['APPROVED'],
    otherwise: (state) => (state === 'DRAFT' || state === 'SUBMITTED' ? 'PLAN_NOT_APPROVED' : undefined),
    decide: startSalesPlan,
  },
  CancelSalesPlan: { command: CancelSalesPlan, in: ['DRAFT', 'SUBMITTED', 'APPROVED'], decide: cancelSalesPlan },
} satisfies RulesOf<DecidingCommand, DraftedPlan, SalesPlanEvent>;

export const decidingFold = {
  SalesPlanSubmitted: (plan, data) => ({ ...plan, state: data.state, authors: withAuthor(plan, data) }),
  SalesPlanApproved: (plan, { state, by, approvedOn }) => ({
    ...plan,
    state,
    authors: [],
    approval: { by, on: approvedOn },
  }),
  SalesPlanRejected: (plan, { state, by, reason, rejectedOn }) => ({
    ...plan,
    state,
    authors: [],
    rejection: { by, on: rejectedOn, reason },
  }),
  SalesPlanStarted: (plan, { state }) => ({ ...plan, state }),
  SalesPlanCancelled: (plan, { state }) => ({ ...plan, state }),
} satisfies FoldOf<DecidingEvent, DraftedPlan>;

/** @throws Rejected PLAN_STEP_MISSING {missing}, TARGET_NOT_MEASURABLE {metric, missing} */
function submitSalesPlan({ issued }: SubmitSalesPlan, plan: DraftedPlan): SalesPlanEvent[] {
  const missing = missingSteps(plan);
  if (missing.length > 0) {
    throw new Rejected('PLAN_STEP_MISSING', `the plan has no ${missing.join(', ')}`, { missing });
  }
  measurable(plan.targets);
  const { planId } = plan;
  return [
    {
      type: 'SalesPlanSubmitted',
      data: { planId, state: 'SUBMITTED', ...authorshipOf(issued.by), submittedOn: issued.today },
    },
  ];
}

function missingSteps({ targets, marketAnalysis, strategies, plannedWork }: DraftedPlan): PlanStep[] {
  const { actions, budget } = plannedWork;
  return [
    ...(targets.length === 0 ? (['TARGETS'] as const) : []),
    ...(marketAnalysis === undefined ? (['MARKET_ANALYSIS'] as const) : []),
    ...(strategies.length === 0 ? (['STRATEGIES'] as const) : []),
    ...(actions.length === 0 || budget.length === 0 ? (['ACTIONS_AND_BUDGET'] as const) : []),
  ];
}

/** @throws Rejected SELF_APPROVAL */
function approveSalesPlan({ issued }: ApproveSalesPlan, plan: DraftedPlan): SalesPlanEvent[] {
  refuseSelfApproval(issued.by, plan.authors);
  const { planId, title, from, to, teamId } = plan;
  return [
    {
      type: 'SalesPlanApproved',
      data: {
        planId,
        state: 'APPROVED',
        title,
        from,
        to,
        teamId,
        targets: measurable(plan.targets),
        budgetFen: budgetOf(plan.plannedWork),
        by: issued.by.id,
        approvedOn: issued.today,
      },
    },
  ];
}

/** Back to its authors. */
function rejectSalesPlan({ data: { planId, reason }, issued }: RejectSalesPlan): SalesPlanEvent[] {
  return [
    {
      type: 'SalesPlanRejected',
      data: { planId, state: 'DRAFT', reason, by: issued.by.id, rejectedOn: issued.today },
    },
  ];
}

function startSalesPlan({ data: { planId }, issued }: StartSalesPlan): SalesPlanEvent[] {
  return [
    {
      type: 'SalesPlanStarted',
      data: { planId, state: 'IN_EXECUTION', by: issued.by.id, startedOn: issued.today },
    },
  ];
}

function cancelSalesPlan({ data: { planId, reason }, issued }: CancelSalesPlan): SalesPlanEvent[] {
  return [
    {
      type: 'SalesPlanCancelled',
      data: { planId, state: 'CANCELLED', reason, by: issued.by.id, cancelledOn: issued.today },
    },
  ];
}
