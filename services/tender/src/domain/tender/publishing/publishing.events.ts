import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { TenderRecord } from '../tender-record.events.js';
import type { BidState, BidVolume, DeadlineKind, EnvelopeStructure, TenderMethod } from '../tender.values.js';

export interface WarningRecord {
  readonly code: string;
}

export interface AnnouncementRecord {
  readonly tenderNo: string;
  readonly method: TenderMethod;
  readonly publishedOn: string;
  readonly documentsFrom?: string;
  readonly clarificationDeadline?: string;
  readonly submissionDeadline: string;
  readonly openingAt: string;
  readonly bidValidityDays: number;
  readonly envelopeStructure: EnvelopeStructure;
  readonly maxPriceFen?: number;
  readonly bondRequiredFen?: number;
  readonly performanceBondBps?: number;
  readonly portal?: string;
}

export type TenderPublished = DomainEvent<
  'TenderPublished',
  TenderRecord & {
    readonly round: number;
    readonly lotNo?: string;
    readonly announcement: AnnouncementRecord;
    readonly estimatedPriceFen?: number;
    readonly warnings: readonly WarningRecord[];
    readonly salespersonId: string;
    readonly reminders: readonly { readonly kind: DeadlineKind; readonly at: string; readonly daysLeft: number }[];
  }
>;

export type TenderAmended = DomainEvent<
  'TenderAmended',
  TenderRecord & {
    readonly round: number;
    readonly lotNo?: string;
    readonly announcement: AnnouncementRecord;
    readonly estimatedPriceFen?: number;
    readonly warnings: readonly WarningRecord[];
    readonly salespersonId: string;
    readonly reminders: readonly { readonly kind: DeadlineKind; readonly at: string; readonly daysLeft: number }[];
    readonly addendumNo: string;
    readonly issuedOn: string;
    readonly docRef: string;
    readonly affectsBid: boolean;
    readonly bidState: BidState;
    readonly bidVersion: number;
    readonly validityUntil?: string;
  }
>;

export type TenderDocumentsObtained = DomainEvent<
  'TenderDocumentsObtained',
  TenderRecord & { readonly docRef: string; readonly feeFen?: number; readonly obtainedOn: string }
>;

export type ClarificationAsked = DomainEvent<
  'ClarificationAsked',
  TenderRecord & { readonly no: number; readonly question: string; readonly askedOn: string }
>;

export type ClarificationReplied = DomainEvent<
  'ClarificationReplied',
  TenderRecord & { readonly no: number; readonly answer: string; readonly docRef: string; readonly repliedOn: string }
>;

export type TenderDeadlineNear = DomainEvent<
  'TenderDeadlineNear',
  TenderRecord & {
    readonly kind: DeadlineKind;
    readonly at: string;
    readonly daysLeft: number;
    readonly salespersonId: string;
  }
>;

export type BidDeadlinePassed = DomainEvent<
  'BidDeadlinePassed',
  TenderRecord & { readonly submissionDeadline: string; readonly salespersonId: string }
>;

/** Commerce is engaged and the decision is GO: the bid may be written. */
export type BidPreparationBegun = DomainEvent<
  'BidPreparationBegun',
  TenderRecord & {
    readonly checklist: readonly {
      readonly id: string;
      readonly volume: BidVolume;
      readonly name: string;
      readonly required: boolean;
    }[];
    readonly begunOn: string;
  }
>;

export type PublishingEvent =
  | TenderPublished
  | TenderAmended
  | TenderDocumentsObtained
  | ClarificationAsked
  | ClarificationReplied
  | TenderDeadlineNear
  | BidDeadlinePassed
  | BidPreparationBegun;
