import { fold, handlerReading } from '@engsales/event-sourcing';
import { AcceptProposal } from '../domain/proposal/proposal.commands.js';
import { proposal } from '../domain/proposal/proposal.js';
import { readModeFacts } from './read-mode-facts.js';

/** A quotation is for a lead that is negotiated directly: its decision and papers say whether we may agree. */
export const AcceptProposalHandler = handlerReading(proposal, AcceptProposal, async ({ proposalId }, store) => {
  const found = fold(proposal, await store.readStream(`${proposal.category}-${proposalId}`));
  if (found.state === 'NONE' || found.content.leadId === undefined) return {};
  return { facts: await readModeFacts(store, 'LEAD', found.content.leadId) };
});
