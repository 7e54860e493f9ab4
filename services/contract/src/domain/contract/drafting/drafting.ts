import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type {
  AbandonedContract,
  ApprovedContract,
  DraftedContract,
  NoContract,
  UnapprovedContract,
} from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { warningsFound } from '../warnings.js';
import { deviationsFromAward } from '../award/deviations.js';
import { abandonedContract, type OpenDraft } from './abandoned-contract.js';
import { refuseIncomplete } from './completeness.js';
import { documentFromRecord, recordOfDocument } from './document-records.js';
import { priceDocument } from './document-pricing.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
  type DraftDocument,
  type DraftingCommand,
} from './drafting.commands.js';
import type { DraftingEvent } from './drafting.events.js';
import type { ContractDocument } from './drafting.state.js';

/** From the first draft to the approval (起草、谈判、报批). */
export const draftingRules = {
  DraftContract: {
    command: DraftContract,
    in: ['NONE'],
    otherwise: () => 'DUPLICATE_CONTRACT',
    decide: draftContract,
  },
  ReviseContract: {
    command: ReviseContract,
    in: ['DRAFT', 'NEGOTIATING', 'APPROVED'],
    otherwise: (state) => (isSignedState(state) ? 'SIGNED_CONTRACT_IMMUTABLE' : undefined),
    decide: reviseContract,
  },
  RecordNegotiationRound: {
    command: RecordNegotiationRound,
    in: ['DRAFT', 'NEGOTIATING'],
    decide: recordNegotiationRound,
  },
  SubmitForApproval: { command: SubmitForApproval, in: ['DRAFT', 'NEGOTIATING'], decide: submitForApproval },
  ApproveContract: { command: ApproveContract, in: ['PENDING_APPROVAL'], decide: approveContract },
  RejectContract: { command: RejectContract, in: ['PENDING_APPROVAL'], decide: rejectContract },
  AbandonContract: {
    command: AbandonContract,
    in: ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED'],
    decide: abandonContract,
  },
} satisfies RulesOf<DraftContract, NoContract, ContractEvent> &
  RulesOf<Exclude<DraftingCommand, DraftContract>, OpenDraft, ContractEvent>;

/** A contract that is still written and talked about. */

export const draftingFold = {
  ContractDrafted: (_none, data) => ({
    state: data.state,
    contractId: data.contractId,
    projectId: data.projectId,
    draftNo: data.draftNo,
    document: documentFromRecord(data.document),
    rounds: [],
    draftedBy: data.draftedBy,
    draftedOn: data.draftedOn,
    revisers: [],
    submitters: [],
  }),
  ContractRevised: (contract, { state, draftNo, document, revisedBy }) => ({
    ...draftOf(contract),
    state,
    draftNo,
    document: documentFromRecord(document),
    revisedBy,
    revisers: withPerson(contract.revisers, revisedBy),
  }),
  NegotiationRoundRecorded(contract, { state, round, topic, ours, theirs, agreed, recordedBy, recordedOn }) {
    const rounds = [...contract.rounds, { round, topic, ours, theirs, agreed, recordedBy, recordedOn }];
    return { ...draftOf(contract), state, rounds };
  },
  ContractSubmittedForApproval: (contract, { state, submittedBy }) => ({
    ...draftOf(contract),
    state,
    submittedBy,
    submitters: withPerson(contract.submitters, submittedBy),
  }),
  ContractApproved: (contract, { state, approvedBy, approvedOn }) => ({
    ...draftOf(contract),
    state,
    approvedBy,
    approvedOn,
    revisers: [],
    submitters: [],
  }),
  ContractRejected: (contract, { state, reason }) => ({
    ...draftOf(contract),
    state,
    rejectionReason: reason,
    revisers: [],
    submitters: [],
  }),
  ContractAbandoned: (contract, { state, reason }) => ({ ...draftOf(contract), state, abandonReason: reason }),
} satisfies FoldOf<DraftingEvent, DraftedContract, UnapprovedContract | ApprovedContract | AbandonedContract>;

function draftContract({ data, issued }: DraftContract): ContractEvent[] {
  const document = priceDocument(data.document);
  return [
    {
      type: 'ContractDrafted',
      data: {
        contractId: data.contractId,
        projectId: data.projectId,
        state: 'DRAFT',
        draftNo: 1,
        document: recordOfDocument(document),
        draftedBy: issued.by.id,
        draftedOn: issued.today,
        ...warningsFound(document, issued.today),
      },
    },
  ];
}

