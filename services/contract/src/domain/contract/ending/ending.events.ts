import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { SourceRecord } from '../drafting/drafting.events.js';
import type { MilestoneRecord } from '../milestones/milestones.events.js';
import type { Initiator, OrderOutcome, PaymentAxis, SignedState } from '../contract.values.js';

export type ContractSuspended = DomainEvent<
  'ContractSuspended',
  {
    readonly contractId: string;
    readonly contractVersion: number;
    readonly orderLineIds: readonly string[];
    readonly state: 'SUSPENDED';
    readonly suspensionNo: number;
    readonly reason: string;
    readonly since: string;
    readonly from: SignedState;
    readonly suspendedBy: string;
  }
>;

export type ContractResumed = DomainEvent<
  'ContractResumed',
  {
    readonly contractId: string;
    readonly contractVersion: number;
    readonly orderLineIds: readonly string[];
    readonly state: SignedState;
    readonly suspensionNo: number;
    readonly resumedOn: string;
    readonly dateShifts: readonly {
      readonly lineId: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    }[];
    readonly resumedBy: string;
  }
>;

export interface EndRecord {
  readonly contractId: string;
  readonly contractVersion: number;
  readonly orderLineIds: readonly string[];
  readonly source?: SourceRecord;
  readonly initiator: Initiator;
  readonly reason: string;
  readonly docRef: string;
  readonly receivedFen: number;
  readonly refundedFen: number;
  /** Nobody has to pay them any more: of a void contract all that are open, of a terminated one those not due yet. */
  readonly cancelledMilestoneIds: readonly string[];
  readonly contractOutstandingFen: number;
  readonly payment: PaymentAxis;
  readonly shippedLines: readonly { readonly lineId: string; readonly qty: string }[];
  readonly by: string;
  readonly on: string;
}

export type ContractVoided = DomainEvent<'ContractVoided', EndRecord & { readonly state: 'VOIDED' }>;
export type ContractTerminated = DomainEvent<'ContractTerminated', EndRecord & { readonly state: 'TERMINATED' }>;

/** Goods had left after all: the void cannot stand, a leader must look. */
export type VoidContradicted = DomainEvent<
  'VoidContradicted',
  {
    readonly contractId: string;
    readonly state: 'TERMINATED';
    readonly lineId: string;
    readonly shippedQty: string;
    readonly ref: string;
    readonly on: string;
  }
>;

export type OrderEndRecorded = DomainEvent<
  'OrderEndRecorded',
  {
    readonly contractId: string;
    readonly lineId: string;
    readonly outcome: OrderOutcome;
    readonly sunkCostFen: number;
    readonly on: string;
  }
>;

/** The end of the order no longer stands. */
export type OrderReopeningRecorded = DomainEvent<
  'OrderReopeningRecorded',
  { readonly contractId: string; readonly lineId: string; readonly on: string }
>;

export type ContractSettled = DomainEvent<
  'ContractSettled',
  {
    readonly contractId: string;
    readonly state: 'SETTLED';
    readonly finalFen: number;
    readonly receivedFen: number;
    /** Still to be paid by the customer; negative: by us. */
    readonly balanceFen: number;
    readonly sunkCostFen: number;
    /** All that were open; what was paid on them stays received. */
    readonly cancelledMilestoneIds: readonly string[];
    /** What the customer still has to pay in their place. */
    readonly settlementMilestone?: MilestoneRecord;
    /** What we have to give back. */
    readonly refundDueFen: number;
    readonly contractOutstandingFen: number;
    readonly payment: PaymentAxis;
    readonly docRef?: string;
    readonly settledBy: string;
    readonly settledOn: string;
  }
>;

/** Money has moved since the settlement: what is still to pay in the place of the schedule, as it is now. */
export type SettlementBalanceChanged = DomainEvent<
  'SettlementBalanceChanged',
  {
    readonly contractId: string;
    readonly settlementMilestone: MilestoneRecord;
    readonly contractOutstandingFen: number;
    readonly payment: PaymentAxis;
  }
>;

export type EndingEvent =
  | ContractSuspended
  | ContractResumed
  | ContractVoided
  | ContractTerminated
  | VoidContradicted
  | OrderEndRecorded
  | OrderReopeningRecorded
  | ContractSettled
  | SettlementBalanceChanged;
