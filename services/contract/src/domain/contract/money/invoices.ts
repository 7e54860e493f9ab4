import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isSameNumber, proportionFen } from '@engsales/values';
import { refuseFuture } from '../contract.dates.js';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { milestoneNamed } from '../milestones/milestone-triggers.js';
import { accountOf, netReceivedFen } from './account.js';
import { RecordInvoice, RedInvoice, type InvoiceCommand } from './money.commands.js';
import type { InvoiceEvent } from './money.events.js';
import { invoicedFen, type Invoice } from './money.state.js';

/** VAT invoices (发票) and red letters (红字发票). */
export const invoiceRules = {
  RecordInvoice: { command: RecordInvoice, in: SIGNED_STATES, decide: recordInvoice },
  RedInvoice: { command: RedInvoice, in: SIGNED_STATES, decide: redInvoice },
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
      redFen: 0,
      redTaxFen: 0,
      redInvoiceNos: [],
    };
    return { ...contract, invoices: [...contract.invoices, invoice] };
  },
  InvoiceReddened: (contract, { invoiceId, redInvoiceNo, amountFen, taxFen }) => ({
    ...contract,
    invoices: contract.invoices.map((invoice) =>
      invoice.invoiceId === invoiceId
        ? {
            ...invoice,
            redFen: invoice.redFen + amountFen,
            redTaxFen: invoice.redTaxFen + taxFen,
            redInvoiceNos: [...invoice.redInvoiceNos, redInvoiceNo],
          }
        : invoice,
    ),
  }),
} satisfies FoldOf<InvoiceEvent, SignedContract>;

/** @throws Rejected DUPLICATE_INVOICE, DATE_IN_FUTURE, INVOICE_EXCEEDS_CONTRACT, NOT_FOUND for a milestone */
function recordInvoice({ data, issued }: RecordInvoice, contract: SignedContract): ContractEvent[] {
  const { invoiceNo, kind, amountFen, taxFen, milestoneIds = [], issuedOn = issued.today } = data;
  refuseKnownNumber(contract, invoiceNo);
  refuseFuture('issuedOn', issuedOn, issued.today);
  refuseTaxOver(taxFen, amountFen);
  const milestones = milestoneIds.map((id) => milestoneNamed(contract, id));
  const before = invoicedFen(contract.invoices);
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
function redInvoice({ data, issued }: RedInvoice, contract: SignedContract): ContractEvent[] {
  const invoice = contract.invoices.find(({ invoiceId }) => invoiceId === data.invoiceId);
  if (!invoice) throw new Rejected('NOT_FOUND', 'the contract has no such invoice', { invoiceId: data.invoiceId });
  refuseKnownNumber(contract, data.redInvoiceNo);
  const leftFen = invoice.amountFen - invoice.redFen;
  const { amountFen = leftFen } = data;
  const leftTaxFen = invoice.taxFen - invoice.redTaxFen;
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

function refuseTaxOver(taxFen: number, amountFen: number): void {
  if (taxFen <= amountFen) return;
  throw new Rejected('VALIDATION_FAILED', 'the tax is more than the amount that contains it', { pointer: '/taxFen' });
}

function refuseKnownNumber({ invoices }: SignedContract, invoiceNo: string): void {
  const known = invoices.flatMap((invoice) => [invoice.invoiceNo, ...invoice.redInvoiceNos]);
  if (!known.some((number) => isSameNumber(number, invoiceNo))) return;
  throw new Rejected('DUPLICATE_INVOICE', 'the invoice number is booked already', { invoiceNo });
}
