import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  AcceptProposal,
  ApproveProposal,
  CancelProposal,
  DeclineProposal,
  DraftProposal,
  ExpireProposal,
  RecordProposalFeedback,
  RejectProposal,
  ReviseProposal,
  SendProposal,
  SubmitProposal,
} from './proposal.commands.js';
import { aQuotation, LEADER, MANAGER, ownProduction, PROPOSAL_ID } from './proposal.fixtures.js';
import { proposal } from './proposal.js';
import {
  acceptedWalk,
  approvedWalk,
  cancelledWalk,
  declinedWalk,
  draftedWalk,
  expiredWalk,
  ProposalWalk,
  sentWalk,
  submittedWalk,
} from './proposal.walk.js';

it('a salesperson acts on the own proposals only, a manager on all (T-342)', () => {
  const stranger = { id: 'zhao-lei', role: 'SALES' };
  const other = { code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' };
  expect(draftedWalk().refused(SubmitProposal, {}, stranger)).toEqual(other);
  expect(sentWalk().refused(ReviseProposal, aQuotation, stranger)).toEqual(other);
  expect(draftedWalk().refused(SubmitProposal, {}, MANAGER).code).toBe('accepted');
  const manager = { ...stranger, roles: ['SALES', 'SALES_MANAGER'] };
  expect(draftedWalk().refused(SubmitProposal, {}, manager).code).toBe('accepted');
  expect(new ProposalWalk().refused(DraftProposal, aQuotation, stranger).code).toBe('accepted');
});

it('revised by another person it stays its drafter’s (T-342)', () => {
  const revised = draftedWalk().do(ReviseProposal, aQuotation, LEADER).now;
  expect([revised.salespersonId, revised.authors]).toEqual(['li-na', ['li-na', 'chen-zong']]);
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: proposal,
    ids: { proposalId: PROPOSAL_ID },
    states: {
      NONE: () => new ProposalWalk(),
      DRAFT: draftedWalk,
      PENDING_APPROVAL: submittedWalk,
      APPROVED: approvedWalk,
      SENT: sentWalk,
      ACCEPTED: acceptedWalk,
      DECLINED: declinedWalk,
      EXPIRED: expiredWalk,
      CANCELLED: cancelledWalk,
    },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  const on = '2025-03-07';
  possible(DraftProposal, aQuotation, ['NONE']);
  possible(ReviseProposal, aQuotation, ['DRAFT', 'SENT', 'DECLINED', 'EXPIRED']);
  possible(CancelProposal, { reason: 'x' }, ['DRAFT', 'PENDING_APPROVAL', 'APPROVED']);
  possible(SubmitProposal, {}, ['DRAFT']);
  possible(ApproveProposal, {}, ['PENDING_APPROVAL']);
  possible(RejectProposal, { reason: 'x' }, ['PENDING_APPROVAL']);
  possible(SendProposal, { on, channel: 'EMAIL' }, ['APPROVED']);
  possible(RecordProposalFeedback, { on, feedback: 'x' }, ['SENT', 'DECLINED', 'EXPIRED']);
  possible(AcceptProposal, { on, docRef: 'D', facts: ownProduction }, ['SENT', 'EXPIRED']);
  possible(DeclineProposal, { reason: 'x' }, ['SENT']);
  possible(ExpireProposal, { validUntil: '2025-04-06' }, ['SENT']);
  possible.every(proposal.transitions);
});

it('every event of a proposal is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(proposal.stored).filter((type) => !written.has(type))).toEqual([]);
});
