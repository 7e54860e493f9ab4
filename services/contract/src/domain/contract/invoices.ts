import { Rejected } from '@engsales/event-sourcing/decider';
import { proportionFen, sumFen } from '@engsales/values';
import { netReceivedFen } from './account.js';
import { accountOf, milestoneNamed, refuseFuture, sameReference } from './booking.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { RecordInvoice, RedInvoice } from './money.commands.js';

export const INVOICE_KINDS = ['VAT_SPECIAL', 'VAT_ORDINARY'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** A VAT invoice (发票) and what red-letter invoices (红字发票) have taken back of it; fen, VAT included. */
export interface Invoice {
  readonly invoiceId: string;
  readonly invoiceNo: string;
  readonly kind: InvoiceKind;
  readonly amountFen: number;
  readonly taxFen: number;
  readonly milestoneIds: readonly string[];
  readonly issuedOn: string;
  readonly redFen: number;
  readonly redTaxFen: number;
  readonly redInvoiceNos: readonly string[];
}

/** Invoices less their red letters, fen. */
export const invoicedFen = ({ invoices = [] }: ExistingContract): number =>
  sumFen(invoices.map((invoice) => invoice.amountFen - invoice.redFen));

/** @throws Rejected DUPLICATE_INVOICE, DATE_IN_FUTURE, INVOICE_EXCEEDS_CONTRACT, NOT_FOUND for a milestone */
export function recordInvoice({ data, issued }: RecordInvoice, contract: ExistingContract): ContractEvent[] {
  const { invoiceNo, kind, amountFen, taxFen, milestoneIds = [], issuedOn = issued.today } = data;
  refuseKnownNumber(contract, invoiceNo);
  refuseFuture('issuedOn', issuedOn, issued.today);
  if (taxFen > amountFen) {
    throw new Rejected('VALIDATION_FAILED', 'the tax is contained in the amount', { pointer: '/taxFen' });
  }
  const milestones = milestoneIds.map((id) => milestoneNamed(contract, id));
  const before = invoicedFen(contract);
  const { totalFen } = contract.document;
  if (before + amountFen > totalFen) {
    const details = { totalFen, invoicedFen: before, amountFen };
    throw new Rejected('INVOICE_EXCEEDS_CONTRACT', 'more would be invoiced than the contract is worth', details);
  }
  const paid = milestones.length > 0 && milestones.every((m) => m.paidFen >= m.amountFen);
  const covered = milestones.length === 0 && netReceivedFen(accountOf(contract)) >= before + amountFen;
  const timing = paid || covered ? ('AFTER_PAYMENT' as const) : ('BEFORE_PAYMENT' as const);
  const what = { invoiceId: issued.commandId, invoiceNo, kind, amountFen, taxFen, milestoneIds, issuedOn, timing };
  const { contractId } = contract;
  return [{ type: 'InvoiceRecorded', data: { contractId, ...what, invoicedFen: before + amountFen } }];
}

/** Takes an invoice back, whole or in part. @throws Rejected NOT_FOUND, DUPLICATE_INVOICE, RED_EXCEEDS_INVOICE */
export function redInvoice({ data, issued }: RedInvoice, contract: ExistingContract): ContractEvent[] {
  const invoice = contract.invoices?.find(({ invoiceId }) => invoiceId === data.invoiceId);
  if (!invoice) throw new Rejected('NOT_FOUND', 'the contract has no such invoice', { invoiceId: data.invoiceId });
  refuseKnownNumber(contract, data.redInvoiceNo);
  const leftFen = invoice.amountFen - invoice.redFen;
  const { amountFen = leftFen } = data;
  const leftTaxFen = invoice.taxFen - invoice.redTaxFen;
  const share = amountFen === leftFen ? leftTaxFen : proportionFen(invoice.taxFen, amountFen, invoice.amountFen);
  const taxFen = data.taxFen ?? Math.min(share, leftTaxFen);
  if (taxFen > amountFen) {
    throw new Rejected('VALIDATION_FAILED', 'the tax is contained in the amount', { pointer: '/taxFen' });
  }
  if (leftFen === 0 || amountFen > leftFen || taxFen > leftTaxFen) {
    const details = { invoiceNo: invoice.invoiceNo, leftFen, leftTaxFen };
    throw new Rejected('RED_EXCEEDS_INVOICE', 'more than is left of the invoice', details);
  }
  const { invoiceId, invoiceNo } = invoice;
  const { redInvoiceNo, reason } = data;
  const what = { invoiceId, invoiceNo, redInvoiceNo, amountFen, taxFen, reason, redOn: issued.today };
  const { contractId } = contract;
  const rest = invoicedFen(contract) - amountFen;
  return [{ type: 'InvoiceReddened', data: { contractId, ...what, invoicedFen: rest } }];
}

function refuseKnownNumber({ invoices = [] }: ExistingContract, invoiceNo: string): void {
  const known = invoices.flatMap((invoice) => [invoice.invoiceNo, ...invoice.redInvoiceNos]);
  if (!known.some((number) => sameReference(number, invoiceNo))) return;
  throw new Rejected('DUPLICATE_INVOICE', 'the invoice number is booked already', { invoiceNo });
}
