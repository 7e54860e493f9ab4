import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OperationMode } from '@engsales/values';
import type { OfferedLineRecord, WarrantyRecord } from '../preparing/preparing.events.js';
import type { WarningRecord } from '../publishing/publishing.events.js';
import type { NextRoundRecord } from '../registering/registering.events.js';
import type { TenderRecord } from '../tender-record.events.js';

/** The customer pays the manufacturer, and we get a commission. */
export interface AgencyRecord {
  readonly manufacturerPartyId?: string;
  readonly customerPaysManufacturerFen: number;
  readonly commissionBps: number;
  readonly commissionFen: number;
}

export type BidAwarded = DomainEvent<
  'BidAwarded',
  TenderRecord & {
    readonly round: number;
    readonly lotNo?: string;
    readonly noticeNo: string;
    readonly noticeOn: string;
    readonly noticeFen: number;
    /** What is ours of the notice: all of it, or the commission. */
    readonly awardedFen: number;
    readonly lines: readonly OfferedLineRecord[];
    readonly contractSigningDueOn: string;
    readonly performanceBondFen?: number;
    readonly mode: OperationMode;
    readonly projectName: string;
    readonly customer: { readonly partyId?: string; readonly name: string };
    readonly salespersonId: string;
    readonly riskAssessmentId?: string;
    readonly writtenConsentRef?: string;
    readonly agreementId?: string;
    readonly warrantyTerms?: WarrantyRecord;
    readonly agencyTerms?: AgencyRecord;
    readonly promotedReason?: string;
    readonly bondId?: string;
    readonly warnings: readonly WarningRecord[];
  }
>;

export type AwardDeclined = DomainEvent<
  'AwardDeclined',
  TenderRecord & {
    readonly noticeNo: string;
    readonly declinedBy: 'US' | 'CONTRACT_ABANDONED';
    readonly reason: string;
    readonly docRef?: string;
    readonly declinedOn: string;
    readonly bondId?: string;
  }
>;

export type AwardRevoked = DomainEvent<
  'AwardRevoked',
  TenderRecord & {
    readonly round: number;
    readonly noticeNo: string;
    readonly reason: string;
    readonly docRef: string;
    readonly retender: boolean;
    readonly nextRound?: NextRoundRecord;
    readonly revokedOn: string;
    readonly bondId?: string;
  }
>;

export type TenderContracted = DomainEvent<
  'TenderContracted',
  TenderRecord & {
    readonly contractId: string;
    readonly contractNo: string;
    readonly signedOn: string;
    readonly totalFen: number;
  }
>;

export type ContractEndNoted = DomainEvent<
  'ContractEndNoted',
  TenderRecord & { readonly contractId: string; readonly how: 'VOIDED' | 'TERMINATED'; readonly notedOn: string }
>;

export type ContractSigningOverdue = DomainEvent<
  'ContractSigningOverdue',
  TenderRecord & { readonly contractSigningDueOn: string; readonly salespersonId: string }
>;

export type AwardingEvent =
  BidAwarded | AwardDeclined | AwardRevoked | TenderContracted | ContractEndNoted | ContractSigningOverdue;
