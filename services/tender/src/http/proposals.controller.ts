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
import { offeredLineOf } from '@engsales/values';
import { CancelProposal, DraftProposal, ReviseProposal } from '../domain/proposal/proposal.commands.js';
import { proposal } from '../domain/proposal/proposal.js';
import { FindProposals } from '../read-models/proposals/proposals.query.js';
import { proposalView } from '../views/proposal.view.js';
import { ProposalRequest, ProposalsQuery } from './proposals.requests.js';
import { ReasonRequest } from './reason.requests.js';
import { SELLERS } from './role-groups.js';

/** Proposals and quotations (方案与报价). */
@ApiTags('proposals')
@Controller('api/v1/proposals')
export class ProposalsController {
  constructor(private readonly queries: QueryBus) {}

  /** Drafts a proposal · 起草方案报价 */
  @BeginRoute(DraftProposal, { of: proposal }, ...SELLERS)
  draftProposal(@Body() body: ProposalRequest) {
    return (proposalId: string) => ({ proposalId, ...wordsOf(body) });
  }

  /** Finds proposals · 方案报价清单 */
  @Get()
  @ForReaders()
  list(@Query() query: ProposalsQuery) {
    return this.queries.execute(new FindProposals(query));
  }
}

/** One proposal: what it says. */
@ApiTags('proposals')
@Controller('api/v1/proposals/:proposalId')
export class ProposalController {
  constructor(private readonly reads: ReadGateway) {}

  /** Revises a proposal; of one that was sent it makes the next version · 修订方案报价 */
  @CommandRoute(ReviseProposal, ...SELLERS)
  reviseProposal(@Id('proposalId') proposalId: string, @Body() body: ProposalRequest) {
    return { proposalId, ...wordsOf(body) };
  }

  /** Cancels a proposal before it is sent · 取消方案报价 */
  @CommandRoute(CancelProposal, ...SELLERS)
  cancelProposal(@Id('proposalId') proposalId: string, @Body() { reason }: ReasonRequest) {
    return { proposalId, reason };
  }

  /** A proposal as it is or was · 方案报价详情 */
  @Get()
  @ForReaders()
  async state(@Id('proposalId') proposalId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(proposal, proposalId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return proposalView(proposalId, revision, state);
  }

  /** Everything that happened to a proposal · 方案报价历史 */
  @Get('history')
  @ForReaders()
  history(@Id('proposalId') proposalId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(proposal.category, proposalId, page);
  }
}

const wordsOf = (body: ProposalRequest) => ({
  kind: body.kind,
  leadId: body.leadId,
  title: body.title,
  customer: { partyId: body.customer.partyId, name: body.customer.name },
  answers: body.answers.map(({ painPoint, solution }) => ({ painPoint, solution })),
  solutionRef: body.solutionRef,
  advantages: body.advantages.map(({ text, evidenceRef }) => ({ text, evidenceRef })),
  lines: body.lines.map(offeredLineOf),
  costFen: body.costFen,
  validDays: body.validDays,
  paymentTerms: body.paymentTerms,
  warrantyTerms: body.warrantyTerms && {
    defectsLiabilityMonths: body.warrantyTerms.defectsLiabilityMonths,
    text: body.warrantyTerms.text,
  },
  deliveryDays: body.deliveryDays,
  salesKitId: body.salesKitId,
  caseStudyIds: body.caseStudyIds ?? [],
});
