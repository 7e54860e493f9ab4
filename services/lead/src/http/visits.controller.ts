import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApiRequest,
  BeginRoute,
  BusinessDate,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  ListQuery,
  Means,
  OneOf,
  Optional,
  ReadGateway,
  StaffId,
  StateQuery,
  Text,
  Uuid,
} from '@engsales/http';
import {
  CancelVisit,
  PlanVisit,
  ReportVisit,
  ReviseVisit,
  SendWrittenMaterial,
} from '../domain/visit/visit.commands.js';
import { visit } from '../domain/visit/visit.js';
import { VISIT_STATES, type VisitState } from '../domain/visit/visit.values.js';
import { FindVisits, VISIT_SORTS, type VisitSort } from '../read-models/visits/visits.query.js';
import { visitView } from '../views/visit.view.js';
import { ReasonRequest } from './reason.requests.js';
import { planWords, reportWords } from './visit-words.js';
import { VisitPlanRequest, VisitReportRequest, WrittenMaterialRequest } from './visits.requests.js';

export class VisitListQuery extends ListQuery {
  @Means('only of this lead') @Optional() @Uuid() leadId?: string;
  @Means('staff id of the salesperson') @Optional() @StaffId() salespersonId?: string;
  @Means('only in this state') @Optional() @OneOf(VISIT_STATES) state?: VisitState;
  @Means('planned on this day or later', '2025-03-10') @Optional() @BusinessDate() from?: string;
  @Means('planned on this day or earlier', '2025-03-16') @Optional() @BusinessDate() to?: string;
  @Means('a part of the topics, the notes or the outcome') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(VISIT_SORTS) sort?: VisitSort;
}

/** Visits to the people of the projects (拜访). */
@ApiTags('visits')
@Controller('api/v1/visits')
export class VisitsController {
  constructor(private readonly queries: QueryBus) {}

  /** Plans a visit with its outline · 计划拜访 */
  @BeginRoute(PlanVisit, { of: visit }, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  planVisit(@Body() body: VisitPlanRequest) {
    return (visitId: string) => ({ visitId, ...planWords(body) });
  }

  /** Finds visits · 拜访清单 */
  @Get()
  @ForReaders()
  list(@Query() query: VisitListQuery) {
    return this.queries.execute(new FindVisits(query));
  }
}

/** One visit. */
@ApiTags('visits')
@Controller('api/v1/visits/:visitId')
export class VisitController {
  constructor(private readonly reads: ReadGateway) {}

  /**
   * Revises the plan of a visit · 修改拜访计划
   * The whole plan is sent again.
   */
  @CommandRoute(ReviseVisit, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  reviseVisit(@Id('visitId') visitId: string, @Body() body: VisitPlanRequest) {
    return { visitId, ...planWords(body) };
  }

  /** Reports a visit that was held, or missed · 登记拜访结果 */
  @CommandRoute(ReportVisit, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  reportVisit(@Id('visitId') visitId: string, @Body() body: VisitReportRequest) {
    return { visitId, ...reportWords(body) };
  }

  /** Cancels a visit · 取消拜访 */
  @CommandRoute(CancelVisit, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  cancelVisit(@Id('visitId') visitId: string, @Body() { reason }: ReasonRequest) {
    return { visitId, reason };
  }

  /** Records that written material was sent · 登记书面材料已送达 */
  @CommandRoute(SendWrittenMaterial, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  sendWrittenMaterial(@Id('visitId') visitId: string, @Body() { pointNo, docRef, on }: WrittenMaterialRequest) {
    return { visitId, pointNo, docRef, on };
  }

  /** A visit as it is or was · 拜访详情 */
  @Get()
  @ForReaders()
  async state(@Id('visitId') visitId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(visit, visitId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return visitView(visitId, revision, state);
  }

  /** Everything that happened to a visit · 拜访历史 */
  @Get('history')
  @ForReaders()
  history(@Id('visitId') visitId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(visit.category, visitId, page);
  }
}
