import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { LeadFact } from '../lead-fact.events.js';
import type { QualificationWarning } from '../capturing/capturing.events.js';
import type { LeadState, PursuitState, PursuitType } from '../lead.values.js';

export interface PursuitRecord {
  readonly type: PursuitType;
  readonly id: string;
  readonly state: PursuitState;
}

export type LeadAssigned = DomainEvent<
  'LeadAssigned',
  {
    readonly leadId: string;
    readonly state: LeadState;
    readonly ownership: 'OWNED';
    readonly salespersonId: string;
    readonly teamId?: string;
    readonly previousSalespersonId?: string;
    readonly pursuits: readonly PursuitRecord[];
    readonly reason?: string;
    readonly by: string;
    readonly assignedOn: string;
    readonly warnings?: readonly QualificationWarning[];
  }
>;

export type LeadReleasedToPool = DomainEvent<
  'LeadReleasedToPool',
  {
    readonly leadId: string;
    readonly state: LeadState;
    readonly ownership: 'POOLED';
    readonly previousSalespersonId: string;
    /** From this day on the previous owner may claim it again. */
    readonly coolOffUntil: string;
    /** Words of whoever has released it, or NO_FOLLOW_UP. */
    readonly reason: string;
    readonly by: string;
    readonly releasedOn: string;
  }
>;

export type LeadClaimed = DomainEvent<
  'LeadClaimed',
  {
    readonly leadId: string;
    readonly state: LeadState;
    readonly ownership: 'OWNED';
    readonly salespersonId: string;
    readonly teamId?: string;
    readonly claimedOn: string;
    readonly warnings?: readonly QualificationWarning[];
  }
>;

export interface ChannelOfLead extends LeadFact {
  readonly channelId: string;
}

export type ChannelAttached = DomainEvent<'ChannelAttached', ChannelOfLead>;
export type ChannelDetached = DomainEvent<'ChannelDetached', ChannelOfLead & { readonly reason: string }>;

export type OwnershipEvent = LeadAssigned | LeadReleasedToPool | LeadClaimed | ChannelAttached | ChannelDetached;
