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
import { ServiceRuntime } from '@engsales/service';
import {
  CancelAgreement,
  DraftAgreement,
  RenewAgreement,
  SignAgreement,
  TerminateAgreement,
} from '../domain/cooperation-agreement/cooperation-agreement.commands.js';
import { cooperationAgreement } from '../domain/cooperation-agreement/cooperation-agreement.js';
import { FindCooperationAgreements } from '../read-models/cooperation-agreements/cooperation-agreements.query.js';
import { agreementView, personsInAgreement } from '../views/cooperation-agreement.view.js';
import {
  AgreementRequest,
  AgreementsQuery,
  RenewAgreementRequest,
  SignAgreementRequest,
  TerminateAgreementRequest,
} from './cooperation-agreements.requests.js';
import { ReasonRequest } from './reason.requests.js';
import { COMMERCE } from './role-groups.js';

/** Cooperation agreements (合作协议). */
@ApiTags('cooperation-agreements')
@Controller('api/v1/cooperation-agreements')
export class CooperationAgreementsController {
  constructor(private readonly queries: QueryBus) {}

  /** Drafts a cooperation agreement · 起草合作协议 */
  @BeginRoute(DraftAgreement, { of: cooperationAgreement }, ...COMMERCE)
  draftAgreement(@Body() body: AgreementRequest) {
    const { partyId, partyName, scope, commissionBps, exclusivity, validFrom, validUntil } = body;
    return (agreementId: string) => ({
      agreementId,
      partyId,
      partyName,
      scope,
      commissionBps,
      exclusivity,
      validFrom,
      validUntil,
    });
  }

  /** Finds cooperation agreements · 合作协议清单 */
  @Get()
  @ForReaders()
  list(@Query() query: AgreementsQuery) {
    return this.queries.execute(new FindCooperationAgreements(query));
  }
}

/** One cooperation agreement. */
@ApiTags('cooperation-agreements')
@Controller('api/v1/cooperation-agreements/:agreementId')
export class CooperationAgreementController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Signs a cooperation agreement · 签订合作协议 */
  @CommandRoute(SignAgreement, ...COMMERCE)
  signAgreement(@Id('agreementId') agreementId: string, @Body() body: SignAgreementRequest) {
    const { agreementNo, signedOn, scanRef } = body;
    const signatories = body.signatories.map(({ side, personRef }) => ({ side, personRef }));
    return { agreementId, agreementNo, signedOn, signatories, scanRef };
  }

  /** Renews a cooperation agreement · 续签合作协议 */
  @CommandRoute(RenewAgreement, ...COMMERCE)
  renewAgreement(@Id('agreementId') agreementId: string, @Body() { validUntil, docRef }: RenewAgreementRequest) {
    return { agreementId, validUntil, docRef };
  }

  /** Terminates a cooperation agreement · 终止合作协议 */
  @CommandRoute(TerminateAgreement, ...COMMERCE)
  terminateAgreement(@Id('agreementId') agreementId: string, @Body() { reason, on }: TerminateAgreementRequest) {
    return { agreementId, reason, on };
  }

  /** Cancels the draft of a cooperation agreement · 取消合作协议草稿 */
  @CommandRoute(CancelAgreement, ...COMMERCE)
  cancelAgreement(@Id('agreementId') agreementId: string, @Body() { reason }: ReasonRequest) {
    return { agreementId, reason };
  }

  /** A cooperation agreement as it is or was · 合作协议详情 */
  @Get()
  @ForReaders()
  async state(@Id('agreementId') agreementId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(cooperationAgreement, agreementId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    const people = await this.runtime.vault.shown(personsInAgreement(state));
    return agreementView(agreementId, revision, state, people);
  }

  /** Everything that happened to a cooperation agreement · 合作协议历史 */
  @Get('history')
  @ForReaders()
  history(@Id('agreementId') agreementId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(cooperationAgreement.category, agreementId, page);
  }
}
