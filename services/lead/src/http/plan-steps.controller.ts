import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  AdjustSalesPlan,
  EvaluateSalesPlan,
  RecordMarketAnalysis,
  ReviewSalesPlan,
  SetActionsAndBudget,
  SetStrategies,
  SetTargets,
} from '../domain/sales-plan/sales-plan.commands.js';
import type { ActionsAndBudget } from '../domain/sales-plan/sales-plan.state.js';
import { MANAGERS } from './role-groups.js';
import {
  ActionsAndBudgetRequest,
  AdjustPlanRequest,
  EvaluatePlanRequest,
  MarketAnalysisRequest,
  ReviewPlanRequest,
  StrategiesRequest,
  TargetsRequest,
  type AdjustedContentRequest,
} from './sales-plan.requests.js';

/** The steps of a sales plan: targets, market, strategies, actions and budget; then adjusting, reviewing, evaluating. */
@ApiTags('sales-plans')
@Controller('api/v1/sales-plans/:planId')
export class PlanStepsController {
  /** Sets the targets of a draft · 设定销售目标 */
  @CommandRoute(SetTargets, ...MANAGERS)
  setTargets(@Id('planId') planId: string, @Body() { targets }: TargetsRequest) {
    return { planId, targets };
  }

  /** Records the analysis of the market · 市场与竞争分析 */
  @CommandRoute(RecordMarketAnalysis, ...MANAGERS)
  recordMarketAnalysis(
    @Id('planId') planId: string,
    @Body() { segments, positioning, competitors }: MarketAnalysisRequest,
  ) {
    return { planId, segments, positioning, competitors };
  }

  /** Sets the strategies of a draft · 制定销售策略 */
  @CommandRoute(SetStrategies, ...MANAGERS)
  setStrategies(@Id('planId') planId: string, @Body() { strategies }: StrategiesRequest) {
    return { planId, strategies };
  }

  /** Sets actions, budget and resources of a draft · 计划与预算 */
  @CommandRoute(SetActionsAndBudget, ...MANAGERS)
  setActionsAndBudget(
    @Id('planId') planId: string,
    @Body() { actions, budget, resources = [] }: ActionsAndBudgetRequest,
  ) {
    return { planId, actions, budget, resources };
  }

  /**
   * Adjusts a part of a plan in execution · 调整销售计划
   * A lower target or a higher budget only by a company leader.
   */
  @CommandRoute(AdjustSalesPlan, ...MANAGERS)
  adjustSalesPlan(@Id('planId') planId: string, @Body() { part, content, reason }: AdjustPlanRequest) {
    const { targets, strategies } = content;
    return { planId, part, content: { targets, strategies, plannedWork: workIn(content) }, reason };
  }

  /** Reviews a plan in execution by its figures · 检查销售计划 */
  @CommandRoute(ReviewSalesPlan, ...MANAGERS)
  reviewSalesPlan(@Id('planId') planId: string, @Body() { asOn, findings, actions }: ReviewPlanRequest) {
    return { planId, asOn, findings, actions };
  }

  /** Evaluates a plan by its figures and ends it · 评估销售计划 */
  @CommandRoute(EvaluateSalesPlan, ...MANAGERS)
  evaluateSalesPlan(@Id('planId') planId: string, @Body() body: EvaluatePlanRequest) {
    const { salesAnalysis, performance, customerFeedback, actions } = body;
    return { planId, salesAnalysis, performance, customerFeedback, actions };
  }
}

/** Actions, budget and resources are one part: whoever says one of them says the part. */
function workIn({ actions, budget, resources }: AdjustedContentRequest): ActionsAndBudget | undefined {
  if (actions === undefined && budget === undefined && resources === undefined) return undefined;
  return { actions: actions ?? [], budget: budget ?? [], resources: resources ?? [] };
}
