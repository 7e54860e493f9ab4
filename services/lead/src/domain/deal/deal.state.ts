import type { BookedState, DealEnd } from './deal.values.js';

interface NoDeal {
  readonly state: 'NONE';
}

/** The contract ended before its signature was heard of. */
export interface ForestalledDeal {
  readonly state: 'FORESTALLED';
  readonly kind: DealEnd;
}

export interface BookedDeal {
  readonly state: BookedState;
  readonly contractId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly customerPartyId?: string;
  readonly customerName: string;
  readonly salespersonId: string;
  readonly signedOn: string;
  readonly contractVersion: number;
  /** As it was signed, and as it is now. */
  readonly totalFen: number;
  readonly currentTotalFen: number;
  /** What a settled one came to. */
  readonly finalFen?: number;
  readonly receivedFen: number;
  /** What was moved already, by receipt, reversal or refund. */
  readonly moved: readonly string[];
  readonly ratings: readonly { readonly ref: string; readonly scoreTenths: number; readonly ratedOn: string }[];
}

export type UnbookedDeal = NoDeal | ForestalledDeal;
export type Deal = UnbookedDeal | BookedDeal;
