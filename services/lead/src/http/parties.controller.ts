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
  WaitingQuery,
} from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { ChangeParty, DeactivateParty, ReactivateParty, RegisterParty } from '../domain/party/party.commands.js';
import { party } from '../domain/party/party.js';
import { GetCustomerFile, type CustomerFile } from '../read-models/customer-file/customer-file.query.js';
import { FindParties } from '../read-models/parties/parties.query.js';
import { partyView, personsOfParty } from '../views/party.view.js';
import { PartyListQuery, PartyRequest } from './parties.requests.js';
import { ReasonRequest } from './reason.requests.js';

/** The parties of all projects (单位): owners, institutes, contractors, competitors, partners. */
@ApiTags('parties')
@Controller('api/v1/parties')
export class PartiesController {
  constructor(private readonly queries: QueryBus) {}

  /** Registers a party · 登记单位 */
  @BeginRoute(RegisterParty, { of: party }, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  registerParty(@Body() body: PartyRequest) {
    return (partyId: string) => ({ partyId, ...wordsOf(body) });
  }

  /** Finds parties · 单位清单 */
  @Get()
  @ForReaders()
  list(@Query() query: PartyListQuery) {
    return this.queries.execute(new FindParties(query));
  }
}

/** One party. */
@ApiTags('parties')
@Controller('api/v1/parties/:partyId')
export class PartyController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
    private readonly queries: QueryBus,
  ) {}

  /**
   * Changes a party · 变更单位信息
   * All that is said of it is said again.
   */
  @CommandRoute(ChangeParty, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  changeParty(@Id('partyId') partyId: string, @Body() body: PartyRequest) {
    return { partyId, ...wordsOf(body) };
  }

  /** Deactivates a party · 停用单位 */
  @CommandRoute(DeactivateParty, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  deactivateParty(@Id('partyId') partyId: string, @Body() { reason }: ReasonRequest) {
    return { partyId, reason };
  }

  /** Reactivates a party · 重新启用单位 */
  @CommandRoute(ReactivateParty, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  reactivateParty(@Id('partyId') partyId: string, @Body() _body: NoBody) {
    return { partyId };
  }

  /** A party as it is or was · 单位详情 */
  @Get()
  @ForReaders()
  async state(@Id('partyId') partyId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(party, partyId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return partyView(partyId, revision, state, await this.runtime.vault.shown(personsOfParty(state)));
  }

  /**
   * A party with its projects, follow-ups, contracts, receipts and satisfaction · 客户档案
   * The newest 50 of each; the totals are of all.
   */
  @Get('file')
  @ForReaders()
  async file(@Id('partyId') partyId: string, @Query() { minPosition }: WaitingQuery) {
    const { state, revision } = await this.reads.stateOf(party, partyId);
    const file = await this.queries.execute<GetCustomerFile, CustomerFile>(new GetCustomerFile(partyId, minPosition));
    const people = await this.runtime.vault.shown(personsOfParty(state));
    const { leads, followUps, contracts, totals } = file;
    return { party: partyView(partyId, revision, state, people), leads, followUps, contracts, totals };
  }

  /** Everything that happened to a party · 单位历史 */
  @Get('history')
  @ForReaders()
  history(@Id('partyId') partyId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(party.category, partyId, page);
  }
}

const wordsOf = ({
  kind,
  name,
  personRef,
  uscc,
  roles,
  customerSegment,
  competitorType,
  city,
  industry,
}: PartyRequest) => ({ kind, name, personRef, uscc, roles, customerSegment, competitorType, city, industry });
