import type { Authorship } from '@engsales/event-sourcing/domain';
import type { OperationMode } from '@engsales/values';
import type { BidPrice } from './preparing/bid-price.js';
import type { BidState, BidVolume } from './tender.values.js';

export interface PreparedVolume {
  readonly volume: BidVolume;
  readonly contentRef?: string;
  readonly notApplicableReason?: string;
  readonly prepared: Authorship;
}

/** A line of the list of bid documents (投标文件清单). */
export interface ChecklistItem {
  readonly id: string;
  readonly volume: BidVolume;
  readonly name: string;
  readonly required: boolean;
  readonly tick?: { readonly docRef: string; readonly by: string; readonly on: string };
}

/** The bid (标书) of this round. */
export interface Bid {
  readonly state: BidState;
  readonly version: number;
  readonly volumes: readonly PreparedVolume[];
  readonly checklist: readonly ChecklistItem[];
  readonly price?: BidPrice & { readonly priced: Authorship };
  /** Who sent this version to review. */
  readonly sent?: Authorship;
  readonly review?: { readonly passed: boolean; readonly opinion: string; readonly by: string; readonly on: string };
  readonly seal?: { readonly originals: number; readonly copies: number; readonly at: string };
}

/** What was found when the bid was handed in; what changes later does not touch it. */
export interface Submission {
  readonly submittedAt: string;
  readonly enteredLate: boolean;
  readonly receiptRef?: string;
  readonly mode: OperationMode;
  readonly manufacturerPartyId?: string;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly commissionBps?: number;
  readonly bondId?: string;
}
