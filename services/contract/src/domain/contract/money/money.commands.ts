import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Instrument, InvoiceKind } from '../contract.values.js';

/** A part of the money for a milestone, fen. */
export interface SaidAllocation {
  readonly milestoneId: string;
  readonly amountFen: number;
}

/** Who has paid: an organisation by register or name, a person by reference into the vault. */
export interface SaidPayer {
  readonly partyId?: string;
  readonly name?: string;
  readonly personRef?: string;
}

export class RecordReceipt extends CommandTo<
  'contractId',
  {
    readonly amountFen: number;
    readonly receivedOn: string;
    readonly payer?: SaidPayer;
    readonly bankRef: string;
    readonly instrument: Instrument;
    readonly maturesOn?: string;
    readonly allocations?: readonly SaidAllocation[];
    /** Says that this much is kept without a milestone, beyond the contract's total too. */
    readonly unallocatedFen?: number;
  }
> {
  readonly type = 'RecordReceipt';
}

export class AllocateReceipt extends CommandTo<
  'contractId',
  { readonly receiptId: string; readonly allocations: readonly SaidAllocation[] }
> {
  readonly type = 'AllocateReceipt';
}

export class ReverseReceipt extends CommandTo<'contractId', { readonly receiptId: string; readonly reason: string }> {
  readonly type = 'ReverseReceipt';
}

/** By timer, on the day of a bill's maturity. */
export class MatureReceipt extends CommandTo<'contractId', { readonly receiptId: string }> {
  readonly type = 'MatureReceipt';
}

export class RecordRefund extends CommandTo<
  'contractId',
  {
    readonly amountFen: number;
    readonly on: string;
    readonly bankRef: string;
    /** Milestones that the money is taken from; without it unallocated money goes first, then the newest allocations. */
    readonly allocations?: readonly SaidAllocation[];
  }
> {
  readonly type = 'RecordRefund';
}

export class RecordSupplierPayment extends CommandTo<
  'contractId',
  {
    readonly supplierPartyId: string;
    readonly amountFen: number;
    readonly paidOn: string;
    readonly bankRef: string;
    /** BUY lines; all of them when absent. */
    readonly lineIds?: readonly string[];
  }
> {
  readonly type = 'RecordSupplierPayment';
}

export class RecordInvoice extends CommandTo<
  'contractId',
  {
    readonly invoiceNo: string;
    readonly kind: InvoiceKind;
    readonly amountFen: number;
    readonly taxFen: number;
    readonly milestoneIds?: readonly string[];
    readonly issuedOn?: string;
  }
> {
  readonly type = 'RecordInvoice';
}

export class RedInvoice extends CommandTo<
  'contractId',
  {
    readonly invoiceId: string;
    readonly redInvoiceNo: string;
    /** All that is left of the invoice unless said. */
    readonly amountFen?: number;
    readonly taxFen?: number;
    readonly reason: string;
  }
> {
  readonly type = 'RedInvoice';
}

/** An invoice that was booked by mistake (作废): its number is free again. */
export class VoidInvoice extends CommandTo<'contractId', { readonly invoiceId: string; readonly reason: string }> {
  readonly type = 'VoidInvoice';
}

/** A red letter that was booked by mistake: the invoice stands as before it. */
export class CancelRedLetter extends CommandTo<
  'contractId',
  { readonly invoiceId: string; readonly redInvoiceNo: string; readonly reason: string }
> {
  readonly type = 'CancelRedLetter';
}

/** A refund that was booked by mistake: the money is with us. */
export class ReverseRefund extends CommandTo<'contractId', { readonly refundId: string; readonly reason: string }> {
  readonly type = 'ReverseRefund';
}

/** A payment to a supplier that was booked by mistake. */
export class ReverseSupplierPayment extends CommandTo<
  'contractId',
  { readonly paymentId: string; readonly reason: string }
> {
  readonly type = 'ReverseSupplierPayment';
}

export type ReceiptCommand = RecordReceipt | AllocateReceipt | ReverseReceipt | MatureReceipt;
export type RefundCommand = RecordRefund | ReverseRefund;
export type SupplierPaymentCommand = RecordSupplierPayment | ReverseSupplierPayment;
export type InvoiceCommand = RecordInvoice | RedInvoice | VoidInvoice | CancelRedLetter;
export type MoneyCommand = ReceiptCommand | RefundCommand | SupplierPaymentCommand | InvoiceCommand;
