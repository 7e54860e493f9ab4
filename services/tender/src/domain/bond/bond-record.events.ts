import type { TenderRegime } from '../tender/tender.values.js';
import type { BondRefType, BondRisk, BondState, BondType, Instrument, ReleaseBasis } from './bond.values.js';

/** What every event says of the bond, as it stands after it. */
export interface BondRecord {
  readonly bondId: string;
  /** Counts the requests: a bond that has ended may be asked for again. */
  readonly requestNo: number;
  readonly type: BondType;
  readonly refType: BondRefType;
  readonly refId: string;
  readonly projectId?: string;
  readonly leadId?: string;
  readonly projectName?: string;
  readonly tenderNo?: string;
  readonly state: BondState;
  readonly instrument: Instrument;
  readonly issuer?: string;
  readonly validUntil?: string;
  /** Absent where it was never out of the house. */
  readonly lodgedOn?: string;
  readonly risk: BondRisk;
  /** Why and when it is due back; absent where it is not. */
  readonly basis?: ReleaseBasis;
  readonly releaseDueOn?: string;
  readonly amountFen: number;
  /** amount = remaining + released + converted + forfeited + lapsed, always. */
  readonly remainingFen: number;
  readonly releasedFen: number;
  readonly interestFen: number;
  readonly convertedFen: number;
  readonly forfeitedFen: number;
  /** What the guarantee stood for when it ended. */
  readonly lapsedFen: number;
  readonly by: string;
}

/** Whose it is, and what it is measured by. */
export interface BondSubjectRecord {
  readonly regime: TenderRegime;
  readonly mandatory: boolean;
  readonly salespersonId?: string;
  readonly estimatedPriceFen?: number;
  readonly contractTotalFen?: number;
  readonly beneficiaryName: string;
}

export type BondWarningRecord =
  | { readonly code: 'BID_BOND_OVER_2_PERCENT'; readonly amountFen: number; readonly limitFen: number }
  | { readonly code: 'PERFORMANCE_BOND_OVER_10_PERCENT'; readonly amountFen: number; readonly limitFen: number }
  | { readonly code: 'BOND_NOT_FROM_BASIC_ACCOUNT'; readonly instrument: Instrument };

/** An alert so many days before the last day, on this day. */
export interface BondAlertRecord {
  readonly days: number;
  readonly on: string;
}

/** Which conversion of which bid bond a bond, or a part of it, was. */
export interface ConvertedFromRecord {
  readonly bondId: string;
  readonly requestNo: number;
  readonly conversionNo: number;
}
