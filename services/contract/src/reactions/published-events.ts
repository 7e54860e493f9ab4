import {
  contractAbandoned,
  contractClosed,
  contractCompleted,
  contractDrafted,
  contractExecutionFormAccepted,
  contractImported,
  contractResumed,
  contractSettled,
  contractSigned,
  contractSuspended,
  contractTerminated,
  contractVoided,
  paymentGateClosed,
  paymentGateOpened,
  paymentGateOverridden,
  paymentMilestoneDue,
  paymentMilestoneDueWithdrawn,
  paymentMilestoneOverdue,
  paymentMilestonePaid,
  receiptRecorded,
  receiptReversed,
  refundRecorded,
  refundReversed,
} from '@engsales/events';
import { publish, publishing } from '@engsales/messaging';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import type { EndRecord } from '../domain/contract/ending/ending.events.js';
import { importedData, publicTrackItem, signedData } from './published-documents.js';
import { gateData, publicAllocations, publicBooking } from './published-money.js';

/** Own event -> public event. What is not in the table stays in the house. */
export const publishedEvents = publishing<ContractEvent>({
  ContractDrafted: ({ contractId, state, draftNo, document, draftedOn }) =>
    publish(contractDrafted, {
      contractId,
      state,
      draftNo,
      projectName: document.projectName,
      customerName: document.customer?.name,
      salespersonId: document.salespersonId,
      totalFen: document.totalFen,
      draftedOn,
    }),
  ContractAbandoned: ({ contractId, state, reason, source, abandonedOn }) =>
    publish(contractAbandoned, {
      contractId,
      state,
      reason,
      source: source && { type: source.type, id: source.id },
      abandonedOn,
    }),
  ContractSigned: (data) => publish(contractSigned, signedData(data)),
  ContractImported: (data) => publish(contractImported, importedData(data)),
  ContractExecutionFormAccepted: (data) =>
    publish(contractExecutionFormAccepted, {
      contractId: data.contractId,
      contractVersion: data.contractVersion,
      state: data.state,
      orderLineIds: data.orderLineIds,
      formId: data.formId,
      commerceOwnerId: data.commerceOwnerId,
      acceptedOn: data.acceptedOn,
      tracks: {
        money: data.tracks.money.map(publicTrackItem),
        goods: data.tracks.goods.map(publicTrackItem),
        service: data.tracks.service.map(publicTrackItem),
      },
      specialRequirements: data.specialRequirements,
    }),
  ContractCompleted: ({ contractId, state, completedOn }) =>
    publish(contractCompleted, { contractId, state, completedOn }),
  ContractClosed: ({ contractId, state, closedOn }) => publish(contractClosed, { contractId, state, closedOn }),
  PaymentMilestoneDue: (data) =>
    publish(paymentMilestoneDue, {
      contractId: data.contractId,
      milestoneId: data.milestoneId,
      kind: data.kind,
      amountFen: data.amountFen,
      paidFen: data.paidFen,
      dueOn: data.dueOn,
      gate: data.gate,
      status: data.status,
      trigger: data.trigger,
      triggeredOn: data.triggeredOn,
      payment: data.payment,
    }),
  PaymentMilestoneOverdue: (data) =>
    publish(paymentMilestoneOverdue, {
      contractId: data.contractId,
      milestoneId: data.milestoneId,
      kind: data.kind,
      status: data.status,
      amountFen: data.amountFen,
      paidFen: data.paidFen,
      dueOn: data.dueOn,
      asOf: data.asOf,
      daysOverdue: data.daysOverdue,
      outstandingFen: data.outstandingFen,
      gate: data.gate,
      payment: data.payment,
    }),
  PaymentMilestoneDueWithdrawn: (data) =>
    publish(paymentMilestoneDueWithdrawn, {
      contractId: data.contractId,
      milestoneId: data.milestoneId,
      kind: data.kind,
      amountFen: data.amountFen,
      paidFen: data.paidFen,
      dueOn: data.dueOn,
      gate: data.gate,
      status: data.status,
      reason: data.reason,
      withdrawnOn: data.withdrawnOn,
      payment: data.payment,
    }),
  PaymentMilestonePaid: ({ contractId, milestoneId, kind, status, amountFen, paidFen, dueOn, gate, payment }) =>
    publish(paymentMilestonePaid, { contractId, milestoneId, kind, status, amountFen, paidFen, dueOn, gate, payment }),
  PaymentGateOpened: (data) => publish(paymentGateOpened, gateData(data)),
  PaymentGateClosed: (data) => publish(paymentGateClosed, gateData(data)),
  PaymentGateOverridden: (data) =>
    publish(paymentGateOverridden, { ...gateData(data), until: data.until, approvedBy: data.approvedBy }),
  ReceiptRecorded: (data) =>
    publish(receiptRecorded, {
      contractId: data.contractId,
      receiptId: data.receiptId,
      bankRef: data.bankRef,
      amountFen: data.amountFen,
      receivedOn: data.receivedOn,
      instrument: data.instrument,
      maturesOn: data.maturesOn,
      allocations: publicAllocations(data.allocations),
      ...publicBooking(data),
    }),
  ReceiptReversed: (data) =>
    publish(receiptReversed, {
      contractId: data.contractId,
      receiptId: data.receiptId,
      bankRef: data.bankRef,
      amountFen: data.amountFen,
      receivedOn: data.receivedOn,
      reason: data.reason,
      reversedOn: data.reversedOn,
      allocations: publicAllocations(data.allocations),
      ...publicBooking(data),
    }),
  RefundRecorded: (data) =>
    publish(refundRecorded, {
      contractId: data.contractId,
      refundId: data.refundId,
      amountFen: data.amountFen,
      refundedOn: data.refundedOn,
      bankRef: data.bankRef,
      ...publicBooking(data),
    }),
  RefundReversed: (data) =>
    publish(refundReversed, {
      contractId: data.contractId,
      refundId: data.refundId,
      amountFen: data.amountFen,
      refundedOn: data.refundedOn,
      bankRef: data.bankRef,
      reason: data.reason,
      reversedOn: data.reversedOn,
      ...publicBooking(data),
    }),
  ContractSuspended: ({ contractId, contractVersion, state, orderLineIds, suspensionNo, reason, since }) =>
    publish(contractSuspended, { contractId, contractVersion, state, orderLineIds, suspensionNo, reason, since }),
  ContractResumed: ({ contractId, contractVersion, state, orderLineIds, suspensionNo, resumedOn, dateShifts }) =>
    publish(contractResumed, {
      contractId,
      contractVersion,
      state,
      orderLineIds,
      suspensionNo,
      resumedOn,
      dateShifts: dateShifts.map(({ lineId, from, to, reason }) => ({ lineId, from, to, reason })),
    }),
  ContractVoided: (data) => publish(contractVoided, { state: data.state, ...endData(data) }),
  ContractTerminated: (data) => publish(contractTerminated, { state: data.state, ...endData(data) }),
  ContractSettled: (data) =>
    publish(contractSettled, {
      contractId: data.contractId,
      state: data.state,
      finalFen: data.finalFen,
      receivedFen: data.receivedFen,
      balanceFen: data.balanceFen,
      sunkCostFen: data.sunkCostFen,
      cancelledMilestoneIds: data.cancelledMilestoneIds,
      refundDueFen: data.refundDueFen,
      settledOn: data.settledOn,
    }),
});

/** What the end of a contract means to others; its open money is the commercial office's. */
function endData(data: EndRecord) {
  return {
    contractId: data.contractId,
    contractVersion: data.contractVersion,
    orderLineIds: data.orderLineIds,
    source: data.source && { type: data.source.type, id: data.source.id },
    initiator: data.initiator,
    reason: data.reason,
    docRef: data.docRef,
    receivedFen: data.receivedFen,
    refundedFen: data.refundedFen,
    shippedLines: data.shippedLines.map(({ lineId, qty }) => ({ lineId, qty })),
  };
}
