import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApiRequest,
  BusinessDate,
  ForReaders,
  ListQuery,
  Means,
  OneOf,
  Optional,
  Reference,
  StaffId,
  Uuid,
  WaitingQuery,
} from '@engsales/http';
import {
  ABANDON_REASONS,
  COMPETITION_DIMENSIONS,
  type AbandonReason,
  type CompetitionDimension,
} from '../domain/lead/lead.values.js';
import { GetCompetitors } from '../read-models/competitors/competitors.query.js';
import { GetSalesFunnel } from '../read-models/funnel/sales-funnel.query.js';
import { FindLeadTasks } from '../read-models/lead-tasks/lead-tasks.query.js';
import { TASK_KINDS, type TaskKind } from '../read-models/lead-tasks/task-rows.js';
import { FindAbandonedLeads } from '../read-models/leads/abandoned-leads.query.js';
import { GetLeadSourceEffectiveness } from '../read-models/leads/lead-source-effectiveness.query.js';
import { FindLeadPool } from '../read-models/leads/lead-pool.query.js';
import { GetSalesForecast } from '../read-models/leads/sales-forecast.query.js';
import { LeadPoolQuery } from './leads.requests.js';

export class TaskListQuery extends ListQuery {
  @Means('staff id of whoever has to do it') @Optional() @StaffId() assigneeId?: string;
  @Means('only of this kind') @Optional() @OneOf(TASK_KINDS) kind?: TaskKind;
  @Means('only of this lead') @Optional() @Uuid() leadId?: string;
}

export class AbandonedListQuery extends ListQuery {
  @Means('looked at again by this day', '2025-06-30') @Optional() @BusinessDate() revisitBefore?: string;
  @Means('why it was given up') @Optional() @OneOf(ABANDON_REASONS) reason?: AbandonReason;
  @Means('staff id of the salesperson (业务员)') @Optional() @StaffId() salespersonId?: string;
}

export class CapturedSpanQuery extends WaitingQuery {
  @Means('captured on this day or later', '2025-01-01') @Optional() @BusinessDate() from?: string;
  @Means('captured on this day or before', '2025-12-31') @Optional() @BusinessDate() to?: string;
}

const FUNNELS = ['8', '10'] as const;

export class FunnelQuery extends CapturedSpanQuery {
  @Means('8 steps of a project, or 10 of the work of a salesperson') @OneOf(FUNNELS) steps: '8' | '10' = '8';
  @Means('staff id of the salesperson (业务员)') @Optional() @StaffId() salespersonId?: string;
}

export class ForecastQuery extends WaitingQuery {
  @Means('staff id of the salesperson (业务员)') @Optional() @StaffId() salespersonId?: string;
  @Means('only leads with this product line') @Optional() @Uuid() productLineId?: string;
}

export class CompetitorQuery extends WaitingQuery {
  @Means('only in this') @Optional() @OneOf(COMPETITION_DIMENSIONS) dimension?: CompetitionDimension;
  @Means('only this competitor') @Optional() @Reference() partyId?: string;
}

/** Questions over all leads. */
@ApiTags('lead reports')
@Controller('api/v1')
export class LeadReportsController {
  constructor(private readonly queries: QueryBus) {}

  /** What I may claim · 公海线索 */
  @Get('lead-pool')
  @ForReaders()
  pool(@Req() request: ApiRequest, @Query() query: LeadPoolQuery) {
    return this.queries.execute(new FindLeadPool(query, request.actor?.id ?? ''));
  }

  /** What waits for whom · 线索待办 */
  @Get('lead-tasks')
  @ForReaders()
  tasks(@Query() query: TaskListQuery) {
    return this.queries.execute(new FindLeadTasks(query));
  }

  /** What was given up, and when somebody looks again · 已放弃线索 */
  @Get('abandoned-leads')
  @ForReaders()
  abandoned(@Query() query: AbandonedListQuery) {
    return this.queries.execute(new FindAbandonedLeads(query));
  }

  /** Which sources bring deals · 信息来源效果 */
  @Get('lead-source-effectiveness')
  @ForReaders()
  sources(@Query() query: CapturedSpanQuery) {
    return this.queries.execute(new GetLeadSourceEffectiveness(query));
  }

  /** How far leads come · 销售漏斗 */
  @Get('sales-funnel')
  @ForReaders()
  funnel(@Query() query: FunnelQuery) {
    return this.queries.execute(new GetSalesFunnel(query));
  }

  /** What may be signed, and when · 销售预测 */
  @Get('sales-forecast')
  @ForReaders()
  forecast(@Query() query: ForecastQuery) {
    return this.queries.execute(new GetSalesForecast(query));
  }

  /** Whom we meet, and who wins · 竞争对手分析 */
  @Get('competitors')
  @ForReaders()
  competitors(@Query() query: CompetitorQuery) {
    return this.queries.execute(new GetCompetitors(query));
  }
}
