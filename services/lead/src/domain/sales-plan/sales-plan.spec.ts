import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import * as commands from './sales-plan.commands.js';
import { MARKET_READ, PLAN_ID, STRATEGIES, TARGETS, WORK, YEAR_2025 } from './sales-plan.fixtures.js';
import { salesPlan } from './sales-plan.js';
import * as walks from './sales-plan.walk.js';

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: salesPlan,
    ids: { planId: PLAN_ID },
    states: {
      NONE: () => new walks.PlanWalk(),
      DRAFT: walks.preparedWalk,
      SUBMITTED: walks.submittedWalk,
      APPROVED: walks.approvedWalk,
      IN_EXECUTION: walks.startedWalk,
      EVALUATED: walks.evaluatedWalk,
      CANCELLED: walks.cancelledWalk,
    },
    codeIn(state, type) {
      if (state === 'NONE') return 'NOT_FOUND';
      const isEarly = type === 'StartSalesPlan' && ['DRAFT', 'SUBMITTED'].includes(state);
      return isEarly ? 'PLAN_NOT_APPROVED' : 'INVALID_TRANSITION';
    },
  });
  const said = { salesAnalysis: '分析', performance: '达成', customerFeedback: '满意', actions: [] };
  possible(commands.DraftSalesPlan, YEAR_2025, ['NONE']);
  possible(commands.SetTargets, { targets: TARGETS }, ['DRAFT']);
  possible(commands.RecordMarketAnalysis, MARKET_READ, ['DRAFT']);
  possible(commands.SetStrategies, { strategies: STRATEGIES }, ['DRAFT']);
  possible(commands.SetActionsAndBudget, WORK, ['DRAFT']);
  possible(commands.SubmitSalesPlan, {}, ['DRAFT']);
  possible(commands.ApproveSalesPlan, {}, ['SUBMITTED']);
  possible(commands.RejectSalesPlan, { reason: '预算过高' }, ['SUBMITTED']);
  possible(commands.StartSalesPlan, {}, ['APPROVED']);
  possible(commands.CancelSalesPlan, { reason: '重组' }, ['DRAFT', 'SUBMITTED', 'APPROVED']);
  const content = { strategies: STRATEGIES };
  possible(commands.AdjustSalesPlan, { part: 'STRATEGIES', content, reason: '变化' }, ['IN_EXECUTION']);
  possible(commands.ReviewSalesPlan, { asOn: '2025-03-10', findings: '正常', actions: [] }, ['IN_EXECUTION']);
  possible(commands.EvaluateSalesPlan, said, ['IN_EXECUTION']);
  possible.every(salesPlan.transitions);
});

it('every event of a sales plan is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(salesPlan.stored).filter((type) => !written.has(type))).toEqual([]);
});
