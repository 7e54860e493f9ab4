import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { ConstructionPhase, ConstructionProcess } from '../../construction.values.js';
import type { CustomerSegment } from '../../party/party.values.js';
import type { LeadSource, LeadState, Ownership } from '../lead.values.js';

export interface HeardOfRecord {
  readonly projectName: string;
  readonly city: string;
  readonly district?: string;
  readonly source: LeadSource;
  readonly referrerRef?: string;
  readonly ownerName?: string;
  readonly ownerPartyId?: string;
  readonly designInstitutePartyId?: string;
  readonly customerSegment?: CustomerSegment;
}

export interface QualificationWarning {
  readonly code: 'MEMBER_NOT_QUALIFIED';
  readonly missing: readonly string[];
}

export type LeadCaptured = DomainEvent<
  'LeadCaptured',
  HeardOfRecord & {
    readonly leadId: string;
    readonly state: LeadState;
    readonly leadNo: string;
    readonly ownership: Ownership;
    readonly constructionPhase?: ConstructionPhase;
    readonly constructionProcess?: ConstructionProcess;
    readonly estimatedAmountFen?: number;
    readonly needsSummary?: string;
    readonly channelId?: string;
    readonly salespersonId?: string;
    readonly teamId?: string;
    readonly imported?: true;
    readonly duplicateOverrideReason?: string;
    readonly capturedBy: string;
    readonly capturedOn: string;
    readonly warnings?: readonly QualificationWarning[];
  }
>;

export type LeadCorrected = DomainEvent<
  'LeadCorrected',
  HeardOfRecord & {
    readonly leadId: string;
    readonly state: LeadState;
    readonly reason: string;
    readonly by: string;
    readonly recordedOn: string;
  }
>;

export type CapturingEvent = LeadCaptured | LeadCorrected;
