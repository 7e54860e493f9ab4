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

export type ReceiptCommand = RecordReceipt | AllocateReceipt | ReverseReceipt | MatureReceipt;
export type InvoiceCommand = RecordInvoice | RedInvoice;
export type MoneyCommand = ReceiptCommand | RecordRefund | RecordSupplierPayment | InvoiceCommand;
