import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { NextRoundRecord } from '../registering/registering.events.js';
import type { TenderRecord } from '../tender-record.events.js';
import type { CancelKind, LossReason } from '../tender.values.js';

export type BidLost = DomainEvent<
  'BidLost',
  TenderRecord & {
    readonly round: number;
    readonly winnerName?: string;
    readonly winnerPartyId?: string;
    readonly winnerPriceFen?: number;
    readonly ourPriceFen: number;
    readonly ourRank?: number;
    readonly marginBps?: number;
    readonly noticeOn?: string;
    readonly reasons: readonly LossReason[];
    readonly lessons: string;
    readonly bondId?: string;
    readonly validityUntil?: string;
    readonly lostOn: string;
  }
>;

export type WinnerSigningNoted = DomainEvent<'WinnerSigningNoted', TenderRecord & { readonly signedOn: string }>;

export type TenderCancelled = DomainEvent<
  'TenderCancelled',
  TenderRecord & {
    readonly round: number;
    readonly kind: CancelKind;
    readonly reason: string;
    readonly noticeOn: string;
    readonly docRef: string;
    readonly retender: boolean;
    readonly nextRound?: NextRoundRecord;
  }
>;

export type EndingEvent = BidLost | WinnerSigningNoted | TenderCancelled;
