import { sumFen } from '@engsales/values';
import { isSigned, type Contract, type NoContract, type SignedContract } from '../domain/contract/contract.state.js';
import { progressOf } from '../domain/contract/execution/execution.state.js';
import { outstandingFen } from '../domain/contract/milestones/milestones.state.js';
import { accountOf, netReceivedFen, refundDueFen, unallocatedFen } from '../domain/contract/money/account.js';
import { invoicedFen } from '../domain/contract/money/money.state.js';
import { warningsOf } from '../domain/contract/warnings.js';
import { lineView, roundView } from './drafting.view.js';
import { tracksOf } from './execution-tracks.js';
import { formView, progressView } from './execution.view.js';
import { importedView } from './imported.view.js';
import { gatesView, milestoneView, releasesView } from './milestones.view.js';

/** The contract as people look at it: parties, figures, milestones and gates on one card. */
export function contractCardView(contract: Exclude<Contract, NoContract>) {
  const { document, contractId, projectId, state, draftNo } = contract;
  const { customer = null, salespersonId = null, merchandiserId = null } = document;
  const signed = isSigned(contract);
  const milestones = signed ? contract.milestones : document.milestones;
  const progress = signed ? contract.progress : [];
  return {
    contractId,
    projectId,
    projectName: document.projectName,
    state,
    draftNo,
    approvedBy: ('approvedBy' in contract && contract.approvedBy) || null,
    rejectionReason: contract.rejectionReason ?? null,
    customer: customer && { partyId: customer.partyId, name: customer.name },
    salespersonId,
    merchandiserId,
    operationMode: document.operationMode,
    currency: 'CNY',
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    dueFen: sumFen(milestones.filter((m) => m.dueOn !== undefined).map(outstandingFen)),
    outstandingFen: sumFen(milestones.map(outstandingFen)),
    tracks: tracksOf(document.lines, milestones, progress),
    lines: document.lines.map((line) => ({
      ...lineView(line),
      progress: progressView(progressOf(progress, line.lineId)),
    })),
    milestones: milestones.map(milestoneView),
    negotiationRounds: contract.rounds.map(roundView),
    warnings: warningsOf(document, signed ? contract.signedOn : contract.draftedOn),
    ...(signed ? signedPart(contract) : UNSIGNED_PART),
  };
}

function signedPart(contract: SignedContract) {
  const account = accountOf(contract);
  const { payment, delivery, acceptance } = contract;
  return {
    contractNo: contract.contractNo,
    contractVersion: contract.contractVersion,
    signedOn: contract.signedOn,
    imported: importedView(contract) ?? null,
    executionForm: contract.executionForm ? formView(contract.executionForm) : null,
    gates: gatesView(contract.gates),
    creditReleases: releasesView(contract.creditReleases),
    receivedFen: netReceivedFen(account),
    unallocatedFen: unallocatedFen(account),
    invoicedFen: invoicedFen(contract.invoices),
    axes: { payment, delivery, acceptance },
    settlement: contract.settlement ? { finalFen: contract.settlement.finalFen, on: contract.settlement.on } : null,
    refundDueFen: refundDueFen(contract),
  };
}

const UNSIGNED_PART = {
  contractNo: null,
  contractVersion: null,
  signedOn: null,
  imported: null,
  executionForm: null,
  gates: null,
  creditReleases: {},
  receivedFen: 0,
  unallocatedFen: 0,
  invoicedFen: 0,
  axes: { payment: 'NOT_DUE', delivery: 'NONE', acceptance: 'NONE' },
  settlement: null,
  refundDueFen: 0,
};
