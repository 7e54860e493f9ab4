import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type {
  Gate,
  Gates,
  MilestoneGate,
  MilestoneKind,
  MilestoneScope,
  MilestoneStatus,
  PaymentAxis,
  Trigger,
  TriggeredBy,
} from '../contract.values.js';

/** A payment milestone as it stands in a stored document or schedule. */
export interface MilestoneRecord {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly amountFen: number;
  readonly bps?: number;
  readonly trigger: Trigger;
  readonly date?: string;
  readonly scope?: MilestoneScope;
  readonly netDays: number;
  readonly netMonths?: number;
  readonly gate: MilestoneGate;
  readonly status: MilestoneStatus;
  readonly paidFen: number;
  readonly unclearedFen: number;
  readonly waivedFen: number;
  readonly triggersOn?: string;
  readonly triggeredOn?: string;
  readonly dueOn?: string;
  readonly triggeredBy?: TriggeredBy;
}

export interface MilestoneTold {
  readonly contractId: string;
  readonly milestoneId: string;
  readonly kind: MilestoneKind;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly gate: MilestoneGate;
  readonly payment: PaymentAxis;
}

export interface TriggerTold extends MilestoneTold {
  readonly status: MilestoneStatus;
  readonly trigger: Trigger;
  readonly triggeredOn: string;
  readonly dueOn: string;
  readonly triggeredBy: TriggeredBy;
  /** What has brought the trigger about: document, order, shipment, certificate. */
  readonly ref?: string;
}

export type PaymentMilestoneDue = DomainEvent<'PaymentMilestoneDue', TriggerTold>;
/** The trigger of a milestone that is settled already; nobody has to pay. */
export type PaymentMilestoneTriggered = DomainEvent<'PaymentMilestoneTriggered', TriggerTold>;

export type PaymentMilestoneOverdue = DomainEvent<
  'PaymentMilestoneOverdue',
  MilestoneTold & {
    readonly status: 'OVERDUE';
    readonly dueOn: string;
    readonly asOf: string;
    readonly daysOverdue: number;
    readonly outstandingFen: number;
  }
>;

export type PaymentMilestonePaid = DomainEvent<
  'PaymentMilestonePaid',
  MilestoneTold & { readonly status: 'PAID'; readonly dueOn?: string }
>;

export type PaymentMilestoneWaived = DomainEvent<
  'PaymentMilestoneWaived',
  MilestoneTold & {
    readonly status: 'WAIVED';
    readonly waivedFen: number;
    readonly reason: string;
    readonly waivedBy: string;
    readonly waivedOn: string;
    readonly contractOutstandingFen: number;
  }
>;

/** The milestone waits for its trigger again: its day was a mistake, or the fact that had brought it about was corrected. */
export type PaymentMilestoneDueWithdrawn = DomainEvent<
  'PaymentMilestoneDueWithdrawn',
  MilestoneTold & {
    readonly status: MilestoneStatus;
    /** The last day to pay that no longer stands. */
    readonly dueOn?: string;
    /** Known day of the trigger that still stands. */
    readonly triggersOn?: string;
    readonly reason: string;
    readonly withdrawnBy: string;
    readonly withdrawnOn: string;
    readonly contractOutstandingFen: number;
  }
>;

/** The fact that had made the milestone due was corrected, but money has come on it: it stays due, and somebody must look at it. */
export type PaymentMilestoneTriggerLost = DomainEvent<
  'PaymentMilestoneTriggerLost',
  MilestoneTold & { readonly status: MilestoneStatus; readonly reason: string; readonly lostOn: string }
>;

/** The fact is there again. */
export type PaymentMilestoneTriggerRegained = DomainEvent<
  'PaymentMilestoneTriggerRegained',
  MilestoneTold & { readonly status: MilestoneStatus; readonly regainedOn: string }
>;

export type PaymentMilestoneWaiverRevoked = DomainEvent<
  'PaymentMilestoneWaiverRevoked',
  MilestoneTold & {
    readonly status: MilestoneStatus;
    readonly waivedFen: number;
    readonly dueOn?: string;
    readonly reason: string;
    readonly revokedBy: string;
    readonly revokedOn: string;
    readonly contractOutstandingFen: number;
  }
>;

/** The defects liability period of a retention has begun; `triggersOn` is the day on which the retention is due. */
export type RetentionPeriodBegun = DomainEvent<
  'RetentionPeriodBegun',
  {
    readonly contractId: string;
    readonly milestoneId: string;
    readonly kind: MilestoneKind;
    readonly acceptedOn: string;
    readonly triggersOn: string;
    readonly triggeredBy: TriggeredBy;
  }
>;

export interface GateTold {
  readonly contractId: string;
  readonly contractVersion: number;
  readonly orderLineIds: readonly string[];
  readonly gate: Gate;
  /** Both gates, as they are now. */
  readonly gates: Gates;
  readonly milestoneIds: readonly string[];
  readonly reason: string;
}

export type PaymentGateOpened = DomainEvent<'PaymentGateOpened', GateTold>;
export type PaymentGateClosed = DomainEvent<'PaymentGateClosed', GateTold>;
export type PaymentGateOverridden = DomainEvent<
  'PaymentGateOverridden',
  GateTold & { readonly until: string; readonly approvedBy: string }
>;

export type MilestoneEvent =
  | PaymentMilestoneDue
  | PaymentMilestoneTriggered
  | PaymentMilestoneOverdue
  | PaymentMilestonePaid
  | PaymentMilestoneWaived
  | PaymentMilestoneWaiverRevoked
  | PaymentMilestoneDueWithdrawn
  | PaymentMilestoneTriggerLost
  | PaymentMilestoneTriggerRegained
  | RetentionPeriodBegun
  | PaymentGateOpened
  | PaymentGateClosed
  | PaymentGateOverridden;
