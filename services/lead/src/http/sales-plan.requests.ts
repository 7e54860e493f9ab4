import {
  Bps,
  BusinessDate,
  Fen,
  ListQuery,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Reference,
  StaffId,
  Text,
  Uuid,
  WaitingQuery,
  Whole,
  Texts,
} from '@engsales/http';
import {
  METRICS,
  PLAN_PARTS,
  PLAN_STATES,
  PLAN_TEMPLATES,
  RESOURCE_KINDS,
  STRATEGY_TYPES,
  UNITS,
  type Metric,
  type PlanPart,
  type PlanTemplate,
  type ResourceKind,
  type StrategyType,
  type Unit,
} from '../domain/sales-plan/sales-plan.values.js';
import { sortsOf } from '../read-models/collections/collections.js';

export class PlansQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(PLAN_STATES) state?: string;
  @Means('only of this team') @Optional() @Uuid() teamId?: string;
  @Means('a part of the title') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('salesPlans')) sort?: string;
}

export class AchievementQuery extends WaitingQuery {
  @Means('the last day that counts; all that is known counts when it is absent', '2025-06-30')
  @Optional()
  @BusinessDate()
  asOf?: string;
}

export class DraftPlanRequest {
  @Means('title of the plan', '2025 年度销售计划') @Text(200) title!: string;
  @Means('first day', '2025-01-01') @BusinessDate() from!: string;
  @Means('last day', '2025-12-31') @BusinessDate() to!: string;
  @Means('team; the whole company when absent') @Optional() @Uuid() teamId?: string;
  @Means('YEARLY fills in the targets, strategies and risk of a usual year', 'YEARLY')
  @OneOf(PLAN_TEMPLATES)
  template: PlanTemplate = 'NONE';
  @Means('strategy of the company that it serves', 'STRATEGY-2025') @Reference() strategyRef!: string;
  @Means('what the plan must reckon with') @Optional() @Texts(2_000) backgroundRisks?: string[];
}

export class TargetRequest {
  @Means('what is measured', 'REVENUE_FEN') @OneOf(METRICS) metric!: Metric;
  @Means('what it was before, in its unit', 35_000_000_000) @Optional() @Fen() baseline?: number;
  @Means('growth on the baseline, from which the target follows', 2_000) @Optional() @Bps() growthBps?: number;
  @Means('the target itself, where no growth is given') @Optional() @Whole(1, Number.MAX_SAFE_INTEGER) target?: number;
  @Means('unit of the metric', 'FEN') @Optional() @OneOf(UNITS) unit?: Unit;
  @Means('day by which it is reached', '2025-12-31') @Optional() @BusinessDate() dueOn?: string;
  @Means('why it can be reached', '医院项目增多') @Optional() @Text(2_000) achievableBecause?: string;
}

export class TargetsRequest {
  @Means('all targets, one per metric') @NestedList(() => TargetRequest, 50) targets!: TargetRequest[];
}

export class PlanCompetitorRequest {
  @Means('party that competes', 'party-9') @Reference() partyId!: string;
  @Means('what it is strong in', ['价格低']) @Texts(2_000) strengths!: string[];
  @Means('what it is weak in', ['售后慢']) @Texts(2_000) weaknesses!: string[];
}

export class MarketAnalysisRequest {
  @Means('segments of the market', ['医院']) @Texts(2_000) segments!: string[];
  @Means('how we stand in it', '一揽子服务') @Text(2_000) positioning!: string;
  @Means('who else there is') @NestedList(() => PlanCompetitorRequest, 50) competitors!: PlanCompetitorRequest[];
}

export class StrategyRequest {
  @Means('kind of strategy', 'PRICING') @OneOf(STRATEGY_TYPES) type!: StrategyType;
  @Means('what is done', '分级报价') @Text(2_000) measure!: string;
}

export class StrategiesRequest {
  @Means('all strategies') @NestedList(() => StrategyRequest, 50) strategies!: StrategyRequest[];
}

export class PlannedActionRequest {
  @Means('what is done', '走访设计院') @Text(2_000) text!: string;
  @Means('staff id of whoever is responsible', 'li-na') @StaffId() responsibleId!: string;
  @Means('first day', '2025-01-06') @BusinessDate() from!: string;
  @Means('last day', '2025-06-30') @BusinessDate() to!: string;
}

export class BudgetItemRequest {
  @Means('what the money is for', '差旅') @Text(200) category!: string;
  @Means('how much of it') @Fen() amountFen!: number;
}

export class ResourceRequest {
  @Means('kind of resource', 'PEOPLE') @OneOf(RESOURCE_KINDS) kind!: ResourceKind;
  @Means('what is allocated', '两名销售工程师') @Text(2_000) text!: string;
  @Means('staff id of whoever gets it') @Optional() @StaffId() allocatedToId?: string;
}

export class ActionsAndBudgetRequest {
  @Means('what is done, by whom and when') @NestedList(() => PlannedActionRequest, 50) actions!: PlannedActionRequest[];
  @Means('what it may cost') @NestedList(() => BudgetItemRequest, 50) budget!: BudgetItemRequest[];
  @Means('how resources are allocated (资源的分配)')
  @Optional()
  @NestedList(() => ResourceRequest, 50)
  resources?: ResourceRequest[];
}

export class AdjustedContentRequest {
  @Means('all targets, where the part is TARGETS')
  @Optional()
  @NestedList(() => TargetRequest, 50)
  targets?: TargetRequest[];
  @Means('all strategies, where the part is STRATEGIES', [{ type: 'PRICING', measure: '分级报价' }])
  @Optional()
  @NestedList(() => StrategyRequest, 50)
  strategies?: StrategyRequest[];
  @Means('all actions, where the part is ACTIONS_AND_BUDGET')
  @Optional()
  @NestedList(() => PlannedActionRequest, 50)
  actions?: PlannedActionRequest[];
  @Means('the whole budget, with the actions')
  @Optional()
  @NestedList(() => BudgetItemRequest, 50)
  budget?: BudgetItemRequest[];
  @Means('all resources, with the actions')
  @Optional()
  @NestedList(() => ResourceRequest, 50)
  resources?: ResourceRequest[];
}

export class AdjustPlanRequest {
  @Means('what is adjusted', 'STRATEGIES') @OneOf(PLAN_PARTS) part!: PlanPart;
  @Means('the part as it is from now on') @Nested(() => AdjustedContentRequest) content!: AdjustedContentRequest;
  @Means('why', '市场变化') @Text(2_000) reason!: string;
}

export class ReviewPlanRequest {
  @Means('day as of which it is reviewed', '2025-03-10') @BusinessDate() asOn!: string;
  @Means('what was found', '进度落后') @Text(2_000) findings!: string;
  @Means('what is done about it', ['增加走访']) @Texts(2_000) actions!: string[];
}

export class EvaluatePlanRequest {
  @Means('what the figures of sales say (销售数据分析)', '医院项目占六成') @Text(2_000) salesAnalysis!: string;
  @Means('how sales has performed (绩效评估)', '达成') @Text(2_000) performance!: string;
  @Means('what customers say (客户反馈)', '满意') @Text(2_000) customerFeedback!: string;
  @Means('what follows from it', ['加强售后']) @Texts(2_000) actions!: string[];
}
