import { deviationsFromAward } from '../domain/contract/award/deviations.js';
import type { ContractDocument, ContractLine, NegotiationRound } from '../domain/contract/drafting/drafting.state.js';
import { milestoneView } from './milestones.view.js';

export const documentView = (document: ContractDocument) => ({
  projectName: document.projectName,
  source: document.source && { type: document.source.type, id: document.source.id },
  customer: document.customer && { partyId: document.customer.partyId, name: document.customer.name },
  salespersonId: document.salespersonId,
  merchandiserId: document.merchandiserId,
  operationMode: document.operationMode,
  riskAssessmentId: document.riskAssessmentId,
  writtenConsentRef: document.writtenConsentRef,
  agreementId: document.agreementId,
  lines: document.lines.map(lineView),
  milestones: document.milestones.map(milestoneView),
  totalFen: document.totalFen,
  taxFen: document.taxFen,
  warrantyTerms: document.warrantyTerms && {
    defectsLiabilityMonths: document.warrantyTerms.defectsLiabilityMonths,
    text: document.warrantyTerms.text,
  },
  penaltyTerms: document.penaltyTerms && {
    lateDeliveryBpsPerDay: document.penaltyTerms.lateDeliveryBpsPerDay,
    capBps: document.penaltyTerms.capBps,
  },
  rightsAndObligations: document.rightsAndObligations,
  drawings: document.drawings.map(({ drawingNo, rev, docRef }) => ({ drawingNo, rev, docRef })),
  awardedFen: document.awardedFen,
  awardExceptionRef: document.awardExceptionRef,
  deviations: deviationsFromAward(document),
  signingDueOn: document.signingDueOn,
});

export const lineView = (line: ContractLine) => ({
  lineId: line.lineId,
  itemCode: line.itemCode,
  name: line.name,
  spec: line.spec,
  qty: line.qty,
  uom: line.uom,
  unitPrice: line.unitPrice,
  discountFen: line.discountFen,
  amountFen: line.amountFen,
  taxFen: line.taxFen,
  taxRateBps: line.taxRateBps,
  fulfilment: line.fulfilment,
  requestedDate: line.requestedDate,
  committedDate: line.committedDate,
  deliverTo: line.deliverTo,
  packageKey: line.packageKey,
  trackingKey: line.trackingKey,
});

export const roundView = ({ round, topic, ours, theirs, agreed, recordedBy, recordedOn }: NegotiationRound) => ({
  round,
  topic,
  ours,
  theirs,
  agreed,
  recordedBy,
  recordedOn,
});
