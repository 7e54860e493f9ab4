import type { Issued } from '@engsales/event-sourcing/domain';
import type { LeadThen } from '../lead-then.js';
import type { SampleRecord } from './sample-project.events.js';
import type { ExistingSample } from './sample-project.state.js';
import type { SampleState } from './sample-project.values.js';

/** What every event says of the sample, which is in `state` after it; the lead may have been given to another one since. */
export const sampleRecord = (
  sample: Pick<ExistingSample, 'sampleProjectId' | 'leadId' | 'projectId' | 'salespersonId' | 'costFen' | 'priceFen'>,
  state: SampleState,
  issued: Issued,
  lead?: LeadThen,
): SampleRecord => ({
  sampleProjectId: sample.sampleProjectId,
  leadId: sample.leadId,
  projectId: sample.projectId,
  state,
  salespersonId: lead ? lead.salespersonId : sample.salespersonId,
  costFen: sample.costFen,
  priceFen: sample.priceFen,
  by: issued.by.id,
});
