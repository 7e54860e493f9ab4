import type { ContractImportedData, ContractSignedData } from '@engsales/events';
import type { ContractSigned } from '../domain/contract/contract.events.js';
import type { ContractImported } from '../domain/contract/execution.events.js';
import type { PaymentMilestone } from '../domain/contract/payment-schedule.js';

/** The whole snapshot as it is published; names of persons are not in it. */
export function signedData({ data }: ContractSigned): ContractSignedData {
  const { document } = data;
  return {
    contractId: data.contractId,
    contractNo: data.contractNo,
    contractVersion: data.contractVersion,
    state: data.state,
    ...(document.source ? { source: document.source } : {}),
    projectName: document.projectName,
    ...(document.customer?.partyId ? { customerPartyId: document.customer.partyId } : {}),
    customerName: document.customer?.name ?? '',
    salespersonId: document.salespersonId ?? '',
    merchandiserId: document.merchandiserId ?? '',
    operationMode: document.operationMode,
    signedOn: data.signedOn,
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    currency: 'CNY',
    lines: document.lines.map(({ taxFen: _taxFen, ...line }) => line),
    orderLineIds: data.orderLineIds,
    milestones: document.milestones.map(milestoneData),
    gates: data.gates,
    ...(document.warrantyTerms ? { warrantyTerms: document.warrantyTerms } : {}),
    ...(document.penaltyTerms ? { penaltyTerms: document.penaltyTerms } : {}),
    drawings: document.drawings ?? [],
    ...(document.awardedFen === undefined ? {} : { awardedFen: document.awardedFen }),
  };
}

/** A contract from another system: what it says and what has been paid and shipped. */
export function importedData({ data }: ContractImported): ContractImportedData {
  const { contractId, contractNo, contractVersion, state, signedOn, document, orderLineIds, gates } = data;
  const { contractReceivedFen, contractOutstandingFen, unallocatedFen, payment, delivery, importedOn } = data;
  return {
    contractId,
    contractNo,
    contractVersion,
    state,
    projectName: document.projectName,
    customerName: document.customer?.name ?? '',
    salespersonId: document.salespersonId ?? '',
    merchandiserId: document.merchandiserId ?? '',
    operationMode: document.operationMode,
    signedOn,
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    currency: 'CNY',
    lines: document.lines.map(({ taxFen: _taxFen, ...line }) => line),
    orderLineIds,
    milestones: data.milestones.map(milestoneData),
    gates,
    shippedLines: Object.entries(data.progress).map(([lineId, { shippedQty, deliveredQty }]) => {
      return { lineId, shippedQty, deliveredQty };
    }),
    receipts: data.receipts.map(({ receiptId, bankRef, amountFen, receivedOn, allocations }) => {
      return { receiptId, bankRef, amountFen, receivedOn, allocations };
    }),
    contractReceivedFen,
    contractOutstandingFen,
    unallocatedFen,
    payment,
    delivery,
    importedOn,
  };
}

function milestoneData({ id, kind, amountFen, trigger, netDays, gate, status, dueOn }: PaymentMilestone) {
  return { id, kind, amountFen, trigger, netDays, gate, status, ...(dueOn ? { dueOn } : {}) };
}
