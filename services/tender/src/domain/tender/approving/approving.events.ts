import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { TenderRecord } from '../tender-record.events.js';
import type { BidState } from '../tender.values.js';

export interface BidOf extends TenderRecord {
  readonly bidState: BidState;
  readonly bidVersion: number;
}

export type BidSubmittedForReview = DomainEvent<
  'BidSubmittedForReview',
  BidOf & { readonly onBehalfOf?: string; readonly sentOn: string }
>;
export type BidReviewed = DomainEvent<
  'BidReviewed',
  BidOf & { readonly passed: boolean; readonly opinion: string; readonly reviewedOn: string }
>;
export type BidApproved = DomainEvent<
  'BidApproved',
  BidOf & { readonly priceFen: number; readonly marginBps?: number; readonly approvedOn: string }
>;
export type BidRejected = DomainEvent<'BidRejected', BidOf & { readonly reason: string; readonly rejectedOn: string }>;
export type BidSealed = DomainEvent<
  'BidSealed',
  BidOf & { readonly originals: number; readonly copies: number; readonly sealedAt: string }
>;
export type BidUnsealed = DomainEvent<'BidUnsealed', BidOf & { readonly reason: string; readonly unsealedOn: string }>;

export type ApprovingEvent = BidSubmittedForReview | BidReviewed | BidApproved | BidRejected | BidSealed | BidUnsealed;
