import { authorsOf, refuseSelfApproval, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { refuseBelowFloor } from '../offers/margin.js';
import { proposalRecord } from './proposal-record.js';
import { ApproveProposal, RejectProposal, SubmitProposal, type ApprovingCommand } from './proposal.commands.js';
import type { ApprovingEvent, ProposalEvent } from './proposal.events.js';
import type { ExistingProposal } from './proposal.state.js';

/** Somebody else than its authors lets a proposal go out; below the floor only a leader does. */
export const approvingRules = {
  SubmitProposal: { command: SubmitProposal, in: ['DRAFT'], decide: submitProposal },
  ApproveProposal: { command: ApproveProposal, in: ['PENDING_APPROVAL'], decide: approveProposal },
  RejectProposal: { command: RejectProposal, in: ['PENDING_APPROVAL'], decide: rejectProposal },
} satisfies RulesOf<ApprovingCommand, ExistingProposal, ProposalEvent>;

export const approvingFold = {
  ProposalSubmitted: (proposal, data) => ({
    ...proposal,
    state: data.state,
    authors: [...new Set([...proposal.authors, ...authorsOf(data)])],
    reason: undefined,
  }),
  ProposalApproved: (proposal, { state, by, approvedOn }) => ({ ...proposal, state, approvedBy: by, approvedOn }),
  ProposalRejected: (proposal, { state, reason }) => ({ ...proposal, state, reason }),
} satisfies FoldOf<ApprovingEvent, ExistingProposal>;

/** @throws Rejected PROPOSAL_LINES_REQUIRED, PROPOSAL_COST_REQUIRED */
function submitProposal({ issued }: SubmitProposal, proposal: ExistingProposal): ProposalEvent[] {
  const { proposalId, content } = proposal;
  if (content.kind === 'QUOTATION') {
    if (content.lines.length === 0) {
      throw new Rejected('PROPOSAL_LINES_REQUIRED', 'the quotation has no lines', { proposalId });
    }
    if (content.costFen === undefined) {
      throw new Rejected('PROPOSAL_COST_REQUIRED', 'what the quotation costs us is not said', { proposalId });
    }
  }
  const record = proposalRecord(proposal, 'PENDING_APPROVAL', issued);
  return [{ type: 'ProposalSubmitted', data: { ...record, submittedOn: issued.today } }];
}

/** @throws Rejected SELF_APPROVAL, BELOW_FLOOR_PRICE */
function approveProposal({ issued }: ApproveProposal, proposal: ExistingProposal): ProposalEvent[] {
  refuseSelfApproval(issued.by, proposal.authors);
  const { marginBps } = proposal.content;
  refuseBelowFloor(marginBps, issued);
  const record = proposalRecord(proposal, 'APPROVED', issued);
  return [{ type: 'ProposalApproved', data: { ...record, marginBps, approvedOn: issued.today } }];
}

function rejectProposal({ data, issued }: RejectProposal, proposal: ExistingProposal): ProposalEvent[] {
  const record = proposalRecord(proposal, 'DRAFT', issued);
  const { reason } = data;
  return [{ type: 'ProposalRejected', data: { ...record, reason, rejectedOn: issued.today } }];
}
