import { refuseFuture, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { coveredMode } from '../offers/mode-facts.js';
import { proposalRecord } from './proposal-record.js';
import { AcceptProposal, DeclineProposal, ExpireProposal, type AnsweringCommand } from './proposal.commands.js';
import type { AnsweringEvent, ProposalEvent } from './proposal.events.js';
import type { ExistingProposal, SentProposal } from './proposal.state.js';

/** What becomes of a version that went out: accepted, declined, or not answered in time. */
export const answeringRules = {
  AcceptProposal: { command: AcceptProposal, in: ['SENT', 'EXPIRED'], decide: acceptProposal },
  DeclineProposal: { command: DeclineProposal, in: ['SENT'], decide: declineProposal },
  ExpireProposal: { command: ExpireProposal, in: ['SENT'], decide: expireProposal },
} satisfies RulesOf<AnsweringCommand, SentProposal, ProposalEvent>;

export const answeringFold = {
  ProposalAccepted: (proposal, data) => ({
    ...proposal,
    state: data.state,
    acceptance: {
      on: data.acceptedOn,
      docRef: data.docRef,
      by: data.by,
      mode: data.mode,
      manufacturerPartyId: data.manufacturerPartyId,
      riskAssessmentId: data.riskAssessmentId,
      writtenConsentRef: data.writtenConsentRef,
      agreementId: data.agreementId,
      commissionBps: data.commissionBps,
    },
  }),
  ProposalDeclined: (proposal, { state, reason, winnerName, declinedOn }) => ({
    ...proposal,
    state,
    declined: { reason, winnerName, on: declinedOn },
  }),
  ProposalExpired: (proposal, { state }) => ({ ...proposal, state }),
} satisfies FoldOf<AnsweringEvent, ExistingProposal>;

/**
 * The version that stands, and only a quotation; what its mode needs is on paper.
 * @throws Rejected PROPOSAL_NOT_BINDING {kind}, ROLE_NOT_ALLOWED {validUntil, allowed}, DATE_IN_FUTURE, and what the gates of the mode say
 */
function acceptProposal({ data, issued }: AcceptProposal, proposal: SentProposal): ProposalEvent[] {
  const { on: acceptedOn, docRef, facts = {} } = data;
  const { content, sent, salespersonId } = proposal;
  const { kind } = content;
  if (kind !== 'QUOTATION') throw new Rejected('PROPOSAL_NOT_BINDING', `a ${kind} binds nobody`, { kind });
  refuseLateUnlessManager(sent.validUntil, issued);
  refuseFuture('on', acceptedOn, issued.today);
  const covered = coveredMode(facts, issued.today);
  return [
    {
      type: 'ProposalAccepted',
      data: {
        ...proposalRecord(proposal, 'ACCEPTED', issued),
        title: content.title,
        customer: content.customer,
        salespersonId,
        lines: content.lines,
        validUntil: sent.validUntil,
        sentOn: sent.sentOn,
        mode: covered.mode,
        manufacturerPartyId: covered.manufacturerPartyId,
        riskAssessmentId: covered.riskAssessmentId,
        writtenConsentRef: covered.writtenConsentRef,
        agreementId: covered.agreementId,
        commissionBps: covered.commissionBps,
        warrantyTerms: content.warrantyTerms,
        paymentTerms: content.paymentTerms,
        docRef,
        acceptedOn,
        recordedOn: issued.today,
      },
    },
  ];
}

const MANAGERS = ['SALES_MANAGER', 'COMPANY_LEADER'];

/** After its last day the company may still take the customer at the word, and need not. */
function refuseLateUnlessManager(validUntil: string, { today, by: { role, roles = [role] } }: Issued): void {
  if (today <= validUntil || MANAGERS.some((manager) => roles.includes(manager))) return;
  const details = { validUntil, allowed: MANAGERS };
  throw new Rejected('ROLE_NOT_ALLOWED', `the proposal was valid until ${validUntil}`, details);
}

function declineProposal({ data, issued }: DeclineProposal, proposal: SentProposal): ProposalEvent[] {
  const { reason, winnerName } = data;
  const record = proposalRecord(proposal, 'DECLINED', issued);
  return [{ type: 'ProposalDeclined', data: { ...record, reason, winnerName, declinedOn: issued.today } }];
}

/** Only for the last day that stands, and after it. */
function expireProposal({ data, issued }: ExpireProposal, proposal: SentProposal): ProposalEvent[] {
  const { validUntil } = proposal.sent;
  if (data.validUntil !== validUntil || issued.today <= validUntil) return [];
  const record = proposalRecord(proposal, 'EXPIRED', issued);
  return [{ type: 'ProposalExpired', data: { ...record, validUntil, expiredOn: issued.today } }];
}
