import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForReaders, Id, ReadGateway } from '@engsales/http';
import { PaperQuery, Papers } from '@engsales/service';
import type { Response } from 'express';
import { salesKitDocument } from '../documents/sales-kit.document.js';
import { salesPlanDocument } from '../documents/sales-plan.document.js';
import { caseStudy } from '../domain/case-study/case-study.js';
import { caseIdsIn } from '../domain/sales-kit/kit-sections.js';
import { salesKit } from '../domain/sales-kit/sales-kit.js';
import type { Achieved } from '../domain/sales-plan/sales-plan.commands.js';
import { salesPlan } from '../domain/sales-plan/sales-plan.js';
import { MeasureDeals } from '../read-models/deals/measured-deals.query.js';

/** A sales plan as a paper. */
@ApiTags('sales-plans')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/sales-plans/:planId/documents')
export class SalesPlanPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly papers: Papers,
  ) {}

  /** The sales plan as a paper, with approval and achievement · 销售工作计划 */
  @Get('sales-plan')
  @ForReaders()
  async salesPlan(@Id('planId') planId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const { state } = await this.reads.stateOf(salesPlan, planId);
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no sales plan ${planId}`);
    const { teamId, from, to } = state;
    const achieved = await this.queries.execute<MeasureDeals, readonly Achieved[]>(
      new MeasureDeals({ teamId, from, to }),
    );
    const paper = salesPlanDocument(state, achieved, await this.papers.names(), this.papers.now);
    await this.papers.send(response, paper, { name: 'sales-plan', format });
  }
}

/** A sales kit as a paper. */
@ApiTags('sales-kits')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/sales-kits/:kitId/documents')
export class SalesKitPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly papers: Papers,
  ) {}

  /** The published version of a sales kit as a paper · 销售范本 */
  @Get('sales-kit')
  @ForReaders()
  async salesKit(@Id('kitId') kitId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const { state } = await this.reads.stateOf(salesKit, kitId);
    const published = state.state === 'NONE' ? undefined : state.published;
    if (!published) throw new Rejected('NOT_FOUND', `nothing is published of the sales kit ${kitId}`);
    const studies = await Promise.all(caseIdsIn(published.sections).map((id) => this.reads.stateOrNone(caseStudy, id)));
    const cases = studies.filter((study) => study.state !== 'NONE');
    await this.papers.send(response, salesKitDocument(published, cases, this.papers.now), {
      name: 'sales-kit',
      format,
    });
  }
}
