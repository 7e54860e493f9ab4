import { eachOf, projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { SampleProjectEvent } from '../../domain/sample-project/sample-project.events.js';

const each = eachOf<SampleProjectEvent>();

/** Which samples stand where, what do they cost, and are they paid? A row per sample. */
export const sampleProjects = projection<SampleProjectEvent>({
  name: 'sample-projects',
  tables: ['sample_project'],
  on: {
    SampleProposed: ({ data, revision }, rows) =>
      upsertNewer(rows, 'sample_project', 'sample_project_id', {
        sample_project_id: data.sampleProjectId,
        revision,
        lead_id: data.leadId,
        state: data.state,
        salesperson_id: data.salespersonId,
        mode: data.mode,
        product_line_id: data.productLineId,
        site: data.site,
        scope: data.scope,
        cost_fen: data.costFen,
        price_fen: data.priceFen,
        near_competitor_party_id: data.nearCompetitorPartyId,
        proposed_by: data.by,
        proposed_on: data.proposedOn,
      }),
    SampleApproved: ({ data, revision }, rows) =>
      updateNewer(rows, 'sample_project', ['sample_project_id', data.sampleProjectId], revision, {
        state: data.state,
      }),
    ...each(['SampleRefused', 'SampleCancelled', 'SampleRejected'], ({ data, revision }, rows) =>
      updateNewer(rows, 'sample_project', ['sample_project_id', data.sampleProjectId], revision, {
        state: data.state,
        reason: data.reason,
      }),
    ),
    SampleInstalled: ({ data, revision }, rows) =>
      updateNewer(rows, 'sample_project', ['sample_project_id', data.sampleProjectId], revision, {
        state: data.state,
        installed_on: data.installedOn,
      }),
    SampleAccepted: ({ data, revision }, rows) =>
      updateNewer(rows, 'sample_project', ['sample_project_id', data.sampleProjectId], revision, {
        state: data.state,
        accepted_on: data.acceptedOn,
        payment_due_on: data.paymentDueOn,
      }),
    SamplePaymentRecorded: ({ data, revision }, rows) =>
      updateNewer(rows, 'sample_project', ['sample_project_id', data.sampleProjectId], revision, {
        state: data.state,
        paid_fen: data.paidFen,
      }),
    SamplePaymentOverdue: ({ data, revision }, rows) =>
      updateNewer(rows, 'sample_project', ['sample_project_id', data.sampleProjectId], revision, {
        payment_overdue: true,
      }),
  },
});
