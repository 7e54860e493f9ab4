import { shownIn, type ShownPersons } from '@engsales/personal-data';
import {
  redFen,
  redTaxFen,
  type Invoice,
  type Receipt,
  type Refund,
  type SupplierPayment,
} from '../domain/contract/money/money.state.js';

export const receiptView = (receipt: Receipt, people: ShownPersons) => ({
  receiptId: receipt.receiptId,
  bankRef: receipt.bankRef,
  amountFen: receipt.amountFen,
  receivedOn: receipt.receivedOn,
  payer: receipt.payer && {
    partyId: receipt.payer.partyId,
    name: receipt.payer.name,
    ...(receipt.payer.personRef === undefined ? {} : shownIn(people, receipt.payer.personRef)),
  },
  instrument: receipt.instrument,
  maturesOn: receipt.maturesOn,
  cleared: receipt.cleared,
  status: receipt.status,
  allocations: receipt.allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen })),
  recordedBy: receipt.recordedBy,
  recordedOn: receipt.recordedOn,
});

export const refundView = ({ refundId, status, amountFen, refundedOn, bankRef }: Refund) => ({
  refundId,
  status,
  amountFen,
  refundedOn,
  bankRef,
});

export const supplierPaymentView = (payment: SupplierPayment) => ({
  paymentId: payment.paymentId,
  supplierPartyId: payment.supplierPartyId,
  amountFen: payment.amountFen,
  paidOn: payment.paidOn,
  bankRef: payment.bankRef,
  lineIds: payment.lineIds,
  status: payment.status,
});

export const invoiceView = (invoice: Invoice) => ({
  invoiceId: invoice.invoiceId,
  invoiceNo: invoice.invoiceNo,
  kind: invoice.kind,
  amountFen: invoice.amountFen,
  taxFen: invoice.taxFen,
  milestoneIds: invoice.milestoneIds,
  issuedOn: invoice.issuedOn,
  status: invoice.status,
  redFen: redFen(invoice),
  redTaxFen: redTaxFen(invoice),
  redInvoiceNos: invoice.redLetters.map((red) => red.redInvoiceNo),
  redLetters: invoice.redLetters.map(({ redInvoiceNo, amountFen, taxFen }) => ({ redInvoiceNo, amountFen, taxFen })),
});
