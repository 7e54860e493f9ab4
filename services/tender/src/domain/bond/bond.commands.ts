import { CommandTo } from '@engsales/event-sourcing/domain';
import type { TenderThen } from '../offers/tender-then.js';
import type { BondType, BidEnd, ChaseChannel, Instrument, ReleaseBasis, RiskReason } from './bond.values.js';

/** What a handler reads of the tender of a bid bond. */
interface BesideTender {
  readonly tender?: TenderThen;
}

export class RequestBond extends CommandTo<
  'bondId',
  BesideTender & {
    readonly type: BondType;
    /** A tender for a bid bond, a contract for every other one. */
    readonly refId: string;
    readonly projectId?: string;
    readonly contractTotalFen?: number;
    readonly amountFen: number;
    readonly instrument: Instrument;
    readonly issuer?: string;
    readonly beneficiaryName: string;
    readonly validUntil?: string;
    readonly neededBy?: string;
    readonly feeFen?: number;
    readonly marginFen?: number;
  }
> {
  readonly type = 'RequestBond';
}

export class ApproveBond extends CommandTo<'bondId'> {
  readonly type = 'ApproveBond';
}

export class RefuseBond extends CommandTo<'bondId', { readonly reason: string }> {
  readonly type = 'RefuseBond';
}

export class CancelBond extends CommandTo<'bondId', { readonly reason: string }> {
  readonly type = 'CancelBond';
}

export class LodgeBond extends CommandTo<
  'bondId',
  {
    readonly lodgedOn: string;
    readonly receiptRef: string;
    readonly guaranteeNo?: string;
    readonly validUntil?: string;
    readonly fromBasicAccount?: boolean;
  }
> {
  readonly type = 'LodgeBond';
}

/** A bid bond becomes, whole or in part, the performance bond of the contract (转履约). */
export class LodgeConvertedBond extends CommandTo<
  'bondId',
  {
    readonly contractId: string;
    readonly fromBondId: string;
    /** Of the bid bond, and of its request; the same conversion is lodged once. */
    readonly conversionNo: number;
    readonly requestNo: number;
    readonly amountFen: number;
    readonly on: string;
    readonly docRef: string;
    readonly instrument: Instrument;
    readonly issuer?: string;
    readonly beneficiaryName: string;
    readonly validUntil?: string;
    readonly projectId?: string;
    readonly leadId?: string;
    readonly projectName?: string;
    readonly salespersonId?: string;
    readonly contractTotalFen?: number;
  }
> {
  readonly type = 'LodgeConvertedBond';
}

export class ExtendBond extends CommandTo<'bondId', { readonly validUntil: string; readonly docRef: string }> {
  readonly type = 'ExtendBond';
}

export class AdjustBond extends CommandTo<'bondId', { readonly amountFen: number; readonly docRef: string }> {
  readonly type = 'AdjustBond';
}

/** By timer, so many days before a guarantee ends. */
export class MarkBondExpiring extends CommandTo<'bondId', { readonly daysLeft: number; readonly validUntil: string }> {
  readonly type = 'MarkBondExpiring';
}

/** By timer, on the day after a guarantee has ended. */
export class ExpireBond extends CommandTo<'bondId', { readonly validUntil: string }> {
  readonly type = 'ExpireBond';
}

/** By hand with the day on which it is due back; by a reaction with the day of what happened. */
export class MarkBondReleaseDue extends CommandTo<
  'bondId',
  { readonly basis: ReleaseBasis; readonly releaseDueOn?: string; readonly on?: string }
> {
  readonly type = 'MarkBondReleaseDue';
}

/** The tender is over for us: what was not lodged is given up, what was lodged is due back. */
export class EndBidBond extends CommandTo<
  'bondId',
  { readonly basis: BidEnd; readonly on: string; readonly validityUntil?: string }
> {
  readonly type = 'EndBidBond';
}

export class NoteBondAtRisk extends CommandTo<'bondId', { readonly reason: RiskReason }> {
  readonly type = 'NoteBondAtRisk';
}

/** 催退. */
export class ChaseBond extends CommandTo<
  'bondId',
  BesideTender & {
    readonly channel: ChaseChannel;
    readonly on: string;
    readonly promiseDate?: string;
    readonly note: string;
  }
> {
  readonly type = 'ChaseBond';
}

/** By timer, on the day after it was due back. */
export class MarkBondReleaseOverdue extends CommandTo<'bondId', { readonly releaseDueOn: string }> {
  readonly type = 'MarkBondReleaseOverdue';
}

export class ConfirmBondRelease extends CommandTo<
  'bondId',
  {
    readonly amountFen: number;
    readonly interestFen: number;
    readonly on: string;
    readonly bankRef?: string;
    readonly docRef?: string;
  }
> {
  readonly type = 'ConfirmBondRelease';
}

/** What a handler has read of the performance bond that the contract has already; absent where it has none. */
export interface PerformanceBondThen {
  readonly isLodged: boolean;
  readonly instrument: Instrument;
}

export class ConvertBond extends CommandTo<
  'bondId',
  {
    readonly amountFen: number;
    readonly contractId: string;
    readonly on: string;
    readonly docRef: string;
    readonly target?: PerformanceBondThen;
    readonly contractTotalFen?: number;
  }
> {
  readonly type = 'ConvertBond';
}

export class ForfeitBond extends CommandTo<
  'bondId',
  { readonly amountFen: number; readonly reason: string; readonly docRef: string; readonly on: string }
> {
  readonly type = 'ForfeitBond';
}

export type RequestingCommand = RequestBond | ApproveBond | RefuseBond | CancelBond;
export type LodgingCommand = LodgeBond | LodgeConvertedBond | ExtendBond | AdjustBond | MarkBondExpiring | ExpireBond;
export type ReleasingCommand = MarkBondReleaseDue | EndBidBond | NoteBondAtRisk | ChaseBond | MarkBondReleaseOverdue;
export type PartingCommand = ConfirmBondRelease | ConvertBond | ForfeitBond;
export type BondCommand = RequestingCommand | LodgingCommand | ReleasingCommand | PartingCommand;
