import type { DraftedPlan, Figure, SalesPlan, Target } from '../domain/sales-plan/sales-plan.state.js';
import { figureOf } from '../domain/sales-plan/targets.js';
import type { Achieved } from '../domain/sales-plan/sales-plan.commands.js';
import type { SalesBy } from '../read-models/deals/sales-by.query.js';

/** A sales plan as it is answered. */
export function salesPlanView(id: string, revision: number, plan: SalesPlan) {
  if (plan.state === 'NONE') return { id, revision, state: plan.state };
  return {
    id,
    revision,
    planId: plan.planId,
    state: plan.state,
    title: plan.title,
    from: plan.from,
    to: plan.to,
    teamId: plan.teamId,
    template: plan.template,
    strategyRef: plan.strategyRef,
    backgroundRisks: plan.backgroundRisks,
    targets: plan.targets.map(targetView),
    marketAnalysis: marketView(plan),
    strategies: plan.strategies.map(({ type, measure }) => ({ type, measure })),
    ...workView(plan),
    approval: plan.approval && { by: plan.approval.by, on: plan.approval.on },
    rejection: plan.rejection && { by: plan.rejection.by, on: plan.rejection.on, reason: plan.rejection.reason },
    adjustments: plan.adjustments,
    reviews: plan.reviews.map(({ asOn, figures, findings, actions, by, reviewedOn }) => ({
      asOn,
      figures: figures.map(figureView),
      findings,
      actions,
      by,
      reviewedOn,
    })),
    evaluation: evaluationView(plan),
  };
}

const targetView = ({ metric, baseline, growthBps, target, unit, dueOn, achievableBecause }: Target) => ({
  metric,
  baseline,
  growthBps,
  target,
  unit,
  dueOn,
  achievableBecause,
});

const marketView = ({ marketAnalysis: market }: DraftedPlan) =>
  market && {
    segments: market.segments,
    positioning: market.positioning,
    competitors: market.competitors.map(({ partyId, strengths, weaknesses }) => ({ partyId, strengths, weaknesses })),
  };

const workView = ({ plannedWork: { actions, budget, resources } }: DraftedPlan) => ({
  actions: actions.map(({ text, responsibleId, from, to }) => ({ text, responsibleId, from, to })),
  budget: budget.map(({ category, amountFen }) => ({ category, amountFen })),
  resources: resources.map(({ kind, text, allocatedToId }) => ({ kind, text, allocatedToId })),
});

const evaluationView = ({ evaluation }: DraftedPlan) =>
  evaluation && {
    figures: evaluation.figures.map(figureView),
    salesAnalysis: evaluation.salesAnalysis,
    performance: evaluation.performance,
    customerFeedback: evaluation.customerFeedback,
    actions: evaluation.actions,
    by: evaluation.by,
    evaluatedOn: evaluation.evaluatedOn,
  };

const figureView = ({ metric, baseline, target, achieved, deviationBps }: Figure) => ({
  metric,
  baseline,
  target,
  achieved,
  deviationBps,
});

/** How far a plan is: each target with what was achieved of it, and what was sold by month and by member. */
export function achievementView(plan: DraftedPlan, asOf: string, achieved: readonly Achieved[], sales: SalesBy) {
  return {
    planId: plan.planId,
    state: plan.state,
    from: plan.from,
    to: plan.to,
    teamId: plan.teamId,
    asOf,
    targets: plan.targets.map((target) => ({
      ...targetView(target),
      ...figureOf(target, achieved),
    })),
    byMonth: sales.byMonth,
    byMember: sales.byMember,
  };
}
