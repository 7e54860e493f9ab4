import type { ContractImportedData, ContractSignedData, PublicContractLine, PublicMilestone } from '@engsales/events';
import type { LineRecord } from '../domain/contract/drafting/drafting.events.js';
import type { TrackItemRecord } from '../domain/contract/execution/execution.events.js';
import type { ContractImported } from '../domain/contract/importing/importing.events.js';
import type { MilestoneRecord } from '../domain/contract/milestones/milestones.events.js';
import type { ContractSigned } from '../domain/contract/signing/signing.events.js';
import { publicAllocations, publicGates } from './published-money.js';

/** The whole snapshot as it is published; names of persons are not in it. */
export function signedData(data: ContractSigned['data']): ContractSignedData {
  const { document } = data;
  return {
    contractId: data.contractId,
    contractNo: data.contractNo,
    contractVersion: data.contractVersion,
    state: data.state,
    source: document.source && { type: document.source.type, id: document.source.id },
    projectName: document.projectName,
    customerPartyId: document.customer?.partyId,
    customerName: document.customer?.name ?? '',
    salespersonId: document.salespersonId ?? '',
    merchandiserId: document.merchandiserId ?? '',
    operationMode: document.operationMode,
    signedOn: data.signedOn,
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    currency: 'CNY',
    lines: document.lines.map(publicLine),
    orderLineIds: data.orderLineIds,
    milestones: document.milestones.map(publicMilestone),
    gates: publicGates(data.gates),
    warrantyTerms: document.warrantyTerms && {
      defectsLiabilityMonths: document.warrantyTerms.defectsLiabilityMonths,
      text: document.warrantyTerms.text,
    },
    penaltyTerms: document.penaltyTerms && {
      lateDeliveryBpsPerDay: document.penaltyTerms.lateDeliveryBpsPerDay,
      capBps: document.penaltyTerms.capBps,
    },
    drawings: document.drawings.map(({ drawingNo, rev, docRef }) => ({ drawingNo, rev, docRef })),
    awardedFen: document.awardedFen,
    payment: data.payment,
  };
}

/** A contract from another system: what it says and what has been paid and shipped. */
export function importedData(data: ContractImported['data']): ContractImportedData {
  const { document } = data;
  return {
    contractId: data.contractId,
    contractNo: data.contractNo,
    contractVersion: data.contractVersion,
    state: data.state,
    projectName: document.projectName,
    customerName: document.customer?.name ?? '',
    salespersonId: document.salespersonId ?? '',
    merchandiserId: document.merchandiserId ?? '',
    operationMode: document.operationMode,
    signedOn: data.signedOn,
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    currency: 'CNY',
    lines: document.lines.map(publicLine),
    orderLineIds: data.orderLineIds,
    milestones: data.milestones.map(publicMilestone),
    gates: publicGates(data.gates),
    shippedLines: data.progress.map(({ lineId, producedQty, shippedQty, deliveredQty }) => {
      return { lineId, producedQty, shippedQty, deliveredQty };
    }),
    receipts: data.receipts.map(({ receiptId, bankRef, amountFen, receivedOn, allocations }) => {
      return { receiptId, bankRef, amountFen, receivedOn, allocations: publicAllocations(allocations) };
    }),
    contractReceivedFen: data.contractReceivedFen,
    contractOutstandingFen: data.contractOutstandingFen,
    unallocatedFen: data.unallocatedFen,
    payment: data.payment,
    delivery: data.delivery,
    importedOn: data.importedOn,
  };
}

/** The tax of a line is the contract's own affair. */
function publicLine(line: LineRecord): PublicContractLine {
  return {
    lineId: line.lineId,
    itemCode: line.itemCode,
    name: line.name,
    spec: line.spec,
    qty: line.qty,
    uom: line.uom,
    unitPrice: line.unitPrice,
    discountFen: line.discountFen,
    amountFen: line.amountFen,
    taxRateBps: line.taxRateBps,
    fulfilment: line.fulfilment,
    requestedDate: line.requestedDate,
    committedDate: line.committedDate,
    deliverTo: line.deliverTo,
    packageKey: line.packageKey,
    trackingKey: line.trackingKey,
  };
}

function publicMilestone(milestone: MilestoneRecord): PublicMilestone {
  const { id, kind, amountFen, trigger, netDays, gate, status, dueOn } = milestone;
  return { id, kind, amountFen, trigger, netDays, gate, status, dueOn };
}

export const publicTrackItem = ({ item, ref, plannedOn, ownerId }: TrackItemRecord) => ({
  item,
  ref,
  plannedOn,
  ownerId,
});
