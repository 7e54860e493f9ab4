import type { ContractImportedData, ContractSignedData } from '@engsales/events';
import type { ContractSigned } from '../domain/contract/contract.events.js';
import type { ContractImported } from '../domain/contract/execution.events.js';
import type { PaymentMilestone } from '../domain/contract/payment-schedule.js';

/** The whole snapshot as it is published; names of persons are not in it. */
export function signedData({ data }: ContractSigned): ContractSignedData {
  const { document, contractId, contractNo, contractVersion, state, signedOn, orderLineIds, gates, payment } = data;
  const { source, warrantyTerms, penaltyTerms, awardedFen } = document;
  const where = { source, customerPartyId: document.customer?.partyId };
  return {
    ...{ contractId, contractNo, contractVersion, state },
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
    milestones: document.milestones.map(milestoneData),
    gates,
    drawings: document.drawings ?? [],
    ...said({ ...where, warrantyTerms, penaltyTerms, awardedFen, payment }),
  };
}

/** Without what is not there. */
function said<Data extends object>(data: Data): { [K in keyof Data]?: Exclude<Data[K], undefined> } {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as never;
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
