import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { isSameNumber, proportionFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { milestoneNamed } from '../milestones/milestone-triggers.js';
import { accountOf, netReceivedFen, worthFen } from './account.js';
import { CancelRedLetter, RecordInvoice, RedInvoice, VoidInvoice, type InvoiceCommand } from './money.commands.js';
import type { InvoiceEvent } from './money.events.js';
import { invoicedFen, invoiceNumbersOf, redFen, redTaxFen, type Invoice } from './money.state.js';

/** VAT invoices (发票) and red letters (红字发票). */
export const invoiceRules = {
  RecordInvoice: { command: RecordInvoice, in: SIGNED_STATES, decide: recordInvoice },
  RedInvoice: { command: RedInvoice, in: SIGNED_STATES, decide: redInvoice },
  VoidInvoice: { command: VoidInvoice, in: SIGNED_STATES, decide: voidInvoice },
  CancelRedLetter: { command: CancelRedLetter, in: SIGNED_STATES, decide: cancelRedLetter },
} satisfies RulesOf<InvoiceCommand, SignedContract, ContractEvent>;

export const invoiceFold = {
  InvoiceRecorded(contract, data) {
    const invoice: Invoice = {
      invoiceId: data.invoiceId,
      invoiceNo: data.invoiceNo,
      kind: data.kind,
      amountFen: data.amountFen,
      taxFen: data.taxFen,
      milestoneIds: data.milestoneIds,
      issuedOn: data.issuedOn,
      status: 'ISSUED',
      redLetters: [],
    };
    return { ...contract, invoices: [...contract.invoices, invoice] };
  },
  InvoiceReddened: (contract, { invoiceId, redInvoiceNo, amountFen, taxFen }) =>
    changeInvoice(contract, invoiceId, (invoice) => ({
      redLetters: [...invoice.redLetters, { redInvoiceNo, amountFen, taxFen }],
    })),
  InvoiceVoided: (contract, { invoiceId }) => changeInvoice(contract, invoiceId, () => ({ status: 'VOIDED' })),
  RedLetterCancelled: (contract, { invoiceId, redInvoiceNo }) =>
    changeInvoice(contract, invoiceId, (invoice) => ({
      redLetters: invoice.redLetters.filter((red) => red.redInvoiceNo !== redInvoiceNo),
    })),
} satisfies FoldOf<InvoiceEvent, SignedContract>;

/** @throws Rejected DUPLICATE_INVOICE, DATE_IN_FUTURE, DATE_BEFORE_DRAFTING, INVOICE_EXCEEDS_CONTRACT, NOT_FOUND for a milestone */
function recordInvoice({ data, issued }: RecordInvoice, contract: SignedContract): ContractEvent[] {
  const { invoiceNo, kind, amountFen, taxFen, milestoneIds = [], issuedOn = issued.today } = data;
  refuseKnownNumber(contract, invoiceNo);
  refuseFuture('issuedOn', issuedOn, issued.today);
  refuseBefore('DRAFTING', 'issuedOn', issuedOn, contract.draftedOn);
  refuseTaxOver(taxFen, amountFen);
  const milestones = milestoneIds.map((id) => milestoneNamed(contract, id));
  const before = invoicedFen(contract.invoices);
  refuseOverInvoiced(worthFen(contract), before, amountFen);
  const paid = milestones.length > 0 && milestones.every((m) => m.paidFen >= m.amountFen);
  const covered = milestones.length === 0 && netReceivedFen(accountOf(contract)) >= before + amountFen;
  const timing = paid || covered ? ('AFTER_PAYMENT' as const) : ('BEFORE_PAYMENT' as const);
  const what = { invoiceId: issued.commandId, invoiceNo, kind, amountFen, taxFen, milestoneIds, issuedOn, timing };
  const { contractId } = contract;
  return [{ type: 'InvoiceRecorded', data: { contractId, ...what, invoicedFen: before + amountFen } }];
}

/** Takes an invoice back, whole or in part. @throws Rejected NOT_FOUND, INVALID_TRANSITION, DUPLICATE_INVOICE, RED_EXCEEDS_INVOICE */
function redInvoice({ data, issued }: RedInvoice, contract: SignedContract): ContractEvent[] {
  const invoice = invoiceNamed(contract, data.invoiceId);
  refuseKnownNumber(contract, data.redInvoiceNo);
  const leftFen = invoice.amountFen - redFen(invoice);
  const { amountFen = leftFen } = data;
  const leftTaxFen = invoice.taxFen - redTaxFen(invoice);
  const share = amountFen === leftFen ? leftTaxFen : proportionFen(invoice.taxFen, amountFen, invoice.amountFen);
  const taxFen = data.taxFen ?? Math.min(share, leftTaxFen);
  refuseTaxOver(taxFen, amountFen);
  if (leftFen === 0 || amountFen > leftFen || taxFen > leftTaxFen) {
    const details = { invoiceNo: invoice.invoiceNo, leftFen, leftTaxFen };
    throw new Rejected('RED_EXCEEDS_INVOICE', `only ${leftFen} fen are left of the invoice`, details);
  }
  const { invoiceId, invoiceNo } = invoice;
  const { redInvoiceNo, reason } = data;
  const what = { invoiceId, invoiceNo, redInvoiceNo, amountFen, taxFen, reason, redOn: issued.today };
  const { contractId } = contract;
  const rest = invoicedFen(contract.invoices) - amountFen;
  return [{ type: 'InvoiceReddened', data: { contractId, ...what, invoicedFen: rest } }];
}

/** Refused while red letters take it back: they must be cancelled first. @throws Rejected NOT_FOUND, INVALID_TRANSITION, INVOICE_HAS_RED_LETTERS */
function voidInvoice({ data, issued }: VoidInvoice, contract: SignedContract): ContractEvent[] {
  const { invoiceId, invoiceNo, redLetters, amountFen } = invoiceNamed(contract, data.invoiceId);
  if (redLetters.length > 0) {
    const redInvoiceNos = redLetters.map((red) => red.redInvoiceNo);
    throw new Rejected('INVOICE_HAS_RED_LETTERS', 'red letters take the invoice back', { invoiceId, redInvoiceNos });
  }
  const by = { reason: data.reason, voidedBy: issued.by.id, voidedOn: issued.today };
  const rest = invoicedFen(contract.invoices) - amountFen;
  const { contractId } = contract;
  return [{ type: 'InvoiceVoided', data: { contractId, invoiceId, invoiceNo, ...by, invoicedFen: rest } }];
}

/** Refused when the contract would then be invoiced beyond its worth. @throws Rejected NOT_FOUND, INVALID_TRANSITION, INVOICE_EXCEEDS_CONTRACT */
function cancelRedLetter({ data, issued }: CancelRedLetter, contract: SignedContract): ContractEvent[] {
  const { invoiceId, redInvoiceNo, reason } = data;
  const red = invoiceNamed(contract, invoiceId).redLetters.find((one) => isSameNumber(one.redInvoiceNo, redInvoiceNo));
  if (!red) throw new Rejected('NOT_FOUND', `the invoice has no red letter ${redInvoiceNo}`, { redInvoiceNo });
  const before = invoicedFen(contract.invoices);
  refuseOverInvoiced(worthFen(contract), before, red.amountFen);
  const by = { reason, cancelledBy: issued.by.id, cancelledOn: issued.today };
  const what = { contractId: contract.contractId, invoiceId, redInvoiceNo: red.redInvoiceNo, ...by };
  return [{ type: 'RedLetterCancelled', data: { ...what, invoicedFen: before + red.amountFen } }];
}

/** The invoice that a command names; a voided one is out. */
function invoiceNamed({ invoices }: SignedContract, invoiceId: string): Invoice {
  const invoice = invoices.find((other) => other.invoiceId === invoiceId);
  if (!invoice) throw new Rejected('NOT_FOUND', 'the contract has no such invoice', { invoiceId });
  if (invoice.status === 'ISSUED') return invoice;
  throw new Rejected('INVALID_TRANSITION', 'the invoice is voided', { invoiceId, status: invoice.status });
}

function refuseOverInvoiced(totalFen: number, before: number, amountFen: number): void {
  if (before + amountFen <= totalFen) return;
  const details = { totalFen, invoicedFen: before, amountFen };
  throw new Rejected('INVOICE_EXCEEDS_CONTRACT', 'more would be invoiced than the contract is worth', details);
}

function changeInvoice(
  contract: SignedContract,
  id: string,
  change: (invoice: Invoice) => Partial<Invoice>,
): SignedContract {
  const invoices = contract.invoices.map((one) => (one.invoiceId === id ? { ...one, ...change(one) } : one));
  return { ...contract, invoices };
}

function refuseTaxOver(taxFen: number, amountFen: number): void {
  if (taxFen <= amountFen) return;
  throw new Rejected('VALIDATION_FAILED', 'the tax is more than the amount that contains it', { pointer: '/taxFen' });
}

function refuseKnownNumber({ invoices }: SignedContract, invoiceNo: string): void {
  if (!invoiceNumbersOf(invoices).some((number) => isSameNumber(number, invoiceNo))) return;
  throw new Rejected('DUPLICATE_INVOICE', 'the invoice number is booked already', { invoiceNo });
}
