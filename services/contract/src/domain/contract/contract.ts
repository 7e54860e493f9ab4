import { Rejected, type Decider } from '@engsales/event-sourcing/decider';
import type { ContractCommand, DraftContract, ReviseContract, SubmitForApproval } from './contract.commands.js';
import { contractEvents, type ContractEvent } from './contract.events.js';
import { priceDocument, type ContractDocument } from './contract-document.js';
import { refuseIncomplete } from './contract-completeness.js';
import { sign } from './signing.js';
import type { Gates, PaymentMilestone } from './payment-schedule.js';

export type ContractState = 'DRAFT' | 'NEGOTIATING' | 'PENDING_APPROVAL' | 'APPROVED' | 'SIGNED' | 'ABANDONED';

export interface ExistingContract {
  readonly state: ContractState;
  readonly contractId: string;
  readonly projectId: string;
  readonly draftNo: number;
  readonly document: ContractDocument;
  readonly draftedBy: string;
  readonly revisedBy?: string;
  readonly submittedBy?: string;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  readonly rejectionReason?: string;
  readonly abandonReason?: string;
  readonly contractNo?: string;
  readonly contractVersion?: number;
  readonly signedOn?: string;
  readonly gates?: Gates;
  readonly milestones?: readonly PaymentMilestone[];
}

export type Contract = { readonly state: 'NONE' } | ExistingContract;

/** In which states a command is possible. Data, not code: exported for tests and operators. */
export const CONTRACT_TRANSITIONS: Readonly<
  Record<Exclude<ContractCommand['type'], 'DraftContract'>, readonly ContractState[]>
> = {
  ReviseContract: ['DRAFT', 'NEGOTIATING', 'APPROVED'],
  SubmitForApproval: ['DRAFT', 'NEGOTIATING'],
  ApproveContract: ['PENDING_APPROVAL'],
  RejectContract: ['PENDING_APPROVAL'],
  AbandonContract: ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED'],
  SignContract: ['APPROVED'],
};

export const contract: Decider<Contract, ContractCommand, ContractEvent> = {
  category: 'contract',
  stored: contractEvents,
  initialState: { state: 'NONE' },
  decide(command, state) {
    if (command.type === 'DraftContract') return draft(command, state);
    const existing = refuseWrongState(command, state);
    const { contractId } = existing;
    const { by, today } = command.issued;
    switch (command.type) {
      case 'ReviseContract':
        return revise(command, existing);
      case 'SubmitForApproval':
        return submit(command, existing);
      case 'ApproveContract':
        refuseSelfApproval(existing, by.id);
        return [
          {
            type: 'ContractApproved',
            data: { contractId, state: 'APPROVED', draftNo: existing.draftNo, approvedBy: by.id, approvedOn: today },
          },
        ];
      case 'RejectContract': {
        const { reason } = command.data;
        return [
          {
            type: 'ContractRejected',
            data: { contractId, state: 'NEGOTIATING', reason, rejectedBy: by.id, rejectedOn: today },
          },
        ];
      }
      case 'AbandonContract': {
        const { reason } = command.data;
        return [
          {
            type: 'ContractAbandoned',
            data: { contractId, state: 'ABANDONED', reason, abandonedBy: by.id, abandonedOn: today },
          },
        ];
      }
      case 'SignContract':
        return sign(command, existing);
    }
  },
  evolve(contract, event) {
    if (event.type === 'ContractDrafted') {
      const { draftedOn: _on, ...drafted } = event.data;
      return drafted;
    }
    const existing = contract as ExistingContract;
    switch (event.type) {
      case 'ContractRevised': {
        const { state, draftNo, document, revisedBy } = event.data;
        const { approvedBy: _by, approvedOn: _on, ...unapproved } = existing;
        return { ...unapproved, state, draftNo, document, revisedBy };
      }
      case 'ContractSubmittedForApproval':
        return { ...existing, state: 'PENDING_APPROVAL', submittedBy: event.data.submittedBy };
      case 'ContractApproved':
        return { ...existing, state: 'APPROVED', approvedBy: event.data.approvedBy, approvedOn: event.data.approvedOn };
      case 'ContractRejected':
        return { ...existing, state: 'NEGOTIATING', rejectionReason: event.data.reason };
      case 'ContractAbandoned':
        return { ...existing, state: 'ABANDONED', abandonReason: event.data.reason };
      case 'ContractSigned': {
        const { contractNo, contractVersion, signedOn, document, gates } = event.data;
        return {
          ...existing,
          state: 'SIGNED',
          contractNo,
          contractVersion,
          signedOn,
          document,
          gates,
          milestones: document.milestones,
        };
      }
      case 'PaymentMilestoneDue': {
        const { milestoneId, dueOn } = event.data;
        const due = (m: PaymentMilestone) => (m.id === milestoneId ? { ...m, status: 'DUE' as const, dueOn } : m);
        return { ...existing, milestones: (existing.milestones ?? []).map(due) };
      }
    }
  },
};

function draft({ data, issued }: DraftContract, contract: Contract): ContractEvent[] {
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

function revise({ data, issued }: ReviseContract, contract: ExistingContract): ContractEvent[] {
  const state = contract.state === 'DRAFT' ? 'DRAFT' : 'NEGOTIATING';
  const document = priceDocument(data.document);
  const { id: revisedBy } = issued.by;
  const { contractId } = contract;
  const draftNo = contract.draftNo + 1;
  return [
    { type: 'ContractRevised', data: { contractId, state, draftNo, document, revisedBy, revisedOn: issued.today } },
  ];
}

function submit({ issued }: SubmitForApproval, contract: ExistingContract): ContractEvent[] {
  refuseIncomplete(contract.document);
  const { contractId, draftNo } = contract;
  const { id: submittedBy } = issued.by;
  return [
    {
      type: 'ContractSubmittedForApproval',
      data: { contractId, state: 'PENDING_APPROVAL', draftNo, submittedBy, submittedOn: issued.today },
    },
  ];
}

function refuseWrongState(command: Exclude<ContractCommand, DraftContract>, contract: Contract): ExistingContract {
  if (contract.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${command.data.contractId}`);
  const from = CONTRACT_TRANSITIONS[command.type];
  if (from.includes(contract.state)) return contract;
  if (command.type === 'ReviseContract' && contract.contractNo !== undefined) {
    throw new Rejected('SIGNED_CONTRACT_IMMUTABLE', 'a signed contract is changed by a change order', {
      state: contract.state,
    });
  }
  throw new Rejected('INVALID_TRANSITION', `${command.type} is not possible in ${contract.state}`, {
    command: command.type,
    state: contract.state,
    possibleIn: from,
  });
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
