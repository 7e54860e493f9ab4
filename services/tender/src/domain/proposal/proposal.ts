import { aggregate, type Owner } from '@engsales/event-sourcing/domain';
import { answeringFold, answeringRules } from './answering.js';
import { approvingFold, approvingRules } from './approving.js';
import { draftingFold, draftingRules } from './drafting.js';
import type { ProposalCommand } from './proposal.commands.js';
import type { ProposalEvent } from './proposal.events.js';
import type { Proposal } from './proposal.state.js';
import { sendingFold, sendingRules } from './sending.js';

/** What we propose to a customer (销售方案), with its prices; a quotation 报价单 binds us for some days. */
export const proposal = aggregate<Proposal, ProposalCommand, ProposalEvent>({
  category: 'proposal',
  id: 'proposalId',
  initialState: { state: 'NONE' },
  owners: ownersOfProposal,
  rules: { ...draftingRules, ...approvingRules, ...sendingRules, ...answeringRules },
  fold: { ...draftingFold, ...approvingFold, ...sendingFold, ...answeringFold },
});

/** A salesperson acts on the own proposals only. */
function ownersOfProposal(found: Proposal): Owner[] {
  if (found.state === 'NONE') return [];
  const freedBy = ['SALES_MANAGER', 'COMPANY_LEADER'];
  return [{ role: 'SALES', field: 'salespersonId', ids: [found.salespersonId], freedBy }];
}
