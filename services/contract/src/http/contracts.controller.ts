import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { derivedId } from '@engsales/event-sourcing';
import {
  CommandGateway,
  ForCommand,
  ForReaders,
  NoBody,
  ReadGateway,
  StateQuery,
  type ApiRequest,
  plain,
} from '@engsales/http';
import { contract } from '../domain/contract/contract.js';
import type { DraftDocument } from '../domain/contract/contract-document.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SignContract,
  SubmitForApproval,
} from '../domain/contract/contract.commands.js';
import { GetContractCard } from '../read-models/contract-card/contract-card.query.js';
import { FindContracts } from '../read-models/contract-list/contract-list.query.js';
import {
  ContractListQuery,
  DraftContractRequest,
  NegotiationRoundRequest,
  ReasonedRequest,
  ReviseContractRequest,
  SignContractRequest,
} from './contracts.requests.js';

@ApiTags('contracts')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'the same key gives the first answer again' })
@ApiHeader({ name: 'If-Match', required: false, description: 'decide only on this revision' })
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly commands: CommandGateway,
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ForCommand('DraftContract')
  draft(@Req() request: ApiRequest, @Body() { projectId, ...body }: DraftContractRequest) {
    return this.commands.begin(request, DraftContract, contract.category, (contractId) => ({
      contractId,
      projectId: projectId ?? derivedId(contractId, 'project'),
      document: plain<DraftDocument>(body),
    }));
  }

  @Post(':contractId/revise-contract')
  @HttpCode(200)
  @ForCommand('ReviseContract')
  revise(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: ReviseContractRequest,
  ) {
    return this.commands.issue(request, ReviseContract, { contractId, document: plain<DraftDocument>(body) });
  }

  @Post(':contractId/record-negotiation-round')
  @HttpCode(200)
  @ForCommand('RecordNegotiationRound')
  negotiate(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: NegotiationRoundRequest,
  ) {
    return this.commands.issue(request, RecordNegotiationRound, { contractId, ...plain<typeof body>(body) });
  }

  @Post(':contractId/submit-for-approval')
  @HttpCode(200)
  @ForCommand('SubmitForApproval')
  submit(@Req() request: ApiRequest, @Param('contractId', ParseUUIDPipe) contractId: string, @Body() _body: NoBody) {
    return this.commands.issue(request, SubmitForApproval, { contractId });
  }

  @Post(':contractId/approve-contract')
  @HttpCode(200)
  @ForCommand('ApproveContract')
  approve(@Req() request: ApiRequest, @Param('contractId', ParseUUIDPipe) contractId: string, @Body() _body: NoBody) {
    return this.commands.issue(request, ApproveContract, { contractId });
  }

  @Post(':contractId/reject-contract')
  @HttpCode(200)
  @ForCommand('RejectContract')
  reject(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() { reason }: ReasonedRequest,
  ) {
    return this.commands.issue(request, RejectContract, { contractId, reason });
  }

  @Post(':contractId/abandon-contract')
  @HttpCode(200)
  @ForCommand('AbandonContract')
  abandon(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() { reason }: ReasonedRequest,
  ) {
    return this.commands.issue(request, AbandonContract, { contractId, reason });
  }

  @Post(':contractId/sign-contract')
  @HttpCode(200)
  @ForCommand('SignContract')
  sign(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: SignContractRequest,
  ) {
    const { contractNo, signedOn, scanRef } = body;
    const signatories = body.signatories.map(({ side, personRef }) => ({ side, personRef }));
    return this.commands.issue(request, SignContract, { contractId, contractNo, signedOn, signatories, scanRef });
  }

  @Get()
  @ForReaders()
  list(@Query() query: ContractListQuery) {
    return this.queries.execute(new FindContracts(query));
  }

  @Get(':contractId')
  @ForReaders()
  async state(
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Query() { asOf }: StateQuery,
    @Req() request: ApiRequest,
  ) {
    const { state, revision } = await this.reads.stateOf(contract, contractId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return { id: contractId, revision, ...state };
  }

  @Get(':contractId/history')
  @ForReaders()
  history(@Param('contractId', ParseUUIDPipe) contractId: string) {
    return this.reads.historyOf(contract.category, contractId);
  }

  @Get(':contractId/card')
  @ForReaders()
  card(@Param('contractId', ParseUUIDPipe) contractId: string, @Query('minPosition') minPosition?: string) {
    return this.queries.execute(new GetContractCard(contractId, minPosition));
  }
}
