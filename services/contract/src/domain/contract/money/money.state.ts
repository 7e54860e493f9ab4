import { sumFen } from '@engsales/values';
import type { Instrument, InvoiceKind } from '../contract.values.js';

export interface Allocation {
  readonly milestoneId: string;
  readonly amountFen: number;
}

/** An organisation by register or name, a person by reference into the vault. */
export interface Payer {
  readonly partyId?: string;
  readonly name?: string;
  readonly personRef?: string;
}

/** Money that came in (回款), fen. */
export interface Receipt {
  readonly receiptId: string;
  readonly bankRef: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly payer?: Payer;
  readonly instrument: Instrument;
  readonly maturesOn?: string;
  /** False for a commercial acceptance bill until it has matured: it opens no gate before. */
  readonly cleared: boolean;
  readonly status: 'RECORDED' | 'REVERSED';
  readonly allocations: readonly Allocation[];
  /** Staff id. */
  readonly recordedBy: string;
  readonly recordedOn: string;
}

/** Money that went back to the customer (退款), fen. */
export interface Refund {
  readonly refundId: string;
  /** A reversed one was booked by mistake. */
  readonly status: 'RECORDED' | 'REVERSED';
  readonly amountFen: number;
  readonly refundedOn: string;
  readonly bankRef: string;
}

/** Money that we paid for bought-in goods, fen. */
export interface SupplierPayment {
  readonly paymentId: string;
  readonly supplierPartyId: string;
  readonly amountFen: number;
  readonly paidOn: string;
  readonly bankRef: string;
  readonly lineIds: readonly string[];
  readonly status: 'RECORDED' | 'REVERSED';
}

/** A VAT invoice (发票) and what red-letter invoices (红字发票) have taken back of it; fen, VAT included. */
export interface Invoice {
  readonly invoiceId: string;
  readonly invoiceNo: string;
  readonly kind: InvoiceKind;
  readonly amountFen: number;
  readonly taxFen: number;
  readonly milestoneIds: readonly string[];
  readonly issuedOn: string;
  /** A voided one (作废) was booked by mistake. */
  readonly status: 'ISSUED' | 'VOIDED';
  readonly redLetters: readonly RedLetter[];
}

/** What takes an invoice back, whole or in part (红字发票); fen, VAT included. */
export interface RedLetter {
  readonly redInvoiceNo: string;
  readonly amountFen: number;
  readonly taxFen: number;
}

export const redFen = ({ redLetters }: Invoice): number => sumFen(redLetters.map((red) => red.amountFen));
export const redTaxFen = ({ redLetters }: Invoice): number => sumFen(redLetters.map((red) => red.taxFen));

export const standingInvoices = (invoices: readonly Invoice[]): readonly Invoice[] =>
  invoices.filter((invoice) => invoice.status === 'ISSUED');

/** Invoices that stand less their red letters, fen. */
export const invoicedFen = (invoices: readonly Invoice[]): number =>
  sumFen(standingInvoices(invoices).map((invoice) => invoice.amountFen - redFen(invoice)));

export const standingReceipts = (receipts: readonly Receipt[]): readonly Receipt[] =>
  receipts.filter((receipt) => receipt.status === 'RECORDED');

export const standingRefunds = (refunds: readonly Refund[]): readonly Refund[] =>
  refunds.filter((refund) => refund.status === 'RECORDED');

export const standingPayments = (payments: readonly SupplierPayment[]): readonly SupplierPayment[] =>
  payments.filter((payment) => payment.status === 'RECORDED');

/** Numbers of the invoices that stand and of their red letters: each may bear it only once in the company. */
export const invoiceNumbersOf = (invoices: readonly Invoice[]): readonly string[] =>
  standingInvoices(invoices).flatMap(({ invoiceNo, redLetters }) => [
    invoiceNo,
    ...redLetters.map((red) => red.redInvoiceNo),
  ]);
