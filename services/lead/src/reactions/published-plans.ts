import {
  salesPlanAdjusted,
  salesPlanApproved,
  salesPlanEvaluated,
  type PublicPlanPart,
  type PublicTarget,
} from '@engsales/events';
import { publish } from '@engsales/messaging';
import type {
  ActionsAndBudgetRecord,
  SalesPlanAdjusted,
  SalesPlanApproved,
  SalesPlanEvaluated,
  StrategyRecord,
  TargetRecord,
} from '../domain/sales-plan/sales-plan.events.js';

/** What the others are told of sales plans. */
export const publishedPlans = {
  SalesPlanApproved: (data: SalesPlanApproved['data']) =>
    publish(salesPlanApproved, {
      planId: data.planId,
      state: data.state,
      title: data.title,
      from: data.from,
      to: data.to,
      teamId: data.teamId,
      targets: publicTargets(data.targets),
      budgetFen: data.budgetFen,
      approvedBy: data.by,
      approvedOn: data.approvedOn,
    }),
  SalesPlanAdjusted: (data: SalesPlanAdjusted['data']) =>
    publish(salesPlanAdjusted, {
      planId: data.planId,
      state: data.state,
      part: data.part,
      ...bothSides(data),
      reason: data.reason,
      adjustedOn: data.adjustedOn,
    }),
  SalesPlanEvaluated: (data: SalesPlanEvaluated['data']) =>
    publish(salesPlanEvaluated, {
      planId: data.planId,
      state: data.state,
      figures: data.figures.map(({ metric, baseline, target, achieved, deviationBps }) => ({
        metric,
        baseline,
        target,
        achieved,
        deviationBps,
      })),
      evaluatedOn: data.evaluatedOn,
    }),
};

function bothSides(data: SalesPlanAdjusted['data']): { before: PublicPlanPart; after: PublicPlanPart } {
  switch (data.part) {
    case 'TARGETS':
      return { before: { targets: publicTargets(data.before) }, after: { targets: publicTargets(data.after) } };
    case 'STRATEGIES':
      return {
        before: { strategies: publicStrategies(data.before) },
        after: { strategies: publicStrategies(data.after) },
      };
    case 'ACTIONS_AND_BUDGET':
      return { before: publicWork(data.before), after: publicWork(data.after) };
  }
}

/** Of a plan that was approved nothing is open. */
const publicTargets = (targets: readonly TargetRecord[]): PublicTarget[] =>
  targets.flatMap(({ metric, baseline, target, unit, dueOn }) =>
    baseline === undefined || target === undefined || unit === undefined || dueOn === undefined
      ? []
      : [{ metric, baseline, target, unit, dueOn }],
  );

const publicStrategies = (strategies: readonly StrategyRecord[]) =>
  strategies.map(({ type, measure }) => ({ type, measure }));

const publicWork = ({ actions, budget, resources }: ActionsAndBudgetRecord): PublicPlanPart => ({
  actions: actions.map(({ text, responsibleId, from, to }) => ({ text, responsibleId, from, to })),
  budget: budget.map(({ category, amountFen }) => ({ category, amountFen })),
  resources: resources.map(({ kind, text, allocatedToId }) => ({ kind, text, allocatedToId })),
});
