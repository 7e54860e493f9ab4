import { eachOf, projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { ProposalDrafted, ProposalEvent, ProposalRevised } from '../../domain/proposal/proposal.events.js';

const each = eachOf<ProposalEvent>();
const TABLE = 'proposal';

/** Which proposals are where, of how much, and until when? A row per proposal, of its newest version. */
export const proposals = projection<ProposalEvent>({
  name: 'proposals',
  tables: [TABLE],
  on: {
    ProposalDrafted: ({ data, revision }, rows) =>
      upsertNewer(rows, TABLE, 'proposal_id', {
        proposal_id: data.proposalId,
        revision,
        proposal_no: data.proposalNo,
        drafted_on: data.draftedOn,
        salesperson_id: data.salespersonId,
        ...written(data),
      }),
    ProposalRevised: ({ data, revision }, rows) =>
      updateNewer(rows, TABLE, ['proposal_id', data.proposalId], revision, {
        ...written(data),
        sent_on: null,
        valid_until: null,
        reason: null,
      }),
    ProposalSent: ({ data, revision }, rows) =>
      updateNewer(rows, TABLE, ['proposal_id', data.proposalId], revision, {
        state: data.state,
        sent_on: data.sentOn,
        valid_until: data.validUntil,
      }),
    ...each(['ProposalRejected', 'ProposalCancelled', 'ProposalDeclined'], ({ data, revision }, rows) =>
      updateNewer(rows, TABLE, ['proposal_id', data.proposalId], revision, { state: data.state, reason: data.reason }),
    ),
    ...each(
      ['ProposalSubmitted', 'ProposalApproved', 'ProposalAccepted', 'ProposalExpired'],
      ({ data, revision }, rows) =>
        updateNewer(rows, TABLE, ['proposal_id', data.proposalId], revision, { state: data.state }),
    ),
  },
});

const written = (data: (ProposalDrafted | ProposalRevised)['data']) => ({
  version: data.version,
  state: data.state,
  kind: data.kind,
  lead_id: data.leadId,
  title: data.title,
  customer_party_id: data.customer.partyId,
  customer_name: data.customer.name,
  total_fen: data.totalFen,
  margin_bps: data.marginBps,
});
