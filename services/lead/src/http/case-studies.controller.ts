import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
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
  ApproveCaseStudy,
  ChangeCaseStudy,
  DraftCaseStudy,
  WithdrawCaseStudy,
} from '../domain/case-study/case-study.commands.js';
import { caseStudy } from '../domain/case-study/case-study.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { caseView, personsInCase } from '../views/sales-material.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MARKETERS } from './role-groups.js';
import { CaseRequest, CasesQuery } from './sales-material.requests.js';

/** Cases of customers (客户案例). */
@ApiTags('case-studies')
@Controller('api/v1/case-studies')
export class CaseStudiesController {
  constructor(private readonly queries: QueryBus) {}

  /** Drafts a case · 编写案例 */
  @BeginRoute(DraftCaseStudy, { of: caseStudy }, ...MARKETERS)
  draftCaseStudy(@Body() body: CaseRequest) {
    return (caseStudyId: string) => dataOfCase(caseStudyId, body);
  }

  /** Finds cases · 案例清单 */
  @Get()
  @ForReaders()
  list(@Query() query: CasesQuery) {
    return this.queries.execute(new FindInCollection('caseStudies', query));
  }
}

/** One case. */
@ApiTags('case-studies')
@Controller('api/v1/case-studies/:caseStudyId')
export class CaseStudyController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Changes a case: it is a draft again · 变更案例 */
  @CommandRoute(ChangeCaseStudy, ...MARKETERS)
  changeCaseStudy(@Id('caseStudyId') caseStudyId: string, @Body() body: CaseRequest) {
    return dataOfCase(caseStudyId, body);
  }

  /** Approves a case · 批准案例 */
  @CommandRoute(ApproveCaseStudy, ...MARKETERS)
  approveCaseStudy(@Id('caseStudyId') caseStudyId: string, @Body() _body: NoBody) {
    return { caseStudyId };
  }

  /** Withdraws a case · 撤回案例 */
  @CommandRoute(WithdrawCaseStudy, ...MARKETERS)
  withdrawCaseStudy(@Id('caseStudyId') caseStudyId: string, @Body() { reason }: ReasonRequest) {
    return { caseStudyId, reason };
  }

  /** A case as it is or was · 案例详情 */
  @Get()
  @ForReaders()
  async state(@Id('caseStudyId') caseStudyId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(caseStudy, caseStudyId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return caseView(caseStudyId, revision, state, await this.runtime.vault.shown(personsInCase(state)));
  }

  /** Everything that happened to a case · 案例历史 */
  @Get('history')
  @ForReaders()
  history(@Id('caseStudyId') caseStudyId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(caseStudy.category, caseStudyId, page);
  }
}

const dataOfCase = (caseStudyId: string, body: CaseRequest) => ({
  caseStudyId,
  title: body.title,
  background: body.background,
  challenge: body.challenge,
  solution: body.solution,
  result: body.result,
  projectId: body.projectId,
  testimonial: body.testimonial,
});