function reviseContract({ data, issued }: ReviseContract, contract: OpenDraft): ContractEvent[] {
  const document = priceDocument(withAward(data.document, contract.document));
  return [
    {
      type: 'ContractRevised',
      data: {
        contractId: contract.contractId,
        state: contract.state === 'DRAFT' ? 'DRAFT' : 'NEGOTIATING',
        draftNo: contract.draftNo + 1,
        document: recordOfDocument(document),
        revisedBy: issued.by.id,
        revisedOn: issued.today,
        ...warningsFound(document, issued.today),
      },
    },
  ];
}

/** A negotiation of more rounds is another one. */
const MOST_ROUNDS = 200;

/** @throws Rejected TOO_MANY_ROUNDS */
function recordNegotiationRound({ data, issued }: RecordNegotiationRound, contract: OpenDraft): ContractEvent[] {
  const { length: rounds } = contract.rounds;
  if (rounds >= MOST_ROUNDS) throw new Rejected('TOO_MANY_ROUNDS', `${rounds} rounds are recorded`, { rounds });
  return [
    {
      type: 'NegotiationRoundRecorded',
      data: {
        contractId: contract.contractId,
        state: 'NEGOTIATING',
        round: rounds + 1,
        topic: data.topic,
        ours: data.ours,
        theirs: data.theirs,
        agreed: data.agreed,
        recordedBy: issued.by.id,
        recordedOn: issued.today,
      },
    },
  ];
}

function submitForApproval({ issued }: SubmitForApproval, contract: OpenDraft): ContractEvent[] {
  refuseIncomplete(contract.document);
  const { contractId, draftNo } = contract;
  const by = { submittedBy: issued.by.id, submittedOn: issued.today };
  return [{ type: 'ContractSubmittedForApproval', data: { contractId, state: 'PENDING_APPROVAL', draftNo, ...by } }];
}

function approveContract({ issued }: ApproveContract, contract: OpenDraft): ContractEvent[] {
  refuseSelfApproval(contract, issued.by.id);
  const { contractId, draftNo } = contract;
  const by = { approvedBy: issued.by.id, approvedOn: issued.today };
  const deviations = deviationsFromAward(contract.document);
  const taken = deviations.length > 0 ? { deviations } : {};
  return [{ type: 'ContractApproved', data: { contractId, state: 'APPROVED', draftNo, ...taken, ...by } }];
}

function rejectContract({ data: { reason }, issued }: RejectContract, { contractId }: OpenDraft): ContractEvent[] {
  const by = { rejectedBy: issued.by.id, rejectedOn: issued.today };
  return [{ type: 'ContractRejected', data: { contractId, state: 'NEGOTIATING', reason, ...by } }];
}

function abandonContract({ data: { reason }, issued }: AbandonContract, contract: OpenDraft): ContractEvent[] {
  return [abandonedContract(contract, reason, issued)];
}

/** What a draft keeps whatever happens to it: an approval and the reason of an end belong to their own state. */
export function draftOf(contract: DraftedContract): DraftedContract {
  return {
    contractId: contract.contractId,
    projectId: contract.projectId,
    draftNo: contract.draftNo,
    document: contract.document,
    rounds: contract.rounds,
    draftedBy: contract.draftedBy,
    draftedOn: contract.draftedOn,
    revisers: contract.revisers,
    submitters: contract.submitters,
    revisedBy: contract.revisedBy,
    submittedBy: contract.submittedBy,
    rejectionReason: contract.rejectionReason,
  };
}

/** What the tender has settled stays unless a revision says otherwise: leaving it out does not drop the check. */
function withAward(draft: DraftDocument, before: ContractDocument): DraftDocument {
  const { awardedLines } = before;
  if (awardedLines) {
    // what the tenderee has awarded is no subject of the negotiation
    const { source, awardedFen } = before;
    return { ...draft, source, awardedFen, awardedLines, signingDueOn: draft.signingDueOn ?? before.signingDueOn };
  }
  return {
    ...draft,
    source: draft.source ?? before.source,
    awardedFen: draft.awardedFen ?? before.awardedFen,
    signingDueOn: draft.signingDueOn ?? before.signingDueOn,
  };
}

const withPerson = (people: readonly string[], id: string): readonly string[] =>
  people.includes(id) ? people : [...people, id];

/** Whoever wrote, changed or submitted it does not approve it. */
function refuseSelfApproval(contract: DraftedContract, approver: string): void {
  const parts = { drafter: [contract.draftedBy], reviser: contract.revisers, submitter: contract.submitters };
  const own = Object.entries(parts).filter(([, ids]) => ids.includes(approver));
  if (own.length === 0) return;
  const details = { approver, as: own.map(([part]) => part) };
  throw new Rejected('SELF_APPROVAL', 'the approver is one of its authors', details);
}

const isSignedState = (state: string) => SIGNED_STATES.some((signed) => signed === state);
