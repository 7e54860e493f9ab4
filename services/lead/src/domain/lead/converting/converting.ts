import { refuseBefore, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { demandActiveParty } from '../../party-then.js';
import { notRegistered } from '../lead-records.js';
import { NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead } from '../lead.state.js';
import type { LeadState } from '../lead.values.js';
import { pursuitRecords } from '../ownership/ownership.js';
import { missingItems } from '../qualifying/checklist.js';
import type { PartnerEvent } from '../relations/relations.events.js';
import type { OutcomeEvent } from '../outcome/outcome.events.js';
import { convertLead, pursuitsWith } from './conversion.js';
import {
  AbandonLead,
  ConvertLead,
  MarkRevisitDue,
  MergeLead,
  ReviveLead,
  type ConvertingCommand,
} from './converting.commands.js';
import type { ConvertingEvent } from './converting.events.js';

export const convertingRules = {
  ConvertLead: {
    command: ConvertLead,
    in: ['QUALIFYING', 'DEVELOPING'],
    otherwise: notRegistered,
    decide: convertLead,
  },
  AbandonLead: {
    command: AbandonLead,
    in: ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED'],
    decide: abandonLead,
  },
  ReviveLead: { command: ReviveLead, in: ['ABANDONED', 'CLOSED'], decide: reviveLead },
  MergeLead: { command: MergeLead, in: ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'ABANDONED'], decide: mergeLead },
  MarkRevisitDue: { command: MarkRevisitDue, in: ['ABANDONED'], decide: markRevisitDue },
} satisfies RulesOf<ConvertingCommand, ExistingLead, ConvertingEvent | PartnerEvent | OutcomeEvent>;

export const convertingFold = {
  LeadConverted: (lead, { state, estimatedAmountFen, pursuit, attemptNo }) => ({
    ...lead,
    state,
    estimatedAmountFen,
    pursuits: pursuitsWith(pursuit, attemptNo, lead),
  }),
  LeadAbandoned: (lead, { state, reason, note, revisitOn, fromState }) => ({
    ...lead,
    state,
    abandonment: { reason, note, revisitOn, fromState },
  }),
  LeadRevived: (lead, { state, attemptNo, ownership, salespersonId, teamId }) => ({
    ...lead,
    state,
    attemptNo,
    ownership,
    salespersonId,
    teamId,
    abandonment: undefined,
    outcome: undefined,
  }),
  LeadMerged: (lead, { state, intoLeadId }) => ({ ...lead, state, intoLeadId }),
  LeadRevisitDue: (lead) => lead,
} satisfies FoldOf<ConvertingEvent, ExistingLead>;

/** @throws Rejected ABANDON_REASON_REQUIRED, DATE_BEFORE_TODAY */
function abandonLead({ data, issued }: AbandonLead, lead: ExistingLead): ConvertingEvent[] {
  const { reason, note, revisitOn } = data;
  if (reason === undefined) throw new Rejected('ABANDON_REASON_REQUIRED', 'the lead is given up without a reason');
  if (revisitOn !== undefined) refuseBefore('TODAY', 'revisitOn', revisitOn, issued.today);
  return [
    {
      type: 'LeadAbandoned',
      data: {
        leadId: lead.leadId,
        state: 'ABANDONED',
        fromState: lead.state,
        attemptNo: lead.attemptNo,
        reason,
        note,
        revisitOn,
        pursuits: pursuitRecords(lead),
        salespersonId: lead.salespersonId,
        by: issued.by.id,
        abandonedOn: issued.today,
      },
    },
  ];
}

/** One that nobody owns goes to whoever revives it. @throws Rejected INVALID_TRANSITION for a lead that was won, NOT_FOUND, PARTY_INACTIVE */
function reviveLead({ data, issued }: ReviveLead, lead: ExistingLead): (ConvertingEvent | PartnerEvent)[] {
  const { trigger, note, partner, siblings = NO_SIBLINGS } = data;
  if (lead.outcome === 'WON') {
    const details = { command: 'ReviveLead', state: lead.state, outcome: lead.outcome };
    throw new Rejected('INVALID_TRANSITION', 'the lead was won', details);
  }
  const state = stateAfterRevival(lead);
  const isPooled = lead.salespersonId === undefined;
  const { leadId } = lead;
  const said = { by: issued.by.id, revivedOn: issued.today };
  const revived: ConvertingEvent = {
    type: 'LeadRevived',
    data: {
      leadId,
      state,
      attemptNo: lead.attemptNo + 1,
      trigger,
      note,
      ownership: 'OWNED',
      salespersonId: lead.salespersonId ?? issued.by.id,
      teamId: isPooled ? siblings.member?.teamId : lead.teamId,
      ...said,
    },
  };
  if (!partner) return [revived];
  const { partyId, agreementRef } = partner;
  demandActiveParty(partyId, siblings.parties);
  const agreementNeeded = lead.partners.find((other) => other.partyId === partyId)?.agreementNeeded ?? false;
  if (agreementNeeded && agreementRef === undefined) {
    throw new Rejected('PARTNER_AGREEMENT_REQUIRED', `the partner ${partyId} has no agreement`, { partyId });
  }
  const fact = { leadId, state, by: issued.by.id, recordedOn: issued.today };
  return [revived, { type: 'RelationshipPartnerEngaged', data: { ...fact, partyId, agreementNeeded, agreementRef } }];
}

function stateAfterRevival({ registration, checklist }: ExistingLead): LeadState {
  if (!registration) return 'CAPTURED';
  return missingItems(checklist).length === 0 ? 'DEVELOPING' : 'QUALIFYING';
}

const TARGETS: readonly LeadState[] = ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED'];

/** @throws Rejected NOT_FOUND, MERGE_TARGET_INVALID */
function mergeLead({ data, issued }: MergeLead, lead: ExistingLead): ConvertingEvent[] {
  const { intoLeadId, reason, target } = data;
  if (intoLeadId === lead.leadId) {
    throw new Rejected('MERGE_TARGET_INVALID', 'a lead is not merged into itself', { intoLeadId });
  }
  if (!target) throw new Rejected('NOT_FOUND', `there is no lead ${intoLeadId}`, { intoLeadId });
  if (!TARGETS.includes(target.state)) {
    const details = { intoLeadId, targetState: target.state, possible: TARGETS };
    throw new Rejected('MERGE_TARGET_INVALID', `the lead ${intoLeadId} is ${target.state}`, details);
  }
  return [
    {
      type: 'LeadMerged',
      data: {
        leadId: lead.leadId,
        state: 'MERGED',
        intoLeadId,
        reason,
        salespersonId: lead.salespersonId,
        by: issued.by.id,
        mergedOn: issued.today,
      },
    },
  ];
}

/** @throws Rejected INVALID_TRANSITION for a day that does not stand any more */
function markRevisitDue(
  { data }: MarkRevisitDue,
  { leadId, abandonment, salespersonId }: ExistingLead,
): ConvertingEvent[] {
  const { revisitOn } = data;
  if (abandonment?.revisitOn !== revisitOn) {
    const details = { command: 'MarkRevisitDue', revisitOn, standing: abandonment?.revisitOn };
    throw new Rejected('INVALID_TRANSITION', 'the day is not the one that stands', details);
  }
  return [{ type: 'LeadRevisitDue', data: { leadId, state: 'ABANDONED', revisitOn, salespersonId } }];
}
