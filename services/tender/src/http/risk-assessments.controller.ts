import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type ApiRequest,
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  ReadGateway,
  StateQuery,
} from '@engsales/http';
import { riskAssessmentId as idOfAssessment } from '../domain/ids.js';
import {
  ApproveRiskAssessment,
  DraftRiskAssessment,
  GiveWrittenConsent,
  RejectRiskAssessment,
  SubmitRiskAssessment,
} from '../domain/risk-assessment/risk-assessment.commands.js';
import { riskAssessment } from '../domain/risk-assessment/risk-assessment.js';
import { FindRiskAssessments } from '../read-models/risk-assessments/risk-assessments.query.js';
import { riskAssessmentView } from '../views/risk-assessment.view.js';
import { ReasonRequest } from './reason.requests.js';
import {
  AssessmentApprovalRequest,
  AssessmentsQuery,
  ConclusionRequest,
  RiskAssessmentRequest,
  WrittenConsentRequest,
} from './risk-assessments.requests.js';
import { SELLERS_AND_COMMERCE } from './role-groups.js';

/** Risk assessments of buyouts (买断风险评估). */
@ApiTags('risk-assessments')
@Controller('api/v1/risk-assessments')
export class RiskAssessmentsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Drafts the risk assessment of a buyout · 编制买断风险评估
   * A tender, or a lead that is negotiated directly, has one; drafted again after a decision it is the next version.
   */
  @BeginRoute(DraftRiskAssessment, {}, ...SELLERS_AND_COMMERCE)
  draftRiskAssessment(@Body() body: RiskAssessmentRequest) {
    const { refType, refId } = body;
    return {
      riskAssessmentId: idOfAssessment(refType, refId),
      refType,
      refId,
      items: body.items.map(({ item, score, finding, mitigation }) => ({ item, score, finding, mitigation })),
      manufacturerPartyId: body.manufacturerPartyId,
      purchasePriceFen: body.purchasePriceFen,
      salePriceFen: body.salePriceFen,
      buyoutConditions: body.buyoutConditions,
    };
  }

  /** Finds risk assessments · 买断风险评估清单 */
  @Get()
  @ForReaders()
  list(@Query() query: AssessmentsQuery) {
    return this.queries.execute(new FindRiskAssessments(query));
  }
}

/** One risk assessment. */
@ApiTags('risk-assessments')
@Controller('api/v1/risk-assessments/:riskAssessmentId')
export class RiskAssessmentController {
  constructor(private readonly reads: ReadGateway) {}

  /** Submits a risk assessment with its conclusion · 提交风险评估 */
  @CommandRoute(SubmitRiskAssessment, ...SELLERS_AND_COMMERCE)
  submitRiskAssessment(@Id('riskAssessmentId') riskAssessmentId: string, @Body() { conclusion }: ConclusionRequest) {
    return { riskAssessmentId, conclusion };
  }

  /** Approves a risk assessment, with or before the written consent · 批准风险评估 */
  @CommandRoute(ApproveRiskAssessment, 'COMPANY_LEADER')
  approveRiskAssessment(
    @Id('riskAssessmentId') riskAssessmentId: string,
    @Body() { writtenConsentRef }: AssessmentApprovalRequest,
  ) {
    return { riskAssessmentId, writtenConsentRef };
  }

  /** Rejects a risk assessment · 驳回风险评估 */
  @CommandRoute(RejectRiskAssessment, 'COMPANY_LEADER')
  rejectRiskAssessment(@Id('riskAssessmentId') riskAssessmentId: string, @Body() { reason }: ReasonRequest) {
    return { riskAssessmentId, reason };
  }

  /** Gives the written consent to a buyout · 出具买断书面同意书 */
  @CommandRoute(GiveWrittenConsent, 'COMPANY_LEADER')
  giveWrittenConsent(
    @Id('riskAssessmentId') riskAssessmentId: string,
    @Body() { writtenConsentRef }: WrittenConsentRequest,
  ) {
    return { riskAssessmentId, writtenConsentRef };
  }

  /** A risk assessment as it is or was · 风险评估详情 */
  @Get()
  @ForReaders()
  async state(
    @Id('riskAssessmentId') riskAssessmentId: string,
    @Query() { asOf }: StateQuery,
    @Req() request: ApiRequest,
  ) {
    const { state, revision } = await this.reads.stateOf(riskAssessment, riskAssessmentId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return riskAssessmentView(riskAssessmentId, revision, state);
  }

  /** Everything that happened to a risk assessment · 风险评估历史 */
  @Get('history')
  @ForReaders()
  history(@Id('riskAssessmentId') riskAssessmentId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(riskAssessment.category, riskAssessmentId, page);
  }
}
