import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type ApiRequest, ForReaders, Id, ReadGateway } from '@engsales/http';
import { Rejected } from '@engsales/event-sourcing';
import { PaperQuery, Papers, ServiceRuntime } from '@engsales/service';
import type { Response } from 'express';
import { readProjectName } from '../commands/read-lead.js';
import { readParty } from '../commands/read-parties.js';
import { visitOutlineDocument } from '../documents/visit-outline.document.js';
import type { VisitWords } from '../documents/visit-paper.js';
import { visitReportDocument } from '../documents/visit-report.document.js';
import { visit } from '../domain/visit/visit.js';
import type { ExistingVisit } from '../domain/visit/visit.state.js';
import { namesOnPaper } from './names-on-paper.js';

/** Papers of a visit, as it stands now. */
@ApiTags('visits')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/visits/:visitId/documents')
export class VisitPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
    private readonly papers: Papers,
  ) {}

  /** The outline of a visit as a paper · 访客提纲 */
  @Get('visit-outline')
  @ForReaders()
  @ApiOkResponse({ description: 'the paper' })
  async outline(
    @Id('visitId') visitId: string,
    @Query() { format }: PaperQuery,
    @Req() request: ApiRequest,
    @Res() response: Response,
  ) {
    const planned = await this.visit(visitId);
    const paper = visitOutlineDocument(planned, await this.wordsFor(planned, request));
    await this.papers.send(response, paper, { name: 'visit-outline', format });
  }

  /** The report of a visit as a paper · 拜访报告 */
  @Get('visit-report')
  @ForReaders()
  @ApiOkResponse({ description: 'the paper' })
  async report(
    @Id('visitId') visitId: string,
    @Query() { format }: PaperQuery,
    @Req() request: ApiRequest,
    @Res() response: Response,
  ) {
    const reported = await this.visit(visitId);
    const paper = visitReportDocument(reported, await this.wordsFor(reported, request));
    await this.papers.send(response, paper, { name: 'visit-report', format });
  }

  private async visit(visitId: string): Promise<ExistingVisit> {
    const { state } = await this.reads.stateOf(visit, visitId);
    if (state.state !== 'NONE') return state;
    throw new Rejected('NOT_FOUND', `there is no visit ${visitId}`);
  }

  private async wordsFor(planned: ExistingVisit, request: ApiRequest): Promise<VisitWords> {
    const { runtime } = this;
    const found = await Promise.all(partiesOf(planned).map((id) => readParty(runtime.store, id)));
    const parties = found.filter((party) => party.state !== 'NONE');
    const named = contactsOf(planned);
    const contacts = parties.flatMap((party) => party.contacts).filter(({ contactId }) => named.includes(contactId));
    const persons = [...parties, ...contacts].map(({ personRef }) => personRef).filter((ref) => ref !== undefined);
    const people = await namesOnPaper(runtime.vault, request, persons);
    const nameOf = (ref: string | undefined) => people.get(ref ?? '') ?? '';
    const partyNames = new Map(parties.map((party) => [party.partyId, party.name ?? nameOf(party.personRef)]));
    const contactNames = new Map(
      contacts.map(({ contactId, post, personRef }) => [contactId, `${post} ${nameOf(personRef)}`]),
    );
    return {
      projectName: await readProjectName(runtime.store, planned.leadId),
      staffNameOf: await this.papers.names(),
      partyNameOf: (id) => partyNames.get(id) ?? id,
      // a contact who was removed since is known by nothing any more
      contactNameOf: (id) => contactNames.get(id) ?? '（已移除的联系人）',
      generatedOn: this.papers.now,
    };
  }
}

/** Every party that a paper of the visit names. */
function partiesOf({ outline: { meet, fallback, target }, report }: ExistingVisit): readonly string[] {
  const planned = [meet, fallback.who, target.who].map(({ partyId }) => partyId);
  const met = (report?.met ?? []).map(({ partyId }) => partyId);
  const about = (report?.weSaid ?? []).map(({ aboutPartyId }) => aboutPartyId);
  return [...new Set([...planned, ...met, ...about])].filter((id) => id !== undefined);
}

/** Nobody else of these parties is looked up. */
function contactsOf({ outline: { meet, fallback, target }, report }: ExistingVisit): readonly string[] {
  const planned = [meet, fallback.who, target.who].map(({ contactId }) => contactId);
  return [...planned, ...(report?.met ?? []).map(({ contactId }) => contactId)].filter((id) => id !== undefined);
}
