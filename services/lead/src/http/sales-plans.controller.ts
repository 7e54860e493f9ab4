import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import {
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  NoBody,
  ReadGateway,
  StateQuery,
  type ApiRequest,
} from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import {
  ApproveSalesPlan,
  CancelSalesPlan,
  DraftSalesPlan,
  RejectSalesPlan,
  StartSalesPlan,
  SubmitSalesPlan,
  type Achieved,
} from '../domain/sales-plan/sales-plan.commands.js';
import { salesPlan } from '../domain/sales-plan/sales-plan.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { MeasureDeals } from '../read-models/deals/measured-deals.query.js';
import { GetSalesBy, type SalesBy } from '../read-models/deals/sales-by.query.js';
import { achievementView, salesPlanView } from '../views/sales-plan.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MANAGERS } from './role-groups.js';
import { AchievementQuery, DraftPlanRequest, PlansQuery } from './sales-plan.requests.js';

/** Sales plans (销售计划): how one begins, and which there are. */
@ApiTags('sales-plans')
@Controller('api/v1/sales-plans')
export class SalesPlansController {
  constructor(private readonly queries: QueryBus) {}

  /** Drafts a sales plan · 编制销售计划 */
  @BeginRoute(DraftSalesPlan, { of: salesPlan }, ...MANAGERS)
  draftSalesPlan(@Body() body: DraftPlanRequest) {
    const { title, from, to, teamId, template, strategyRef, backgroundRisks = [] } = body;
    return (planId: string) => ({ planId, title, from, to, teamId, template, strategyRef, backgroundRisks });
  }

  /** Finds sales plans · 销售计划清单 */
  @Get()
  @ForReaders()
  list(@Query() query: PlansQuery) {
    return this.queries.execute(new FindInCollection('salesPlans', query));
  }
}

/** One sales plan: what it says, how far it is, and how it is decided. */
@ApiTags('sales-plans')
@Controller('api/v1/sales-plans/:planId')
export class SalesPlanController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Submits a sales plan for approval · 提交销售计划 */
  @CommandRoute(SubmitSalesPlan, ...MANAGERS)
  submitSalesPlan(@Id('planId') planId: string, @Body() _body: NoBody) {
    return { planId };
  }

  /**
   * Approves a sales plan · 批准销售计划
   * Not by anybody who has worked on it.
   */
  @CommandRoute(ApproveSalesPlan, 'COMPANY_LEADER')
  approveSalesPlan(@Id('planId') planId: string, @Body() _body: NoBody) {
    return { planId };
  }

  /** Rejects a sales plan: it is a draft again · 退回销售计划 */
  @CommandRoute(RejectSalesPlan, 'COMPANY_LEADER')
  rejectSalesPlan(@Id('planId') planId: string, @Body() { reason }: ReasonRequest) {
    return { planId, reason };
  }

  /** Starts an approved sales plan · 启动销售计划 */
  @CommandRoute(StartSalesPlan, ...MANAGERS)
  startSalesPlan(@Id('planId') planId: string, @Body() _body: NoBody) {
    return { planId };
  }

  /** Cancels a sales plan before it has started · 取消销售计划 */
  @CommandRoute(CancelSalesPlan, ...MANAGERS)
  cancelSalesPlan(@Id('planId') planId: string, @Body() { reason }: ReasonRequest) {
    return { planId, reason };
  }

  /** A sales plan as it is or was · 销售计划详情 */
  @Get()
  @ForReaders()
  async state(@Id('planId') planId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(salesPlan, planId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return salesPlanView(planId, revision, state);
  }

  /** Everything that happened to a sales plan · 销售计划历史 */
  @Get('history')
  @ForReaders()
  history(@Id('planId') planId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(salesPlan.category, planId, page);
  }

  /**
   * How far a sales plan is · 销售计划完成情况
   * Targets beside what was achieved, by month and by member.
   */
  @Get('achievement')
  @ForReaders()
  async achievement(@Id('planId') planId: string, @Query() { asOf, minPosition }: AchievementQuery) {
    const { state } = await this.reads.stateOf(salesPlan, planId);
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no sales plan ${planId}`);
    const { teamId, from, to } = state;
    const span = { teamId, from, to, asOf };
    const achieved = await this.queries.execute<MeasureDeals, readonly Achieved[]>(new MeasureDeals(span, minPosition));
    const sales = await this.queries.execute<GetSalesBy, SalesBy>(new GetSalesBy(span));
    return achievementView(state, asOf ?? this.runtime.process.clock.today(), achieved, sales);
  }
}
