import { refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { addDays } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { proposalRecord } from './proposal-record.js';
import { RecordProposalFeedback, SendProposal, type SendingCommand } from './proposal.commands.js';
import type { ProposalEvent, SendingEvent } from './proposal.events.js';
import type { ExistingProposal } from './proposal.state.js';

/** The customer has it for some days, and says something about it. */
export const sendingRules = {
  SendProposal: { command: SendProposal, in: ['APPROVED'], decide: sendProposal },
  RecordProposalFeedback: {
    command: RecordProposalFeedback,
    in: ['SENT', 'DECLINED', 'EXPIRED'],
    decide: recordProposalFeedback,
  },
} satisfies RulesOf<SendingCommand, ExistingProposal, ProposalEvent>;

export const sendingFold = {
  ProposalSent: (proposal, { state, version, totalFen, channel, contactRef, sentOn, validUntil, by }) => {
    const sent = { version, totalFen, channel, contactRef, sentOn, validUntil, by };
    return { ...proposal, state, sent, sendings: [...proposal.sendings, sent] };
  },
  ProposalFeedbackRecorded: (proposal, { version, on, feedback, agreed, by }) => ({
    ...proposal,
    feedback: [...proposal.feedback, { version, on, feedback, agreed, by }],
  }),
} satisfies FoldOf<SendingEvent, ExistingProposal>;

/** @throws Rejected DATE_IN_FUTURE */
function sendProposal({ data, issued }: SendProposal, proposal: ExistingProposal): ProposalEvent[] {
  const { on: sentOn, channel, contactRef } = data;
  refuseFuture('on', sentOn, issued.today);
  const { customer, validDays = companySettings(issued).proposalValidDays } = proposal.content;
  return [
    {
      type: 'ProposalSent',
      data: {
        ...proposalRecord(proposal, 'SENT', issued),
        customerName: customer.name,
        channel,
        contactRef,
        sentOn,
        validUntil: addDays(sentOn, validDays),
        recordedOn: issued.today,
      },
    },
  ];
}

/** @throws Rejected DATE_IN_FUTURE */
function recordProposalFeedback({ data, issued }: RecordProposalFeedback, proposal: ExistingProposal): ProposalEvent[] {
  const { on, feedback, agreed } = data;
  refuseFuture('on', on, issued.today);
  const record = proposalRecord(proposal, proposal.state, issued);
  return [{ type: 'ProposalFeedbackRecorded', data: { ...record, on, feedback, agreed, recordedOn: issued.today } }];
}
