import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { addDays } from '@engsales/values';
import { companySettings } from '../../company-settings.js';
import { factOf } from '../lead-records.js';
import { demandActiveChannel, NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead } from '../lead.state.js';
import {
  AssignLead,
  AttachChannel,
  ClaimLead,
  DetachChannel,
  RecycleLead,
  ReleaseToPool,
  type OwnershipCommand,
} from './ownership.commands.js';
import type { OwnershipEvent } from './ownership.events.js';
import { qualificationWarnings } from './qualifications.js';

const IN_WORK = ['CAPTURED', 'QUALIFYING', 'DEVELOPING'] as const;

export const ownershipRules = {
  AssignLead: {
    command: AssignLead,
    in: ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED', 'CLOSED', 'ABANDONED'],
    decide: assignLead,
  },
  ReleaseToPool: { command: ReleaseToPool, in: IN_WORK, decide: releaseToPool },
  RecycleLead: { command: RecycleLead, in: IN_WORK, decide: recycleLead },
  ClaimLead: { command: ClaimLead, in: IN_WORK, decide: claimLead },
  AttachChannel: { command: AttachChannel, in: IN_WORK, decide: attachChannel },
  DetachChannel: { command: DetachChannel, in: IN_WORK, decide: detachChannel },
} satisfies RulesOf<OwnershipCommand, ExistingLead, OwnershipEvent>;

export const ownershipFold = {
  LeadAssigned: (lead, { ownership, salespersonId, teamId }) => ({ ...lead, ownership, salespersonId, teamId }),
  LeadReleasedToPool: (lead, { ownership, previousSalespersonId, coolOffUntil }) => ({
    ...lead,
    ownership,
    salespersonId: undefined,
    teamId: undefined,
    lastHolder: { salespersonId: previousSalespersonId, coolOffUntil },
  }),
  LeadClaimed: (lead, { ownership, salespersonId, teamId }) => ({ ...lead, ownership, salespersonId, teamId }),
  ChannelAttached: (lead, { channelId }) => ({ ...lead, channelId }),
  ChannelDetached: (lead) => ({ ...lead, channelId: undefined }),
} satisfies FoldOf<OwnershipEvent, ExistingLead>;

/** The one who has it already changes nothing. */
function assignLead({ data, issued }: AssignLead, lead: ExistingLead): OwnershipEvent[] {
  const { salespersonId, reason, siblings = NO_SIBLINGS } = data;
  if (lead.salespersonId === salespersonId) return [];
  const warnings = qualificationWarnings(lead, siblings, issued);
  return [
    {
      type: 'LeadAssigned',
      data: {
        leadId: lead.leadId,
        state: lead.state,
        ownership: 'OWNED',
        salespersonId,
        teamId: siblings.member?.teamId,
        previousSalespersonId: lead.salespersonId,
        pursuits: pursuitRecords(lead),
        reason,
        by: issued.by.id,
        assignedOn: issued.today,
        ...(warnings.length > 0 ? { warnings } : {}),
      },
    },
  ];
}

/** @throws Rejected LEAD_NOT_OWNED */
function releaseToPool({ data, issued }: ReleaseToPool, lead: ExistingLead): OwnershipEvent[] {
  return [releasedLead(lead, data.reason, issued)];
}

/** @throws Rejected INVALID_TRANSITION when somebody has been active since, LEAD_NOT_OWNED */
function recycleLead({ data, issued }: RecycleLead, lead: ExistingLead): OwnershipEvent[] {
  const { lastOn, knownOn } = data;
  if (knownOn === undefined || knownOn > lastOn) {
    const details = { command: 'RecycleLead', lastOn, knownOn };
    throw new Rejected('INVALID_TRANSITION', 'the lead was followed up since', details);
  }
  return [releasedLead(lead, 'NO_FOLLOW_UP', issued)];
}

function releasedLead(lead: ExistingLead, reason: string, issued: Issued): OwnershipEvent {
  if (lead.salespersonId === undefined) throw new Rejected('LEAD_NOT_OWNED', 'the lead has no owner');
  return {
    type: 'LeadReleasedToPool',
    data: {
      leadId: lead.leadId,
      state: lead.state,
      ownership: 'POOLED',
      previousSalespersonId: lead.salespersonId,
      coolOffUntil: addDays(issued.today, companySettings(issued).coolOffDays),
      reason,
      by: issued.by.id,
      releasedOn: issued.today,
    },
  };
}

/** @throws Rejected LEAD_NOT_IN_POOL, PREVIOUS_OWNER_COOLOFF */
function claimLead({ data, issued }: ClaimLead, lead: ExistingLead): OwnershipEvent[] {
  const { siblings = NO_SIBLINGS } = data;
  if (lead.ownership === 'OWNED') {
    throw new Rejected('LEAD_NOT_IN_POOL', 'the lead has an owner', { salespersonId: lead.salespersonId });
  }
  const salespersonId = issued.by.id;
  const until = lead.lastHolder?.coolOffUntil ?? issued.today;
  if (lead.lastHolder?.salespersonId === salespersonId && issued.today < until) {
    throw new Rejected('PREVIOUS_OWNER_COOLOFF', `the previous owner may claim the lead from ${until} on`, { until });
  }
  const warnings = qualificationWarnings(lead, siblings, issued);
  return [
    {
      type: 'LeadClaimed',
      data: {
        leadId: lead.leadId,
        state: lead.state,
        ownership: 'OWNED',
        salespersonId,
        teamId: siblings.member?.teamId,
        claimedOn: issued.today,
        ...(warnings.length > 0 ? { warnings } : {}),
      },
    },
  ];
}

/** @throws Rejected NOT_FOUND, CHANNEL_NOT_ACTIVE, CHANNEL_CONFLICT */
function attachChannel({ data, issued }: AttachChannel, lead: ExistingLead): OwnershipEvent[] {
  const { channelId, siblings = NO_SIBLINGS } = data;
  if (lead.channelId === channelId) return [];
  if (lead.channelId !== undefined) {
    const details = { channelId: lead.channelId };
    throw new Rejected('CHANNEL_CONFLICT', `the channel ${lead.channelId} is attached`, details);
  }
  demandActiveChannel(channelId, siblings);
  return [{ type: 'ChannelAttached', data: { ...factOf(lead, issued), channelId } }];
}

/** @throws Rejected NOT_FOUND where no channel is attached */
function detachChannel({ data, issued }: DetachChannel, lead: ExistingLead): OwnershipEvent[] {
  const { channelId } = lead;
  if (channelId === undefined) throw new Rejected('NOT_FOUND', 'the lead has no channel');
  return [{ type: 'ChannelDetached', data: { ...factOf(lead, issued), channelId, reason: data.reason } }];
}

export const pursuitRecords = ({ pursuits }: ExistingLead) =>
  pursuits.map(({ type, id, state }) => ({ type, id, state }));
