import { Walk } from '@engsales/event-sourcing/testing';
import {
  AdjustSalesPlan,
  ApproveSalesPlan,
  CancelSalesPlan,
  DraftSalesPlan,
  EvaluateSalesPlan,
  RecordMarketAnalysis,
  RejectSalesPlan,
  ReviewSalesPlan,
  SetActionsAndBudget,
  SetStrategies,
  SetTargets,
  StartSalesPlan,
  SubmitSalesPlan,
  type SalesPlanCommand,
} from './sales-plan.commands.js';
import type { SalesPlanEvent } from './sales-plan.events.js';
import { ACHIEVED, LEADER, MARKET_READ, PLAN_ID, STRATEGIES, TARGETS, WORK, YEAR_2025 } from './sales-plan.fixtures.js';
import { salesPlan } from './sales-plan.js';
import type { DraftedPlan, SalesPlan } from './sales-plan.state.js';

/** A sales plan that is led through commands. */
export class PlanWalk extends Walk<SalesPlan, SalesPlanCommand, SalesPlanEvent, 'planId'> {
  constructor() {
    super(salesPlan, { planId: PLAN_ID }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }

  get now(): DraftedPlan {
    if (this.state.state === 'NONE') throw new Error('there is no plan');
    return this.state;
  }
}

export const draftedWalk = (): PlanWalk => new PlanWalk().do(DraftSalesPlan, YEAR_2025);
/** A draft with all of its steps. */
export const preparedWalk = (): PlanWalk =>
  draftedWalk()
    .do(SetTargets, { targets: TARGETS })
    .do(RecordMarketAnalysis, MARKET_READ)
    .do(SetActionsAndBudget, WORK);
export const submittedWalk = (): PlanWalk => preparedWalk().do(SubmitSalesPlan, {});
export const approvedWalk = (): PlanWalk => submittedWalk().do(ApproveSalesPlan, {}, LEADER);
export const startedWalk = (): PlanWalk => approvedWalk().do(StartSalesPlan, {});
export const evaluatedWalk = (): PlanWalk =>
  startedWalk().do(EvaluateSalesPlan, {
    salesAnalysis: '医院项目占六成',
    performance: '达成',
    customerFeedback: '满意',
    actions: ['加强售后'],
    achieved: ACHIEVED,
  });
export const cancelledWalk = (): PlanWalk => draftedWalk().do(CancelSalesPlan, { reason: '改为半年计划' });

/** Lives of plans that together record every type of event; their streams are frozen in `history/`. */
export const planLives: Readonly<Record<string, () => PlanWalk>> = {
  evaluated: () =>
    submittedWalk()
      .do(RejectSalesPlan, { reason: '预算过高' }, LEADER)
      .do(SetStrategies, { strategies: STRATEGIES })
      .do(SubmitSalesPlan, {})
      .do(ApproveSalesPlan, {}, LEADER)
      .do(StartSalesPlan, {})
      .do(AdjustSalesPlan, { part: 'STRATEGIES', content: { strategies: STRATEGIES }, reason: '市场变化' })
      .do(AdjustSalesPlan, { part: 'TARGETS', content: { targets: TARGETS }, reason: '市场变化' })
      .do(AdjustSalesPlan, { part: 'ACTIONS_AND_BUDGET', content: { plannedWork: WORK }, reason: '市场变化' })
      .do(ReviewSalesPlan, { asOn: '2025-03-10', findings: '按计划', actions: [], achieved: ACHIEVED })
      .do(EvaluateSalesPlan, {
        salesAnalysis: '医院项目占六成',
        performance: '达成',
        customerFeedback: '满意',
        actions: [],
        achieved: ACHIEVED,
      }),
  cancelled: cancelledWalk,
};
