import { shownIn, type ShownPersons } from '@engsales/personal-data';
import { isSigned, type Contract, type SignedContract } from '../domain/contract/contract.state.js';
import { documentView, roundView } from './drafting.view.js';
import { formView, progressView } from './execution.view.js';
import { importedView } from './imported.view.js';
import { gatesView, milestoneView, releasesView } from './milestones.view.js';
import { invoiceView, receiptView, refundView, supplierPaymentView } from './money.view.js';

/** The persons whom a view of the contract shows. */
export function personsIn(contract: Contract): readonly string[] {
  if (!isSigned(contract)) return [];
  const payers = contract.receipts.flatMap(({ payer }) => payer?.personRef ?? []);
  return [...contract.signatories.map(({ personRef }) => personRef), ...payers];
}

/** What GET answers of a contract: the document, and from the signature on what has come of it. */
export function contractView(contract: Exclude<Contract, { state: 'NONE' }>, people: ShownPersons) {
  const { state, contractId, projectId, draftNo, document, rounds, draftedBy } = contract;
  return {
    state,
    contractId,
    projectId,
    draftNo,
    document: documentView(document),
    rounds: rounds.map(roundView),
    draftedBy,
    draftedOn: contract.draftedOn,
    revisers: contract.revisers,
    submitters: contract.submitters,
    revisedBy: contract.revisedBy,
    submittedBy: contract.submittedBy,
    approvedBy: 'approvedBy' in contract ? contract.approvedBy : undefined,
    approvedOn: 'approvedOn' in contract ? contract.approvedOn : undefined,
    rejectionReason: contract.rejectionReason,
    abandonReason: contract.state === 'ABANDONED' ? contract.abandonReason : undefined,
    ...(isSigned(contract) ? signedView(contract, people) : {}),
  };
}

function signedView(contract: SignedContract, people: ShownPersons) {
  const { executionForm, suspension, settlement } = contract;
  return {
    contractNo: contract.contractNo,
    contractVersion: contract.contractVersion,
    signedOn: contract.signedOn,
    signatories: contract.signatories.map(({ side, personRef }) => ({ side, ...shownIn(people, personRef) })),
    imported: importedView(contract),
    orderLineIds: contract.orderLineIds,
    gates: gatesView(contract.gates),
    creditReleases: releasesView(contract.creditReleases),
    milestones: contract.milestones.map(milestoneView),
    executionForm: executionForm && formView(executionForm),
    receipts: contract.receipts.map((receipt) => receiptView(receipt, people)),
    refunds: contract.refunds.map(refundView),
    invoices: contract.invoices.map(invoiceView),
    supplierPayments: contract.supplierPayments.map(supplierPaymentView),
    progress: Object.fromEntries(contract.progress.map((line) => [line.lineId, progressView(line)])),
    payment: contract.payment,
    delivery: contract.delivery,
    acceptance: contract.acceptance,
    suspensions: contract.suspensions,
    suspension: suspension && {
      suspensionNo: suspension.suspensionNo,
      since: suspension.since,
      from: suspension.from,
    },
    orderEnds: Object.fromEntries(
      contract.orderEnds.map(({ lineId, outcome, sunkCostFen }) => [lineId, { outcome, sunkCostFen }]),
    ),
    settlement: settlement && { finalFen: settlement.finalFen, on: settlement.on },
    completedOn: contract.completedOn,
    closedOn: contract.closedOn,
  };
}
