import { refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { demandContactOf } from '../../party-then.js';
import { factOf, notRegistered, withItem } from '../lead-records.js';
import { NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead, LeadDocument } from '../lead.state.js';
import {
  FileDocument,
  HoldTechnicalExchange,
  ObtainFeasibilityReport,
  VisitSampleSite,
  type EvidenceCommand,
} from './evidence.commands.js';
import type { EvidenceEvent } from './evidence.events.js';

const IN_HAND = { in: ['QUALIFYING', 'DEVELOPING', 'CONVERTED'], otherwise: notRegistered } as const;

export const evidenceRules = {
  ObtainFeasibilityReport: { command: ObtainFeasibilityReport, ...IN_HAND, decide: obtainFeasibilityReport },
  HoldTechnicalExchange: { command: HoldTechnicalExchange, ...IN_HAND, decide: holdTechnicalExchange },
  VisitSampleSite: { command: VisitSampleSite, ...IN_HAND, decide: visitSampleSite },
  FileDocument: { command: FileDocument, ...IN_HAND, decide: fileDocument },
} satisfies RulesOf<EvidenceCommand, ExistingLead, EvidenceEvent>;

export const evidenceFold = {
  FeasibilityReportObtained: (lead, { docRef, on }) =>
    withDocument(lead, { type: 'FEASIBILITY_REPORT', ref: docRef, on }),
  TechnicalExchangeHeld: (lead, { docRef, on }) =>
    docRef === undefined ? lead : withDocument(lead, { type: 'TECHNICAL_EXCHANGE', ref: docRef, on }),
  SampleSiteVisited: (lead) => lead,
  DocumentFiled: (lead, { documentType, title, docRef, recordedOn }) =>
    withDocument(lead, { type: documentType, title, ref: docRef, on: recordedOn }),
} satisfies FoldOf<EvidenceEvent, ExistingLead>;

/** @throws Rejected DATE_IN_FUTURE */
function obtainFeasibilityReport({ data, issued }: ObtainFeasibilityReport, lead: ExistingLead): EvidenceEvent[] {
  const { docRef, on } = data;
  refuseFuture('on', on, issued.today);
  return [{ type: 'FeasibilityReportObtained', data: { ...factOf(lead, issued), docRef, on } }];
}

/** @throws Rejected DATE_IN_FUTURE, NOT_FOUND, PARTY_INACTIVE */
function holdTechnicalExchange({ data, issued }: HoldTechnicalExchange, lead: ExistingLead): EvidenceEvent[] {
  const { on, topics, result, docRef, siblings = NO_SIBLINGS } = data;
  refuseFuture('on', on, issued.today);
  for (const attendee of data.attendees) demandContactOf(attendee, siblings.parties);
  const attendees = data.attendees.map(({ partyId, contactId }) => ({ partyId, contactId }));
  return [{ type: 'TechnicalExchangeHeld', data: { ...factOf(lead, issued), on, attendees, topics, result, docRef } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function visitSampleSite({ data, issued }: VisitSampleSite, lead: ExistingLead): EvidenceEvent[] {
  const { site, sampleProjectId, on, impression } = data;
  refuseFuture('on', on, issued.today);
  return [{ type: 'SampleSiteVisited', data: { ...factOf(lead, issued), site, sampleProjectId, on, impression } }];
}

function fileDocument({ data, issued }: FileDocument, lead: ExistingLead): EvidenceEvent[] {
  const { documentType, title, docRef } = data;
  return [{ type: 'DocumentFiled', data: { ...factOf(lead, issued), documentType, title, docRef } }];
}

/** A paper that is filed again under its reference takes the place of what was filed before. */
const withDocument = (lead: ExistingLead, document: LeadDocument): ExistingLead => ({
  ...lead,
  documents: withItem(lead.documents, document, ({ ref }) => ref === document.ref),
});
