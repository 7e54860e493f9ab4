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

/** The defects liability period of a retention has begun; `triggersOn` is the day on which the retention is due. */
export type RetentionPeriodBegun = DomainEvent<
  'RetentionPeriodBegun',
  {
    readonly contractId: string;
    readonly milestoneId: string;
    readonly kind: MilestoneKind;
    readonly acceptedOn: string;
    readonly triggersOn: string;
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
  | RetentionPeriodBegun
  | PaymentGateOpened
  | PaymentGateClosed
  | PaymentGateOverridden;
