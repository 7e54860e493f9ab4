import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Instrument, InvoiceKind, MilestoneStatus, PaymentAxis } from '../contract.values.js';

export interface AllocationRecord {
  readonly milestoneId: string;
  readonly amountFen: number;
}

/** Where a milestone stands after a booking; absolute. */
export interface MilestoneStanding {
  readonly milestoneId: string;
  readonly status: MilestoneStatus;
  readonly paidFen: number;
  readonly unclearedFen: number;
  /** Last day to pay, once its trigger has come about. */
  readonly dueOn?: string;
}

/** What a booking leaves behind: the totals of the contract in fen, and whatever moved; absolute, never deltas. */
export interface BookingRecord {
  readonly milestones: readonly MilestoneStanding[];
  readonly allocationsOf: readonly {
    readonly receiptId: string;
    readonly allocations: readonly AllocationRecord[];
  }[];
  /** Receipts less reversals less refunds. */
  readonly contractReceivedFen: number;
  readonly refundedFen: number;
  /** Still to come on all milestones. */
  readonly contractOutstandingFen: number;
  /** Received, but allocated to no milestone. */
  readonly unallocatedFen: number;
  readonly payment: PaymentAxis;
}

/** A receipt as it was booked. */
export interface ReceiptRecord {
  readonly receiptId: string;
  readonly bankRef: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly payer?: { readonly partyId?: string; readonly name?: string; readonly personRef?: string };
  readonly instrument: Instrument;
  readonly maturesOn?: string;
  readonly cleared: boolean;
  readonly status: 'RECORDED';
  readonly allocations: readonly AllocationRecord[];
  readonly recordedBy: string;
  readonly recordedOn: string;
}

export type ReceiptRecorded = DomainEvent<
  'ReceiptRecorded',
  ReceiptRecord & BookingRecord & { readonly contractId: string }
>;

export type ReceiptAllocated = DomainEvent<
  'ReceiptAllocated',
  BookingRecord & {
    readonly contractId: string;
    readonly receiptId: string;
    readonly allocations: readonly AllocationRecord[];
    readonly allocatedOn: string;
  }
>;

export type ReceiptReversed = DomainEvent<
  'ReceiptReversed',
  BookingRecord & {
    readonly contractId: string;
    readonly receiptId: string;
    readonly bankRef: string;
    readonly amountFen: number;
    readonly receivedOn: string;
    readonly reason: string;
    readonly reversedOn: string;
    /** What it had paid for. */
    readonly allocations: readonly AllocationRecord[];
  }
>;

export type ReceiptMatured = DomainEvent<
  'ReceiptMatured',
  BookingRecord & { readonly contractId: string; readonly receiptId: string; readonly maturedOn: string }
>;

export type RefundRecorded = DomainEvent<
  'RefundRecorded',
  BookingRecord & {
    readonly contractId: string;
    readonly refundId: string;
    readonly amountFen: number;
    readonly refundedOn: string;
    readonly bankRef: string;
  }
>;

export type SupplierPaymentRecorded = DomainEvent<
  'SupplierPaymentRecorded',
  {
    readonly contractId: string;
    readonly paymentId: string;
    readonly supplierPartyId: string;
    readonly amountFen: number;
    readonly paidOn: string;
    readonly bankRef: string;
    readonly lineIds: readonly string[];
    /** To all suppliers of the contract. */
    readonly supplierPaidFen: number;
  }
>;

export type InvoiceRecorded = DomainEvent<
  'InvoiceRecorded',
  {
    readonly contractId: string;
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
  {
    readonly contractId: string;
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

export type RefundReversed = DomainEvent<
  'RefundReversed',
  BookingRecord & {
    readonly contractId: string;
    readonly refundId: string;
    readonly amountFen: number;
    readonly refundedOn: string;
    readonly bankRef: string;
    readonly reason: string;
    readonly reversedOn: string;
  }
>;

export type SupplierPaymentReversed = DomainEvent<
  'SupplierPaymentReversed',
  {
    readonly contractId: string;
    readonly paymentId: string;
    readonly amountFen: number;
    readonly reason: string;
    readonly reversedBy: string;
    readonly reversedOn: string;
    readonly supplierPaidFen: number;
  }
>;

export type InvoiceVoided = DomainEvent<
  'InvoiceVoided',
  {
    readonly contractId: string;
    readonly invoiceId: string;
    readonly invoiceNo: string;
    readonly reason: string;
    readonly voidedBy: string;
    readonly voidedOn: string;
    readonly invoicedFen: number;
  }
>;

export type RedLetterCancelled = DomainEvent<
  'RedLetterCancelled',
  {
    readonly contractId: string;
    readonly invoiceId: string;
    readonly redInvoiceNo: string;
    readonly reason: string;
    readonly cancelledBy: string;
    readonly cancelledOn: string;
    readonly invoicedFen: number;
  }
>;

export type ReceiptEvent = ReceiptRecorded | ReceiptAllocated | ReceiptReversed | ReceiptMatured;
export type RefundEvent = RefundRecorded | RefundReversed;
export type SupplierPaymentEvent = SupplierPaymentRecorded | SupplierPaymentReversed;
export type InvoiceEvent = InvoiceRecorded | InvoiceReddened | InvoiceVoided | RedLetterCancelled;
export type MoneyEvent = ReceiptEvent | RefundEvent | SupplierPaymentEvent | InvoiceEvent;
