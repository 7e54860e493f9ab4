import {
  refuseFuture,
  Rejected,
  type FoldOf,
  type Issuer,
  type RulesOf,
  authorshipOf,
} from '@engsales/event-sourcing/domain';
import { budgetOf, copyOfStrategy, withAuthor, workOf } from './preparing.js';
import {
  AdjustSalesPlan,
  EvaluateSalesPlan,
  ReviewSalesPlan,
  type AdjustedContent,
  type ExecutingCommand,
} from './sales-plan.commands.js';
import type { AdjustedPart, ExecutingEvent, SalesPlanAdjusted, SalesPlanEvent } from './sales-plan.events.js';
import type { DraftedPlan } from './sales-plan.state.js';
import type { PlanPart } from './sales-plan.values.js';
import { figuresOf, loweredMetrics, measurable, targetsWorkedOut } from './targets.js';

export const executingRules = {
  AdjustSalesPlan: { command: AdjustSalesPlan, in: ['IN_EXECUTION'], decide: adjustSalesPlan },
  ReviewSalesPlan: { command: ReviewSalesPlan, in: ['IN_EXECUTION'], decide: reviewSalesPlan },
  EvaluateSalesPlan: { command: EvaluateSalesPlan, in: ['IN_EXECUTION'], decide: evaluateSalesPlan },
} satisfies RulesOf<ExecutingCommand, DraftedPlan, SalesPlanEvent>;

export const executingFold = {
  SalesPlanAdjusted: (plan, data) => ({
    ...withPart(plan, data),
    adjustments: plan.adjustments + 1,
    authors: withAuthor(plan, data),
  }),
  SalesPlanReviewed: (plan, { asOn, figures, findings, actions, by, reviewedOn }) => ({
    ...plan,
    reviews: [...plan.reviews, { asOn, figures, findings, actions, by, reviewedOn }],
  }),
  SalesPlanEvaluated: (plan, data) => ({
    ...plan,
    state: data.state,
    evaluation: {
      figures: data.figures,
      salesAnalysis: data.salesAnalysis,
      performance: data.performance,
      customerFeedback: data.customerFeedback,
      actions: data.actions,
      by: data.by,
      evaluatedOn: data.evaluatedOn,
    },
  }),
} satisfies FoldOf<ExecutingEvent, DraftedPlan>;

/** @throws Rejected VALIDATION_FAILED, PLAN_STEP_MISSING, TARGET_NOT_MEASURABLE, ADJUSTMENT_NEEDS_LEADER */
function adjustSalesPlan({ data, issued }: AdjustSalesPlan, plan: DraftedPlan): SalesPlanEvent[] {
  const adjusted = partAdjusted(data.part, data.content, plan);
  refuseWithoutLeader(adjusted, issued.by);
  const said = { ...authorshipOf(issued.by), reason: data.reason, adjustedOn: issued.today };
  return [{ type: 'SalesPlanAdjusted', data: { planId: plan.planId, state: 'IN_EXECUTION', ...adjusted, ...said } }];
}

function partAdjusted(part: PlanPart, content: AdjustedContent, plan: DraftedPlan): AdjustedPart {
  const { targets, strategies, plannedWork } = content;
  const isOfPart =
    (targets !== undefined) === (part === 'TARGETS') &&
    (strategies !== undefined) === (part === 'STRATEGIES') &&
    (plannedWork !== undefined) === (part === 'ACTIONS_AND_BUDGET');
  if (!isOfPart) {
    throw new Rejected('VALIDATION_FAILED', `the content is not that of ${part}`, { pointer: '/content', part });
  }
  if (targets) {
    refuseEmpty(targets, part);
    const after = measurable(targetsWorkedOut(targets, '/content/targets'));
    return { part: 'TARGETS', before: plan.targets, after };
  }
  if (strategies) {
    refuseEmpty(strategies, part);
    return { part: 'STRATEGIES', before: plan.strategies, after: strategies.map(copyOfStrategy) };
  }
  const after = workOf(plannedWork ?? plan.plannedWork, '/content/actions');
  refuseEmpty(after.actions, part);
  refuseEmpty(after.budget, part);
  return { part: 'ACTIONS_AND_BUDGET', before: plan.plannedWork, after };
}

/** What a plan was approved with, it keeps. */
function refuseEmpty(list: readonly unknown[], part: PlanPart): void {
  if (list.length === 0) throw new Rejected('PLAN_STEP_MISSING', `nothing is left of ${part}`, { missing: [part] });
}

/** Less than was approved, or for more money, is for whoever approves plans. */
function refuseWithoutLeader(adjusted: AdjustedPart, { role, roles = [role] }: Issuer): void {
  if (roles.includes('COMPANY_LEADER')) return;
  if (adjusted.part === 'TARGETS') {
    const lowered = loweredMetrics(adjusted.before, adjusted.after);
    if (lowered.length === 0) return;
    const words = `${lowered.join(', ')} would be lower than before`;
    throw new Rejected('ADJUSTMENT_NEEDS_LEADER', words, { lowered });
  }
  if (adjusted.part === 'ACTIONS_AND_BUDGET') {
    const [beforeFen, afterFen] = [budgetOf(adjusted.before), budgetOf(adjusted.after)];
    if (afterFen <= beforeFen) return;
    const words = `the budget would be ${afterFen} fen instead of ${beforeFen}`;
    throw new Rejected('ADJUSTMENT_NEEDS_LEADER', words, { beforeFen, afterFen });
  }
}

function withPart(plan: DraftedPlan, adjusted: SalesPlanAdjusted['data']): DraftedPlan {
  switch (adjusted.part) {
    case 'TARGETS':
      return { ...plan, targets: adjusted.after };
    case 'STRATEGIES':
      return { ...plan, strategies: adjusted.after };
    case 'ACTIONS_AND_BUDGET':
      return { ...plan, plannedWork: adjusted.after };
  }
}

/** @throws Rejected DATE_IN_FUTURE */
function reviewSalesPlan({ data, issued }: ReviewSalesPlan, { planId, targets }: DraftedPlan): SalesPlanEvent[] {
  const { asOn, findings, actions, achieved = [] } = data;
  refuseFuture('asOn', asOn, issued.today);
  const figures = figuresOf(targets, achieved);
  const ids = { planId, state: 'IN_EXECUTION' } as const;
  return [
    {
      type: 'SalesPlanReviewed',
      data: { ...ids, asOn, figures, findings, actions, by: issued.by.id, reviewedOn: issued.today },
    },
  ];
}

function evaluateSalesPlan({ data, issued }: EvaluateSalesPlan, { planId, targets }: DraftedPlan): SalesPlanEvent[] {
  const { salesAnalysis, performance, customerFeedback, actions, achieved = [] } = data;
  return [
    {
      type: 'SalesPlanEvaluated',
      data: {
        planId,
        state: 'EVALUATED',
        figures: figuresOf(targets, achieved),
        salesAnalysis,
        performance,
        customerFeedback,
        actions,
        by: issued.by.id,
        evaluatedOn: issued.today,
      },
    },
  ];
}
