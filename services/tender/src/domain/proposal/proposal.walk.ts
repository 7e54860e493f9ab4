import { Walk } from '@engsales/event-sourcing/testing';
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
  type ProposalCommand,
  type ProposalWords,
} from './proposal.commands.js';
import type { ProposalEvent } from './proposal.events.js';
import { aBudget, aQuotation, MANAGER, ownProduction, PROPOSAL_ID, TIMER } from './proposal.fixtures.js';
import { proposal } from './proposal.js';
import type { ExistingProposal, Proposal } from './proposal.state.js';

/** A proposal that is led through commands. */
export class ProposalWalk extends Walk<Proposal, ProposalCommand, ProposalEvent, 'proposalId'> {
  constructor() {
    super(proposal, { proposalId: PROPOSAL_ID }, { id: 'li-na', role: 'SALES' });
    this.on('2025-03-07');
  }

  get now(): ExistingProposal {
    if (this.state.state === 'NONE') throw new Error('there is no proposal');
    return this.state;
  }

  /** From a draft to the customer. */
  sendOut(on = this.today): this {
    return this.do(SubmitProposal, {}).do(ApproveProposal, {}, MANAGER).do(SendProposal, { on, channel: 'EMAIL' });
  }
}

export const draftedWalk = (words: ProposalWords = aQuotation): ProposalWalk =>
  new ProposalWalk().do(DraftProposal, words);
export const submittedWalk = (words: ProposalWords = aQuotation): ProposalWalk =>
  draftedWalk(words).do(SubmitProposal, {});
export const approvedWalk = (): ProposalWalk => submittedWalk().do(ApproveProposal, {}, MANAGER);
/** Valid until 2025-04-06. */
export const sentWalk = (words: ProposalWords = aQuotation): ProposalWalk => draftedWalk(words).sendOut();
export const acceptedWalk = (): ProposalWalk =>
  sentWalk().on('2025-03-20').do(AcceptProposal, { on: '2025-03-19', docRef: 'DOC-232', facts: ownProduction });
export const declinedWalk = (): ProposalWalk =>
  sentWalk().on('2025-03-20').do(DeclineProposal, { reason: '价格', winnerName: '江北空调公司' });
export const expiredWalk = (): ProposalWalk =>
  sentWalk().on('2025-04-07').do(ExpireProposal, { validUntil: '2025-04-06' }, TIMER);
export const cancelledWalk = (): ProposalWalk => draftedWalk().do(CancelProposal, { reason: '项目暂停' });

/** Lives of proposals that together record every type of event; their streams are frozen in `history/`. */
export const proposalLives: Readonly<Record<string, () => ProposalWalk>> = {
  'revised-and-accepted-late': () =>
    sentWalk()
      .do(RecordProposalFeedback, { on: '2025-03-07', feedback: '总价须再降 3%', agreed: '质保两年' })
      .do(ReviseProposal, { ...aQuotation, costFen: 320_000_000 })
      .sendOut()
      .on('2025-04-07')
      .do(ExpireProposal, { validUntil: '2025-04-06' }, TIMER)
      .do(AcceptProposal, { on: '2025-04-07', docRef: 'DOC-232', facts: ownProduction }, MANAGER),
  'a-budget-rejected-and-cancelled': () =>
    submittedWalk(aBudget).do(RejectProposal, { reason: '无方案' }, MANAGER).do(CancelProposal, { reason: '项目暂停' }),
  declined: declinedWalk,
};
