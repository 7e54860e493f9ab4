import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { type ApiRequest, ForReaders, Id, ReadGateway } from '@engsales/http';
import { PaperQuery, Papers, ServiceRuntime } from '@engsales/service';
import type { Response } from 'express';
import { readParties } from '../commands/read-parties.js';
import { contactRegisterDocument, type RegisterWords } from '../documents/contact-register.document.js';
import { lead } from '../domain/lead/lead.js';
import { exists, type ExistingLead } from '../domain/lead/lead.state.js';
import { namesOnPaper } from './names-on-paper.js';

/** Papers of a lead, as it stands now. */
@ApiTags('leads')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/leads/:leadId/documents')
export class LeadPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
    private readonly papers: Papers,
  ) {}

  /** Who is there in a project, as a paper · 项目联络登记表 */
  @Get('contact-register')
  @ForReaders()
  @ApiOkResponse({ description: 'the paper' })
  async contactRegister(
    @Id('leadId') leadId: string,
    @Query() { format }: PaperQuery,
    @Req() request: ApiRequest,
    @Res() response: Response,
  ) {
    const { state } = await this.reads.stateOf(lead, leadId);
    if (!exists(state)) throw new Rejected('NOT_FOUND', `there is no lead ${leadId}`);
    const paper = contactRegisterDocument(state, await this.wordsFor(state, request));
    await this.papers.send(response, paper, { name: 'contact-register', format });
  }

  private async wordsFor(found: ExistingLead, request: ApiRequest): Promise<RegisterWords> {
    const { store, vault } = this.runtime;
    const { stakeholders, contactRegister, keyPersons } = found;
    const parties = await readParties(
      store,
      [...stakeholders, ...contactRegister, ...keyPersons].map(({ partyId }) => partyId),
    );
    const named = new Set([...contactRegister, ...keyPersons].map(({ contactId }) => contactId));
    // a key person who is no contact of the party any more is known by the lead
    const contacts = [...keyPersons, ...parties.flatMap((party) => party.contacts)].filter(({ contactId }) =>
      named.has(contactId),
    );
    const persons = [...parties, ...contacts].map(({ personRef }) => personRef).filter((ref) => ref !== undefined);
    const people = await namesOnPaper(vault, request, [...new Set(persons)]);
    const nameOf = (ref: string | undefined) => people.get(ref ?? '') ?? '';
    const partyNames = new Map(parties.map((party) => [party.partyId, party.name ?? nameOf(party.personRef)]));
    const shown = new Map(
      contacts.map(({ contactId, personRef, post }) => [contactId, { name: nameOf(personRef), post }]),
    );
    return {
      staffNameOf: await this.papers.names(),
      partyNameOf: (id) => partyNames.get(id) ?? id,
      contactOf: (id) => shown.get(id) ?? { name: '（已移除的联系人）', post: '' },
      generatedOn: this.papers.now,
    };
  }
}
