import { paymentAxis, type Booking } from './account.js';
import type { ExistingContract } from './contract-state.js';
import type { MoneyEvent } from './money.events.js';
import type { Receipt } from './money.js';
import type { PaymentMilestone } from './payment-schedule.js';

export function evolveMoney(contract: ExistingContract, event: MoneyEvent): ExistingContract {
  switch (event.type) {
    case 'PaymentMilestoneDue':
    case 'PaymentMilestoneTriggered': {
      const { milestoneId, dueOn, triggeredOn, status = 'DUE' } = event.data;
      return changed(contract, milestoneId, { status, dueOn, ...(triggeredOn ? { triggeredOn } : {}) });
    }
    case 'PaymentMilestoneOverdue':
      return changed(contract, event.data.milestoneId, { status: 'OVERDUE', overdueSince: event.data.asOf });
    case 'PaymentMilestoneWaived':
      return changed(contract, event.data.milestoneId, { status: 'WAIVED', waivedFen: event.data.waivedFen });
    case 'RetentionPeriodBegun':
      return changed(contract, event.data.milestoneId, { triggersOn: event.data.triggersOn });
    case 'PaymentMilestonePaid':
      return contract; // told by the booking before it
    case 'ReceiptRecorded': {
      const { receiptId, bankRef, amountFen, receivedOn, payer, instrument, maturesOn, cleared, status } = event.data;
      const who = { ...(payer ? { payer } : {}), ...(maturesOn ? { maturesOn } : {}) };
      const receipt = {
        receiptId,
        bankRef,
        amountFen,
        receivedOn,
        instrument,
        cleared,
        status,
        ...who,
        allocations: [],
      };
      return booked({ ...contract, receipts: [...(contract.receipts ?? []), receipt] }, event.data);
    }
    case 'ReceiptAllocated':
      return booked(contract, event.data);
    case 'ReceiptReversed':
      return booked(withReceipt(contract, event.data.receiptId, { status: 'REVERSED', allocations: [] }), event.data);
    case 'ReceiptMatured':
      return booked(withReceipt(contract, event.data.receiptId, { cleared: true }), event.data);
    case 'RefundRecorded': {
      const { refundId, amountFen, refundedOn, bankRef } = event.data;
      const refunds = [...(contract.refunds ?? []), { refundId, amountFen, refundedOn, bankRef }];
      return booked({ ...contract, refunds }, event.data);
    }
    case 'SupplierPaymentRecorded': {
      const { contractId: _id, supplierPaidFen: _sum, ...payment } = event.data;
      return { ...contract, supplierPayments: [...(contract.supplierPayments ?? []), payment] };
    }
    case 'InvoiceRecorded': {
      const { contractId: _id, invoicedFen: _sum, timing: _timing, ...said } = event.data;
      const invoice = { ...said, redFen: 0, redTaxFen: 0, redInvoiceNos: [] };
      return { ...contract, invoices: [...(contract.invoices ?? []), invoice] };
    }
    case 'InvoiceReddened':
      return { ...contract, invoices: reddened(contract, event.data) };
    case 'PaymentGateOpened': {
      const { [event.data.gate]: _spent, ...creditReleases } = contract.creditReleases ?? {};
      return { ...contract, gates: event.data.gates, creditReleases };
    }
    case 'PaymentGateClosed':
      return { ...contract, gates: event.data.gates };
    case 'PaymentGateOverridden': {
      const { gate, gates, until, approvedBy, reason } = event.data;
      const release = { until, approvedBy, reason };
      return { ...contract, gates, creditReleases: { ...contract.creditReleases, [gate]: release } };
    }
  }
}

function booked(contract: ExistingContract, { milestones: moved, allocationsOf, payment }: Booking): ExistingContract {
  const milestones = (contract.milestones ?? []).map((milestone) => {
    const standing = moved.find(({ milestoneId }) => milestoneId === milestone.id);
    if (!standing) return milestone;
    const { status, paidFen, unclearedFen } = standing;
    return { ...milestone, status, paidFen, unclearedFen };
  });
  const receipts = (contract.receipts ?? []).map((receipt) => {
    const moved = allocationsOf.find(({ receiptId }) => receiptId === receipt.receiptId);
    return moved ? { ...receipt, allocations: moved.allocations } : receipt;
  });
  return { ...contract, milestones, receipts, payment };
}

function changed(contract: ExistingContract, id: string, change: Partial<PaymentMilestone>): ExistingContract {
  const milestones = (contract.milestones ?? []).map((m) => (m.id === id ? { ...m, ...change } : m));
  return { ...contract, milestones, payment: paymentAxis(milestones) };
}

function withReceipt(contract: ExistingContract, id: string, change: Partial<Receipt>): ExistingContract {
  const receipts = (contract.receipts ?? []).map((r) => (r.receiptId === id ? { ...r, ...change } : r));
  return { ...contract, receipts };
}

function reddened(
  { invoices = [] }: ExistingContract,
  { invoiceId, redInvoiceNo, amountFen, taxFen }: Extract<MoneyEvent, { type: 'InvoiceReddened' }>['data'],
) {
  return invoices.map((invoice) =>
    invoice.invoiceId === invoiceId
      ? {
          ...invoice,
          redFen: invoice.redFen + amountFen,
          redTaxFen: invoice.redTaxFen + taxFen,
          redInvoiceNos: [...invoice.redInvoiceNos, redInvoiceNo],
        }
      : invoice,
  );
}
