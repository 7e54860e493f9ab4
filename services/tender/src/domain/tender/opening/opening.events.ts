import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { WarningRecord } from '../publishing/publishing.events.js';
import type { TenderRecord } from '../tender-record.events.js';
import type { Objector } from '../tender.values.js';

export interface OpenedBidRecord {
  readonly bidderName: string;
  readonly bidderPartyId?: string;
  readonly priceFen?: number;
  readonly rank?: number;
  readonly ours: boolean;
  readonly rejected?: boolean;
}

export type BidsOpened = DomainEvent<
  'BidsOpened',
  TenderRecord & {
    readonly openedAt: string;
    readonly bids: readonly OpenedBidRecord[];
    readonly docRef: string;
    readonly warnings: readonly WarningRecord[];
  }
>;

export type BidClarificationAnswered = DomainEvent<
  'BidClarificationAnswered',
  TenderRecord & {
    readonly question: string;
    readonly answer: string;
    readonly docRef: string;
    readonly answeredOn: string;
  }
>;

export type CandidatesAnnounced = DomainEvent<
  'CandidatesAnnounced',
  TenderRecord & {
    readonly candidates: readonly {
      readonly rank: number;
      readonly bidderName: string;
      readonly priceFen: number;
      readonly ours: boolean;
    }[];
    readonly from: string;
    readonly to: string;
    readonly warnings: readonly WarningRecord[];
  }
>;

export type ObjectionRecorded = DomainEvent<
  'ObjectionRecorded',
  TenderRecord & {
    readonly no: number;
    readonly objector: Objector;
    readonly on: string;
    readonly text: string;
    readonly docRef: string;
  }
>;

export type ObjectionClosed = DomainEvent<
  'ObjectionClosed',
  TenderRecord & { readonly no: number; readonly result: string; readonly closedOn: string }
>;

export type BidValidityExtended = DomainEvent<
  'BidValidityExtended',
  TenderRecord & {
    readonly validityUntil: string;
    readonly docRef: string;
    readonly extendedOn: string;
    readonly salespersonId: string;
    readonly warnings: readonly WarningRecord[];
  }
>;

export type OpeningEvent =
  | BidsOpened
  | BidClarificationAnswered
  | CandidatesAnnounced
  | ObjectionRecorded
  | ObjectionClosed
  | BidValidityExtended;
