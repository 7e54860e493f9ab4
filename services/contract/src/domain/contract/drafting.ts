import { Rejected } from '@engsales/event-sourcing/decider';
import { refuseIncomplete } from './contract-completeness.js';
import { priceDocument } from './contract-document.js';
import type {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
} from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import type { Contract, ExistingContract } from './contract-state.js';

export function draft({ data, issued }: DraftContract, contract: Contract): ContractEvent[] {
  if (contract.state !== 'NONE') throw new Rejected('DUPLICATE_CONTRACT', `the contract ${data.contractId} exists`);
  const { contractId, projectId } = data;
  const document = priceDocument(data.document);
  const { id: draftedBy } = issued.by;
  return [
    {
      type: 'ContractDrafted',
      data: { contractId, projectId, state: 'DRAFT', draftNo: 1, document, draftedBy, draftedOn: issued.today },
    },
  ];
}

export function revise({ data, issued }: ReviseContract, contract: ExistingContract): ContractEvent[] {
  const state = contract.state === 'DRAFT' ? 'DRAFT' : 'NEGOTIATING';
  const document = priceDocument({ ...awardOf(contract), ...data.document });
  const { id: revisedBy } = issued.by;
  const { contractId } = contract;
  const draftNo = contract.draftNo + 1;
  return [
    { type: 'ContractRevised', data: { contractId, state, draftNo, document, revisedBy, revisedOn: issued.today } },
  ];
}

export function recordRound({ data, issued }: RecordNegotiationRound, contract: ExistingContract): ContractEvent[] {
  const { topic, ours, theirs, agreed } = data;
  const { contractId, rounds = [] } = contract;
  const said = { topic, ours, theirs, ...(agreed === undefined ? {} : { agreed }) };
  const by = { recordedBy: issued.by.id, recordedOn: issued.today };
  const round = rounds.length + 1;
  return [{ type: 'NegotiationRoundRecorded', data: { contractId, state: 'NEGOTIATING', round, ...said, ...by } }];
}

export function submit({ issued }: SubmitForApproval, contract: ExistingContract): ContractEvent[] {
  refuseIncomplete(contract.document);
  const { contractId, draftNo } = contract;
  const by = { submittedBy: issued.by.id, submittedOn: issued.today };
  return [{ type: 'ContractSubmittedForApproval', data: { contractId, state: 'PENDING_APPROVAL', draftNo, ...by } }];
}

export function approve({ issued }: ApproveContract, contract: ExistingContract): ContractEvent[] {
  refuseSelfApproval(contract, issued.by.id);
  const { contractId, draftNo } = contract;
  const by = { approvedBy: issued.by.id, approvedOn: issued.today };
  return [{ type: 'ContractApproved', data: { contractId, state: 'APPROVED', draftNo, ...by } }];
}

export function reject(
  { data: { reason }, issued }: RejectContract,
  { contractId }: ExistingContract,
): ContractEvent[] {
  const by = { rejectedBy: issued.by.id, rejectedOn: issued.today };
  return [{ type: 'ContractRejected', data: { contractId, state: 'NEGOTIATING', reason, ...by } }];
}

export function abandon({ data, issued }: AbandonContract, { contractId }: ExistingContract): ContractEvent[] {
  const { reason } = data;
  const by = { abandonedBy: issued.by.id, abandonedOn: issued.today };
  return [{ type: 'ContractAbandoned', data: { contractId, state: 'ABANDONED', reason, ...by } }];
}

/** What the tender has settled stays unless a revision says otherwise: leaving it out does not drop the check. */
function awardOf({ document: { source, awardedFen, signingDueOn } }: ExistingContract) {
  return {
    ...(source ? { source } : {}),
    ...(awardedFen === undefined ? {} : { awardedFen }),
    ...(signingDueOn ? { signingDueOn } : {}),
  };
}

/** Whoever wrote, changed or submitted it does not approve it. */
function refuseSelfApproval(contract: ExistingContract, approver: string): void {
  const parts = { drafter: contract.draftedBy, lastReviser: contract.revisedBy, submitter: contract.submittedBy };
  const own = Object.entries(parts).filter(([, id]) => id === approver);
  if (own.length > 0) {
    throw new Rejected('SELF_APPROVAL', 'the approver is one of its authors', {
      approver,
      as: own.map(([part]) => part),
    });
  }
}
