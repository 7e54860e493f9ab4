import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { Booking } from './account.js';
import type { PaymentAxis } from './contract-state.js';
import type { InvoiceKind } from './invoices.js';
import type { Allocation, Receipt, Refund, SupplierPayment } from './money.js';
import type { Gate, Gates, MilestoneGate, MilestoneKind, MilestoneStatus, Trigger } from './payment-schedule.js';

interface OfContract {
  readonly contractId: string;
}

interface OfMilestone extends OfContract {
  readonly milestoneId: string;
  readonly kind: MilestoneKind;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly gate: MilestoneGate;
}

interface Triggered extends OfMilestone {
  readonly dueOn: string;
  /** Absent in events before receipts existed: then DUE. */
  readonly status?: MilestoneStatus;
  readonly trigger?: Trigger;
  readonly triggeredOn?: string;
  readonly ref?: string;
  readonly payment?: PaymentAxis;
}

export type PaymentMilestoneDue = DomainEvent<'PaymentMilestoneDue', Triggered>;
/** The trigger of a milestone that is settled already; nobody has to pay. */
export type PaymentMilestoneTriggered = DomainEvent<'PaymentMilestoneTriggered', Triggered>;

export type PaymentMilestoneOverdue = DomainEvent<
  'PaymentMilestoneOverdue',
  OfMilestone & {
    readonly status: 'OVERDUE';
    readonly dueOn: string;
    readonly asOf: string;
    readonly daysOverdue: number;
    readonly outstandingFen: number;
    readonly payment: PaymentAxis;
  }
>;

export type PaymentMilestonePaid = DomainEvent<
  'PaymentMilestonePaid',
  OfMilestone & { readonly status: 'PAID'; readonly dueOn?: string; readonly payment?: PaymentAxis }
>;

export type PaymentMilestoneWaived = DomainEvent<
  'PaymentMilestoneWaived',
  OfMilestone & {
    readonly status: 'WAIVED';
    readonly waivedFen: number;
    readonly reason: string;
    readonly waivedBy: string;
    readonly waivedOn: string;
    readonly contractOutstandingFen: number;
    readonly payment: PaymentAxis;
  }
>;

/** The defects liability period of a retention has begun; `triggersOn` is the day on which the retention is due. */
export type RetentionPeriodBegun = DomainEvent<
  'RetentionPeriodBegun',
  OfContract & {
    readonly milestoneId: string;
    readonly kind: MilestoneKind;
    readonly acceptedOn: string;
    readonly triggersOn: string;
  }
>;

export type ReceiptRecorded = DomainEvent<'ReceiptRecorded', OfContract & Receipt & Booking>;

export type ReceiptAllocated = DomainEvent<
  'ReceiptAllocated',
  OfContract &
    Booking & {
      readonly receiptId: string;
      readonly allocations: readonly Allocation[];
      readonly allocatedOn: string;
    }
>;

export type ReceiptReversed = DomainEvent<
  'ReceiptReversed',
  OfContract &
    Booking & {
      readonly receiptId: string;
      readonly bankRef: string;
      readonly amountFen: number;
      readonly receivedOn: string;
      readonly reason: string;
      readonly reversedOn: string;
      /** What it had paid for. */
      readonly allocations: readonly Allocation[];
    }
>;

export type ReceiptMatured = DomainEvent<
  'ReceiptMatured',
  OfContract & Booking & { readonly receiptId: string; readonly maturedOn: string }
>;

export type RefundRecorded = DomainEvent<'RefundRecorded', OfContract & Refund & Booking>;

export type SupplierPaymentRecorded = DomainEvent<
  'SupplierPaymentRecorded',
  OfContract & SupplierPayment & { readonly supplierPaidFen: number }
>;

export type InvoiceRecorded = DomainEvent<
  'InvoiceRecorded',
  OfContract & {
    readonly invoiceId: string;
    readonly invoiceNo: string;
    readonly kind: InvoiceKind;
    readonly amountFen: number;
    readonly taxFen: number;
    readonly milestoneIds: readonly string[];
    readonly issuedOn: string;
    /** 先票后款 or 先款后票, as it was when it was issued. */
    readonly timing: 'BEFORE_PAYMENT' | 'AFTER_PAYMENT';
    /** Of the whole contract, less red letters. */
    readonly invoicedFen: number;
  }
>;

export type InvoiceReddened = DomainEvent<
  'InvoiceReddened',
  OfContract & {
    readonly invoiceId: string;
    readonly invoiceNo: string;
    readonly redInvoiceNo: string;
    readonly amountFen: number;
    readonly taxFen: number;
    readonly reason: string;
    readonly redOn: string;
    readonly invoicedFen: number;
  }
>;

interface OfGate extends OfContract {
  readonly contractVersion: number;
  readonly orderLineIds: readonly string[];
  readonly gate: Gate;
  /** Both gates, as they are now. */
  readonly gates: Gates;
  readonly milestoneIds: readonly string[];
  readonly reason: string;
}

export type PaymentGateOpened = DomainEvent<'PaymentGateOpened', OfGate>;
export type PaymentGateClosed = DomainEvent<'PaymentGateClosed', OfGate>;
export type PaymentGateOverridden = DomainEvent<
  'PaymentGateOverridden',
  OfGate & { readonly until: string; readonly approvedBy: string }
>;

export type MoneyEvent =
  | PaymentMilestoneDue
  | PaymentMilestoneTriggered
  | PaymentMilestoneOverdue
  | PaymentMilestonePaid
  | PaymentMilestoneWaived
  | RetentionPeriodBegun
  | ReceiptRecorded
  | ReceiptAllocated
  | ReceiptReversed
  | ReceiptMatured
  | RefundRecorded
  | SupplierPaymentRecorded
  | InvoiceRecorded
  | InvoiceReddened
  | PaymentGateOpened
  | PaymentGateClosed
  | PaymentGateOverridden;
