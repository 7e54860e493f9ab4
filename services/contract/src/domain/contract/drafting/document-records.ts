import { milestoneFromRecord, recordOfMilestone } from '../milestones/milestone-records.js';
import type { AwardedLineRecord, DocumentRecord, LineRecord } from './drafting.events.js';
import type { ContractDocument, ContractLine } from './drafting.state.js';

/** The document as it is stored. */
export function recordOfDocument(document: ContractDocument): DocumentRecord {
  return {
    projectName: document.projectName,
    source: document.source,
    customer: document.customer,
    salespersonId: document.salespersonId,
    merchandiserId: document.merchandiserId,
    operationMode: document.operationMode,
    riskAssessmentId: document.riskAssessmentId,
    writtenConsentRef: document.writtenConsentRef,
    agreementId: document.agreementId,
    lines: document.lines.map(recordOfLine),
    milestones: document.milestones.map(recordOfMilestone),
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    warrantyTerms: document.warrantyTerms,
    penaltyTerms: document.penaltyTerms,
    rightsAndObligations: document.rightsAndObligations,
    drawings: document.drawings.map(({ drawingNo, rev, docRef }) => ({ drawingNo, rev, docRef })),
    awardedFen: document.awardedFen,
    awardedLines: document.awardedLines?.map(awardedLineOf),
    awardExceptionRef: document.awardExceptionRef,
    signingDueOn: document.signingDueOn,
  };
}

/** The document as a stored event has it. */
export function documentFromRecord(record: DocumentRecord): ContractDocument {
  return {
    projectName: record.projectName,
    source: record.source,
    customer: record.customer,
    salespersonId: record.salespersonId,
    merchandiserId: record.merchandiserId,
    operationMode: record.operationMode,
    riskAssessmentId: record.riskAssessmentId,
    writtenConsentRef: record.writtenConsentRef,
    agreementId: record.agreementId,
    lines: record.lines.map(lineFromRecord),
    milestones: record.milestones.map(milestoneFromRecord),
    totalFen: record.totalFen,
    taxFen: record.taxFen,
    warrantyTerms: record.warrantyTerms,
    penaltyTerms: record.penaltyTerms,
    rightsAndObligations: record.rightsAndObligations,
    drawings: record.drawings.map(({ drawingNo, rev, docRef }) => ({ drawingNo, rev, docRef })),
    awardedFen: record.awardedFen,
    awardedLines: record.awardedLines?.map(awardedLineOf),
    awardExceptionRef: record.awardExceptionRef,
    signingDueOn: record.signingDueOn,
  };
}

const awardedLineOf = ({ lineId, itemCode, qty, unitPrice, committedDate }: AwardedLineRecord): AwardedLineRecord => ({
  lineId,
  itemCode,
  qty,
  unitPrice,
  committedDate,
});

function recordOfLine(line: ContractLine): LineRecord {
  return {
    lineId: line.lineId,
    itemCode: line.itemCode,
    name: line.name,
    spec: line.spec,
    qty: line.qty,
    uom: line.uom,
    unitPrice: line.unitPrice,
    discountFen: line.discountFen > 0 ? line.discountFen : undefined,
    amountFen: line.amountFen,
    taxFen: line.taxFen,
    taxRateBps: line.taxRateBps,
    fulfilment: line.fulfilment,
    requestedDate: line.requestedDate,
    committedDate: line.committedDate,
    deliverTo: line.deliverTo,
    packageKey: line.packageKey,
    trackingKey: line.trackingKey,
  };
}

function lineFromRecord(record: LineRecord): ContractLine {
  return {
    lineId: record.lineId,
    itemCode: record.itemCode,
    name: record.name,
    spec: record.spec,
    qty: record.qty,
    uom: record.uom,
    unitPrice: record.unitPrice,
    discountFen: record.discountFen ?? 0,
    amountFen: record.amountFen,
    taxFen: record.taxFen,
    taxRateBps: record.taxRateBps,
    fulfilment: record.fulfilment,
    requestedDate: record.requestedDate,
    committedDate: record.committedDate,
    deliverTo: record.deliverTo,
    packageKey: record.packageKey,
    trackingKey: record.trackingKey,
  };
}
