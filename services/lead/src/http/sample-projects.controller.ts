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
  NoBody,
  ReadGateway,
  StateQuery,
} from '@engsales/http';
import {
  AcceptSample,
  ApproveSample,
  CancelSample,
  InstallSample,
  ProposeSample,
  RecordSamplePayment,
  RefuseSample,
  RejectSample,
} from '../domain/sample-project/sample-project.commands.js';
import { sampleProject } from '../domain/sample-project/sample-project.js';
import { FindSampleProjects } from '../read-models/sample-projects/sample-projects.query.js';
import { sampleProjectView } from '../views/sample-project.view.js';
import { ReasonRequest } from './reason.requests.js';
import {
  SampleAcceptanceRequest,
  SampleInstallationRequest,
  SampleProposalRequest,
  SampleRejectionRequest,
  SampleListQuery,
  SamplePaymentRequest,
} from './sample-projects.requests.js';

/** Sample projects (样板). */
@ApiTags('sample-projects')
@Controller('api/v1/sample-projects')
export class SampleProjectsController {
  constructor(private readonly queries: QueryBus) {}

  /** Proposes a sample project · 申请样板 */
  @BeginRoute(ProposeSample, { of: sampleProject }, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  proposeSample(@Body() body: SampleProposalRequest) {
    return (sampleProjectId: string) => ({
      sampleProjectId,
      leadId: body.leadId,
      mode: body.mode,
      productLineId: body.productLineId,
      site: body.site,
      scope: body.scope,
      costFen: body.costFen,
      priceFen: body.priceFen,
      payOnSatisfaction: body.payOnSatisfaction,
      nearCompetitorPartyId: body.nearCompetitorPartyId,
    });
  }

  /** Finds sample projects · 样板清单 */
  @Get()
  @ForReaders()
  list(@Query() query: SampleListQuery) {
    return this.queries.execute(new FindSampleProjects(query));
  }
}

/** One sample project. */
@ApiTags('sample-projects')
@Controller('api/v1/sample-projects/:sampleProjectId')
export class SampleProjectController {
  constructor(private readonly reads: ReadGateway) {}

  /** Approves a sample · 批准样板 */
  @CommandRoute(ApproveSample, 'COMPANY_LEADER', 'SALES_MANAGER')
  approveSample(@Id('sampleProjectId') sampleProjectId: string, @Body() _body: NoBody) {
    return { sampleProjectId };
  }

  /** Refuses a sample · 驳回样板 */
  @CommandRoute(RefuseSample, 'COMPANY_LEADER', 'SALES_MANAGER')
  refuseSample(@Id('sampleProjectId') sampleProjectId: string, @Body() { reason }: ReasonRequest) {
    return { sampleProjectId, reason };
  }

  /** Cancels a sample · 取消样板 */
  @CommandRoute(CancelSample, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  cancelSample(@Id('sampleProjectId') sampleProjectId: string, @Body() { reason }: ReasonRequest) {
    return { sampleProjectId, reason };
  }

  /** Records the installation of a sample · 登记样板安装 */
  @CommandRoute(InstallSample, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  installSample(@Id('sampleProjectId') sampleProjectId: string, @Body() { on }: SampleInstallationRequest) {
    return { sampleProjectId, on };
  }

  /** Records that the customer took a sample over · 登记样板验收 */
  @CommandRoute(AcceptSample, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  acceptSample(
    @Id('sampleProjectId') sampleProjectId: string,
    @Body() { on, docRef, paymentDueOn }: SampleAcceptanceRequest,
  ) {
    return { sampleProjectId, on, docRef, paymentDueOn };
  }

  /** Records that the customer does not want a sample · 登记样板被拒 */
  @CommandRoute(RejectSample, 'SALES_MANAGER', 'COMPANY_LEADER', 'SALES')
  rejectSample(@Id('sampleProjectId') sampleProjectId: string, @Body() { reason, on }: SampleRejectionRequest) {
    return { sampleProjectId, reason, on };
  }

  /** Records a payment for a sample · 登记样板收款 */
  @CommandRoute(RecordSamplePayment, 'FINANCE')
  recordSamplePayment(
    @Id('sampleProjectId') sampleProjectId: string,
    @Body() { amountFen, on, bankRef }: SamplePaymentRequest,
  ) {
    return { sampleProjectId, amountFen, on, bankRef };
  }

  /** A sample as it is or was · 样板详情 */
  @Get()
  @ForReaders()
  async state(
    @Id('sampleProjectId') sampleProjectId: string,
    @Query() { asOf }: StateQuery,
    @Req() request: ApiRequest,
  ) {
    const { state, revision } = await this.reads.stateOf(sampleProject, sampleProjectId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return sampleProjectView(sampleProjectId, revision, state);
  }

  /** Everything that happened to a sample · 样板历史 */
  @Get('history')
  @ForReaders()
  history(@Id('sampleProjectId') sampleProjectId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(sampleProject.category, sampleProjectId, page);
  }
}
