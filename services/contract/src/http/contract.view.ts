import { isSigned, type Contract, type SignedContract } from '../domain/contract/contract.state.js';
import type { ContractDocument } from '../domain/contract/drafting/drafting.state.js';
import type { Progress } from '../domain/contract/execution/execution.state.js';

/** What GET answers of a contract: the document, and from the signature on what has come of it. */
export function contractView(contract: Exclude<Contract, { state: 'NONE' }>) {
  const { state, contractId, projectId, draftNo, document, rounds, draftedBy } = contract;
  return {
    state,
    contractId,
    projectId,
    draftNo,
    document: documentView(document),
    rounds,
    draftedBy,
    revisedBy: contract.revisedBy,
    submittedBy: contract.submittedBy,
    approvedBy: 'approvedBy' in contract ? contract.approvedBy : undefined,
    approvedOn: 'approvedOn' in contract ? contract.approvedOn : undefined,
    rejectionReason: contract.rejectionReason,
    abandonReason: contract.state === 'ABANDONED' ? contract.abandonReason : undefined,
    ...(isSigned(contract) ? signedView(contract) : {}),
  };
}

function documentView(document: ContractDocument) {
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
    lines: document.lines,
    milestones: document.milestones,
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    warrantyTerms: document.warrantyTerms,
    penaltyTerms: document.penaltyTerms,
    rightsAndObligations: document.rightsAndObligations,
    drawings: document.drawings,
    awardedFen: document.awardedFen,
    awardExceptionRef: document.awardExceptionRef,
    signingDueOn: document.signingDueOn,
  };
}

function signedView(contract: SignedContract) {
  return {
    contractNo: contract.contractNo,
    contractVersion: contract.contractVersion,
    signedOn: contract.signedOn,
    gates: contract.gates,
    creditReleases: contract.creditReleases,
    milestones: contract.milestones,
    executionForm: contract.executionForm,
    receipts: contract.receipts,
    refunds: contract.refunds,
    invoices: contract.invoices,
    supplierPayments: contract.supplierPayments,
    progress: progressByLine(contract.progress),
    payment: contract.payment,
    delivery: contract.delivery,
    acceptance: contract.acceptance,
    suspensions: contract.suspensions,
    suspension: contract.suspension,
    orderEnds: Object.fromEntries(
      contract.orderEnds.map(({ lineId, outcome, sunkCostFen }) => [lineId, { outcome, sunkCostFen }]),
    ),
    settlement: contract.settlement,
    completedOn: contract.completedOn,
    closedOn: contract.closedOn,
  };
}

function progressByLine(progress: Progress) {
  return Object.fromEntries(
    progress.map((line) => [
      line.lineId,
      {
        readyQty: line.readyQty,
        shippedQty: line.shippedQty,
        deliveredQty: line.deliveredQty,
        readyOn: line.readyOn,
        shippedOn: line.shippedOn,
        deliveredOn: line.deliveredOn,
        installedOn: line.installedOn,
        acceptedOn: line.acceptedOn,
      },
    ]),
  );
}
