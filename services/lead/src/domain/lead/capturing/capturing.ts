import { refuseFuture, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { demandActiveParty } from '../../party-then.js';
import { PHASE_OF_PROCESS } from '../../construction.values.js';
import { demandManager } from '../lead-records.js';
import { demandActiveChannel, NO_SIBLINGS, type Siblings } from '../lead-siblings.js';
import type { Captured, ExistingLead, NoLead } from '../lead.state.js';
import { LEAD_SOURCES, REFERRED_SOURCES, type LeadSource } from '../lead.values.js';
import { qualificationWarnings } from '../ownership/qualifications.js';
import { CaptureLead, CorrectLead, ImportLead, type CapturingCommand } from './capturing.commands.js';
import type { CapturingEvent, HeardOfRecord, LeadCaptured, LeadCorrected } from './capturing.events.js';
import { newLead } from './new-lead.js';

export const capturingRules = {
  CaptureLead: { command: CaptureLead, in: ['NONE'], decide: captureLead, otherwise: () => 'DUPLICATE_LEAD' },
  ImportLead: { command: ImportLead, in: ['NONE'], decide: importLead, otherwise: () => 'ALREADY_IMPORTED' },
  CorrectLead: { command: CorrectLead, in: ['CAPTURED', 'QUALIFYING', 'DEVELOPING'], decide: correctLead },
} satisfies RulesOf<CaptureLead | ImportLead, NoLead, CapturingEvent> &
  RulesOf<Exclude<CapturingCommand, CaptureLead | ImportLead>, ExistingLead, CapturingEvent>;

export const capturingFold = {
  LeadCaptured: (_none, data) => newLead(data),
  LeadCorrected: (lead, data) => ({ ...lead, captured: capturedFrom(data) }),
} satisfies FoldOf<LeadCaptured, NoLead, ExistingLead> & FoldOf<LeadCorrected, ExistingLead>;

/** @throws Rejected LEAD_SOURCE_REQUIRED, REFERRER_REQUIRED, ROLE_NOT_ALLOWED, NOT_FOUND, PARTY_INACTIVE, CHANNEL_NOT_ACTIVE */
function captureLead({ data, issued }: CaptureLead): CapturingEvent[] {
  if (data.salespersonId !== undefined && data.salespersonId !== issued.by.id) demandManager('salespersonId', issued);
  if (data.duplicateOverrideReason !== undefined) demandManager('duplicateOverrideReason', issued);
  const own = (issued.by.roles ?? [issued.by.role]).includes('SALES') ? issued.by.id : undefined;
  return [capturedLead(data, issued, { salespersonId: data.salespersonId ?? own, capturedOn: issued.today })];
}

/** A row that names no salesperson goes to the pool. @throws Rejected as CaptureLead, DATE_IN_FUTURE */
function importLead({ data, issued }: ImportLead): CapturingEvent[] {
  const { salespersonId, capturedOn = issued.today } = data;
  refuseFuture('capturedOn', capturedOn, issued.today);
  return [capturedLead(data, issued, { salespersonId, capturedOn, imported: true })];
}

interface Beginning {
  readonly salespersonId: string | undefined;
  readonly capturedOn: string;
  readonly imported?: true;
}

function capturedLead(
  data: CaptureLead['data'],
  issued: Issued,
  { salespersonId, capturedOn, imported }: Beginning,
): LeadCaptured {
  const { leadId, estimatedAmountFen, constructionProcess, needsSummary, channelId, siblings = NO_SIBLINGS } = data;
  const heard = judged(data, siblings);
  demandActiveChannel(channelId, siblings);
  const isOwned = salespersonId !== undefined;
  const warnings = isOwned ? qualificationWarnings({ estimatedAmountFen }, siblings, issued) : [];
  return {
    type: 'LeadCaptured',
    data: {
      leadId,
      state: 'CAPTURED',
      leadNo: leadNoOf(leadId, capturedOn),
      ownership: isOwned ? 'OWNED' : 'POOLED',
      ...heard,
      constructionPhase: constructionProcess && PHASE_OF_PROCESS[constructionProcess],
      constructionProcess,
      estimatedAmountFen,
      needsSummary,
      channelId,
      salespersonId,
      teamId: isOwned ? siblings.member?.teamId : undefined,
      imported,
      duplicateOverrideReason: data.duplicateOverrideReason,
      capturedBy: issued.by.id,
      capturedOn,
      ...(warnings.length > 0 ? { warnings } : {}),
    },
  };
}

/** @throws Rejected as CaptureLead */
function correctLead({ data, issued }: CorrectLead, lead: ExistingLead): CapturingEvent[] {
  const heard = judged(correctedHearing(lead.captured, data), data.siblings ?? NO_SIBLINGS);
  const { leadId, state } = lead;
  const said = { reason: data.reason, by: issued.by.id, recordedOn: issued.today };
  return [{ type: 'LeadCorrected', data: { leadId, state, ...heard, ...said } }];
}

/** What was heard, with what is said anew. */
export const correctedHearing = (before: Captured, data: CorrectLead['data']): Captured => ({
  projectName: data.projectName ?? before.projectName,
  city: data.city ?? before.city,
  district: data.district ?? before.district,
  source: data.source ?? before.source,
  referrerRef: data.referrerRef ?? before.referrerRef,
  ownerName: data.ownerName ?? before.ownerName,
  ownerPartyId: data.ownerPartyId ?? before.ownerPartyId,
  designInstitutePartyId: data.designInstitutePartyId ?? before.designInstitutePartyId,
  customerSegment: data.customerSegment ?? before.customerSegment,
});

type Heard = Omit<Captured, 'source'> & { readonly source?: LeadSource };

/** Parties that are named are there; a hint has a source, and some sources have a referrer. */
function judged(heard: Heard, { parties }: Siblings): HeardOfRecord {
  const { source, referrerRef, ownerPartyId, designInstitutePartyId } = heard;
  if (source === undefined) {
    throw new Rejected('LEAD_SOURCE_REQUIRED', 'the hint has no source', { allowed: LEAD_SOURCES });
  }
  if (REFERRED_SOURCES.includes(source) && referrerRef === undefined) {
    throw new Rejected('REFERRER_REQUIRED', `a hint from ${source} names no referrer`, { source });
  }
  const owner = ownerPartyId === undefined ? undefined : demandActiveParty(ownerPartyId, parties);
  if (designInstitutePartyId !== undefined) demandActiveParty(designInstitutePartyId, parties);
  return {
    projectName: heard.projectName,
    city: heard.city,
    district: heard.district,
    source,
    referrerRef,
    ownerName: heard.ownerName ?? owner?.name,
    ownerPartyId,
    designInstitutePartyId,
    customerSegment: heard.customerSegment,
  };
}

const capturedFrom = (data: HeardOfRecord): Captured => ({
  projectName: data.projectName,
  city: data.city,
  district: data.district,
  source: data.source,
  referrerRef: data.referrerRef,
  ownerName: data.ownerName,
  ownerPartyId: data.ownerPartyId,
  designInstitutePartyId: data.designInstitutePartyId,
  customerSegment: data.customerSegment,
});

/** XS-20250307-3F9A2C: the day, and the beginning of the id. */
const leadNoOf = (leadId: string, capturedOn: string): string =>
  `XS-${capturedOn.replaceAll('-', '')}-${leadId.slice(0, 6).toUpperCase()}`;
