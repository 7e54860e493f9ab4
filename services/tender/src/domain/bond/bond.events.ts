import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type {
  BondAlertRecord,
  BondRecord,
  BondSubjectRecord,
  BondWarningRecord,
  ConvertedFromRecord,
} from './bond-record.events.js';
import type { BidEnd, ChaseChannel, ReleaseBasis, RiskReason } from './bond.values.js';

export type BondRequested = DomainEvent<
  'BondRequested',
  BondRecord &
    BondSubjectRecord & {
      readonly neededBy?: string;
      readonly feeFen?: number;
      readonly marginFen?: number;
      /** Whom the author stood in for. */
      readonly onBehalfOf?: string;
      readonly requestedOn: string;
      readonly warnings: readonly BondWarningRecord[];
    }
>;
export type BondApproved = DomainEvent<'BondApproved', BondRecord & { readonly approvedOn: string }>;
export type BondRefused = DomainEvent<
  'BondRefused',
  BondRecord & { readonly reason: string; readonly refusedOn: string }
>;
export type BondCancelled = DomainEvent<
  'BondCancelled',
  BondRecord & {
    readonly reason: string;
    /** What ended the tender, where nobody cancelled it by hand. */
    readonly cause?: BidEnd;
    readonly cancelledOn: string;
  }
>;

export type BondLodged = DomainEvent<
  'BondLodged',
  BondRecord &
    BondSubjectRecord & {
      readonly lodgedOn: string;
      readonly receiptRef: string;
      readonly guaranteeNo?: string;
      readonly fromBasicAccount?: boolean;
      /** The bid bond that it was. */
      readonly convertedFrom?: ConvertedFromRecord;
      /** When somebody is told that the guarantee ends. */
      readonly alerts: readonly BondAlertRecord[];
      readonly recordedOn: string;
      readonly warnings: readonly BondWarningRecord[];
    }
>;
export type BondExtended = DomainEvent<
  'BondExtended',
  BondRecord & {
    readonly docRef: string;
    readonly alerts: readonly BondAlertRecord[];
    readonly extendedOn: string;
  }
>;
export type BondAdjusted = DomainEvent<
  'BondAdjusted',
  BondRecord & {
    readonly docRef: string;
    /** A part of a bid bond that joined it. */
    readonly convertedFrom?: ConvertedFromRecord;
    readonly adjustedOn: string;
    readonly warnings: readonly BondWarningRecord[];
  }
>;
export type BondExpiring = DomainEvent<
  'BondExpiring',
  BondRecord & {
    /** Counts the alerts of this last day that were given. */
    readonly alertNo: number;
    /** Which of the alerts of this last day it is, as they were set. */
    readonly alertPlace: number;
    readonly alertDays: number;
    readonly daysLeft: number;
    readonly alertedOn: string;
  }
>;
export type BondExpired = DomainEvent<'BondExpired', BondRecord & { readonly expiredOn: string }>;

export type BondReleaseDue = DomainEvent<
  'BondReleaseDue',
  BondRecord & {
    readonly basis: ReleaseBasis;
    readonly releaseDueOn: string;
    readonly markedOn: string;
  }
>;
export type BondAtRisk = DomainEvent<
  'BondAtRisk',
  BondRecord & { readonly reason: RiskReason; readonly notedOn: string }
>;
export type BondChased = DomainEvent<
  'BondChased',
  BondRecord & {
    readonly chaseNo: number;
    readonly channel: ChaseChannel;
    readonly chasedOn: string;
    readonly promiseDate?: string;
    readonly note: string;
    readonly recordedOn: string;
  }
>;
export type BondReleaseOverdue = DomainEvent<
  'BondReleaseOverdue',
  BondRecord & { readonly releaseDueOn: string; readonly overdueOn: string }
>;

/** `partFen`: this time; the record says what it comes to. */
export type BondReleased = DomainEvent<
  'BondReleased',
  BondRecord & {
    readonly partFen: number;
    readonly partInterestFen: number;
    readonly releasedOn: string;
    readonly bankRef?: string;
    readonly docRef?: string;
    readonly recordedOn: string;
  }
>;
export type BondConverted = DomainEvent<
  'BondConverted',
  BondRecord & {
    readonly conversionNo: number;
    readonly partFen: number;
    readonly contractId: string;
    readonly convertedToBondId: string;
    readonly convertedOn: string;
    readonly docRef: string;
    readonly beneficiaryName: string;
    readonly salespersonId?: string;
    readonly contractTotalFen?: number;
    readonly recordedOn: string;
  }
>;
export type BondForfeited = DomainEvent<
  'BondForfeited',
  BondRecord & {
    readonly partFen: number;
    readonly reason: string;
    readonly docRef: string;
    readonly forfeitedOn: string;
    readonly recordedOn: string;
  }
>;

export type RequestingEvent = BondRequested | BondApproved | BondRefused | BondCancelled;
export type LodgingEvent = BondLodged | BondExtended | BondAdjusted | BondExpiring | BondExpired;
export type ReleasingEvent = BondReleaseDue | BondAtRisk | BondChased | BondReleaseOverdue;
export type PartingEvent = BondReleased | BondConverted | BondForfeited;
export type BondEvent = RequestingEvent | LodgingEvent | ReleasingEvent | PartingEvent;
