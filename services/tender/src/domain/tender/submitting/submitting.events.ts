import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OperationMode } from '@engsales/values';
import type { TenderRecord } from '../tender-record.events.js';
import type { BidState, DeadlineKind } from '../tender.values.js';

/** With what was found when the bid was handed in. */
export type BidSubmitted = DomainEvent<
  'BidSubmitted',
  TenderRecord & {
    readonly round: number;
    readonly bidVersion: number;
    readonly priceFen: number;
    readonly submittedAt: string;
    readonly enteredLate: boolean;
    readonly receiptRef?: string;
    /** Why it is entered late. */
    readonly reason?: string;
    readonly validityUntil: string;
    readonly bondId?: string;
    readonly mode: OperationMode;
    readonly manufacturerPartyId?: string;
    readonly riskAssessmentId?: string;
    readonly writtenConsentRef?: string;
    readonly agreementId?: string;
    readonly commissionBps?: number;
  }
>;

export type BidWithdrawn = DomainEvent<
  'BidWithdrawn',
  TenderRecord & {
    readonly bidState: BidState;
    /** After the withdrawal. */
    readonly bidVersion: number;
    readonly resubmit: boolean;
    readonly reason: string;
    readonly noticeRef: string;
    readonly withdrawnOn: string;
    /** Until when a changed bid may follow, and what is still reminded of. */
    readonly submissionDeadline: string;
    readonly reminders: readonly { readonly kind: DeadlineKind; readonly at: string; readonly daysLeft: number }[];
    readonly bondId?: string;
  }
>;

export type SubmittingEvent = BidSubmitted | BidWithdrawn;
