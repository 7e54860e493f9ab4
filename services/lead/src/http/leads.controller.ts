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
  WaitingQuery,
} from '@engsales/http';
import { shownIn, type ShownPersons } from '@engsales/personal-data';
import { ServiceRuntime } from '@engsales/service';
import { CaptureLead, CorrectLead } from '../domain/lead/capturing/capturing.commands.js';
import { lead } from '../domain/lead/lead.js';
import { exists, type Lead } from '../domain/lead/lead.state.js';
import {
  GetLeadSurroundings,
  type GetLeadSurroundingsHandler,
  type NamedParty,
} from '../read-models/leads/lead-surroundings.query.js';
import { FindLeads } from '../read-models/leads/leads.query.js';
import { timelineOf } from '../views/lead-timeline.view.js';
import { keyPersonView, leadView, personsOfLead } from '../views/lead.view.js';
import { CaptureLeadRequest, CorrectLeadRequest } from './capturing.requests.js';
import { LeadListQuery } from './leads.requests.js';

/** Hints on projects (线索). */
@ApiTags('leads')
@Controller('api/v1/leads')
export class LeadsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Records a hint on a project · 登记线索
   * It belongs to whoever records it, where that is a salesperson.
   */
  @BeginRoute(CaptureLead, { of: lead }, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  captureLead(@Body() body: CaptureLeadRequest) {
    return (leadId: string) => ({
      leadId,
      projectName: body.projectName,
      city: body.city,
      district: body.district,
      source: body.source,
      referrerRef: body.referrerRef,
      ownerName: body.ownerName,
      ownerPartyId: body.ownerPartyId,
      designInstitutePartyId: body.designInstitutePartyId,
      customerSegment: body.customerSegment,
      constructionProcess: body.constructionProcess,
      estimatedAmountFen: body.estimatedAmountFen,
      needsSummary: body.needsSummary,
      channelId: body.channelId,
      salespersonId: body.salespersonId,
      duplicateOverrideReason: body.duplicateOverrideReason,
    });
  }

  /** Finds leads · 线索清单 */
  @Get()
  @ForReaders()
  list(@Query() query: LeadListQuery) {
    return this.queries.execute(new FindLeads(query));
  }
}

/** One lead: as it is or was, what happened to it, what stands around it. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class LeadController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly queries: QueryBus,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Corrects what was heard · 更正线索 */
  @CommandRoute(CorrectLead, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  correctLead(@Id('leadId') leadId: string, @Body() body: CorrectLeadRequest) {
    return {
      leadId,
      reason: body.reason,
      projectName: body.projectName,
      city: body.city,
      district: body.district,
      source: body.source,
      referrerRef: body.referrerRef,
      ownerName: body.ownerName,
      ownerPartyId: body.ownerPartyId,
      designInstitutePartyId: body.designInstitutePartyId,
      customerSegment: body.customerSegment,
    };
  }

  /** A lead as it is or was · 线索详情 */
  @Get()
  @ForReaders()
  async state(@Id('leadId') leadId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(lead, leadId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return leadView(leadId, revision, state, await this.runtime.vault.shown(personsOfLead(state)));
  }

  /** Everything that happened to a lead · 线索历史 */
  @Get('history')
  @ForReaders()
  history(@Id('leadId') leadId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(lead.category, leadId, page);
  }

  /**
   * How long a lead was in which state · 线索时间线
   * Who moved it, per attempt; and which leads were merged into it.
   */
  @Get('timeline')
  @ForReaders()
  async timeline(@Id('leadId') leadId: string, @Query() { minPosition }: WaitingQuery) {
    await this.reads.stateOf(lead, leadId);
    const events = await this.runtime.store.readStream(`${lead.category}-${leadId}`);
    const { merged } = await this.around(leadId, [], minPosition);
    return { items: timelineOf(events, this.runtime.process.clock.today()), merged };
  }

  /**
   * A lead on one page · 线索卡片
   * With its parties by name, its last follow-ups, visits and samples.
   */
  @Get('card')
  @ForReaders()
  async card(@Id('leadId') leadId: string, @Query() { minPosition }: WaitingQuery) {
    const { state, revision } = await this.reads.stateOf(lead, leadId);
    const around = await this.around(leadId, partiesOf(state), minPosition);
    const people = await this.runtime.vault.shown([...personsOfLead(state), ...individualsIn(around.parties)]);
    return {
      lead: leadView(leadId, revision, state, people),
      parties: around.parties.map((party) => partyName(party, people)),
      clock: around.clock,
      followUps: around.followUps,
      visits: around.visits,
      samples: around.samples,
      merged: around.merged,
    };
  }

  /** Who has a say in the project · 利益相关方与关键人 */
  @Get('stakeholders')
  @ForReaders()
  async stakeholders(@Id('leadId') leadId: string, @Query() { minPosition }: WaitingQuery) {
    const { state } = await this.reads.stateOf(lead, leadId);
    const { parties } = await this.around(leadId, partiesOf(state), minPosition);
    const people = await this.runtime.vault.shown([...personsOfLead(state), ...individualsIn(parties)]);
    const found = exists(state) ? state : undefined;
    return {
      items: parties.map((party) => ({
        ...partyName(party, people),
        roles: (found?.stakeholders ?? []).filter(({ partyId }) => partyId === party.partyId).map(({ role }) => role),
        keyPersons: (found?.keyPersons ?? [])
          .filter(({ partyId }) => partyId === party.partyId)
          .map((person) => keyPersonView(person, people)),
      })),
    };
  }

  private around(
    leadId: string,
    partyIds: readonly string[],
    minPosition: string | undefined,
  ): Promise<Awaited<ReturnType<GetLeadSurroundingsHandler['execute']>>> {
    return this.queries.execute(new GetLeadSurroundings(leadId, partyIds, minPosition));
  }
}

const partiesOf = (state: Lead): string[] =>
  exists(state)
    ? [...new Set([...state.stakeholders, ...state.keyPersons, ...state.contactRegister].map(({ partyId }) => partyId))]
    : [];

const individualsIn = (parties: readonly NamedParty[]): string[] =>
  parties.map(({ personRef }) => personRef).filter((ref) => ref !== null);

const partyName = ({ partyId, name, kind, personRef }: NamedParty, people: ShownPersons) => ({
  partyId,
  name,
  kind,
  person: personRef === null ? null : shownIn(people, personRef),
});
