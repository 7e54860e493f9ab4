import type { TenderRegime } from '../tender/tender.values.js';
import type { BondWarning } from './bond-warnings.js';
import type {
  BondRefType,
  BondRisk,
  BondState,
  BondType,
  ChaseChannel,
  Instrument,
  ReleaseBasis,
  RiskReason,
} from './bond.values.js';

export interface NoBond {
  readonly state: 'NONE';
}

/** How it was given. */
export interface Lodging {
  readonly on: string;
  readonly receiptRef: string;
  readonly guaranteeNo?: string;
  readonly fromBasicAccount?: boolean;
}

/** A part of a bid bond that became a part of this bond. */
export interface ConvertedFrom {
  readonly bondId: string;
  readonly requestNo: number;
  readonly conversionNo: number;
}

export interface Release {
  readonly amountFen: number;
  readonly interestFen: number;
  readonly on: string;
  readonly bankRef?: string;
  readonly docRef?: string;
  readonly by: string;
}

export interface Conversion {
  readonly conversionNo: number;
  readonly amountFen: number;
  readonly contractId: string;
  readonly toBondId: string;
  readonly on: string;
  readonly docRef: string;
}

export interface Forfeiture {
  readonly amountFen: number;
  readonly reason: string;
  readonly docRef: string;
  readonly on: string;
}

export interface Chasing {
  readonly channel: ChaseChannel;
  readonly on: string;
  readonly promiseDate?: string;
  readonly note: string;
  readonly by: string;
}

export interface ExistingBond {
  readonly state: BondState;
  readonly bondId: string;
  readonly requestNo: number;
  readonly type: BondType;
  readonly refType: BondRefType;
  readonly refId: string;
  readonly projectId?: string;
  readonly leadId?: string;
  readonly projectName?: string;
  readonly tenderNo?: string;
  readonly regime: TenderRegime;
  readonly mandatory: boolean;
  readonly salespersonId?: string;
  readonly estimatedPriceFen?: number;
  readonly contractTotalFen?: number;
  readonly instrument: Instrument;
  readonly issuer?: string;
  readonly beneficiaryName: string;
  readonly validUntil?: string;
  readonly neededBy?: string;
  readonly feeFen?: number;
  readonly marginFen?: number;
  readonly requestedBy: string;
  /** Whom that person stood in for. */
  readonly requestedOnBehalfOf?: string;
  readonly requestedOn: string;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  /** Why it was refused or cancelled. */
  readonly reason?: string;
  readonly lodging?: Lodging;
  readonly convertedFrom: readonly ConvertedFrom[];
  readonly extensions: readonly { readonly validUntil: string; readonly docRef: string; readonly on: string }[];
  readonly adjustments: readonly { readonly amountFen: number; readonly docRef: string; readonly on: string }[];
  /** Before the present last day: when somebody is told, and which of these alerts were given. */
  readonly alerts: readonly { readonly days: number; readonly on: string }[];
  readonly alerted: readonly number[];
  readonly risk: BondRisk;
  readonly riskReason?: RiskReason;
  readonly releaseDue?: { readonly basis: ReleaseBasis; readonly on: string; readonly overdue: boolean };
  readonly chasings: readonly Chasing[];
  readonly amountFen: number;
  readonly releasedFen: number;
  readonly interestFen: number;
  readonly convertedFen: number;
  readonly forfeitedFen: number;
  readonly lapsedFen: number;
  readonly releases: readonly Release[];
  readonly conversions: readonly Conversion[];
  readonly forfeitures: readonly Forfeiture[];
  readonly warnings: readonly BondWarning[];
}

export type Bond = NoBond | ExistingBond;

export const exists = (bond: Bond): bond is ExistingBond => bond.state !== 'NONE';

/** What is still out there. */
export const remainingFen = ({
  amountFen,
  releasedFen,
  convertedFen,
  forfeitedFen,
  lapsedFen,
}: Pick<ExistingBond, 'amountFen' | 'releasedFen' | 'convertedFen' | 'forfeitedFen' | 'lapsedFen'>): number =>
  amountFen - releasedFen - convertedFen - forfeitedFen - lapsedFen;
