import type { Invoice, Receipt, Refund, SupplierPayment } from '../domain/contract/money/money.state.js';

export const receiptView = (receipt: Receipt) => ({
  receiptId: receipt.receiptId,
  bankRef: receipt.bankRef,
  amountFen: receipt.amountFen,
  receivedOn: receipt.receivedOn,
  payer: receipt.payer && {
    partyId: receipt.payer.partyId,
    name: receipt.payer.name,
    personRef: receipt.payer.personRef,
  },
  instrument: receipt.instrument,
  maturesOn: receipt.maturesOn,
  cleared: receipt.cleared,
  status: receipt.status,
  allocations: receipt.allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen })),
});

export const refundView = ({ refundId, amountFen, refundedOn, bankRef }: Refund) => ({
  refundId,
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
});

export const invoiceView = (invoice: Invoice) => ({
  invoiceId: invoice.invoiceId,
  invoiceNo: invoice.invoiceNo,
  kind: invoice.kind,
  amountFen: invoice.amountFen,
  taxFen: invoice.taxFen,
  milestoneIds: invoice.milestoneIds,
  issuedOn: invoice.issuedOn,
  redFen: invoice.redFen,
  redTaxFen: invoice.redTaxFen,
  redInvoiceNos: invoice.redInvoiceNos,
});
