import type { Issued } from '@engsales/event-sourcing/domain';
import type { LeadThen } from '../lead-then.js';
import type { VisitRecord } from './visit.events.js';
import type { ExistingVisit } from './visit.state.js';
import type { VisitState } from './visit.values.js';

/** What every event says of the visit, which is in `state` after it; the lead may have been given to another one since. */
export const visitRecord = (
  { visitId, leadId, projectId, salespersonId }: ExistingVisit,
  state: VisitState,
  issued: Issued,
  lead?: LeadThen,
): VisitRecord => ({
  visitId,
  leadId,
  projectId,
  state,
  salespersonId: lead ? lead.salespersonId : salespersonId,
  by: issued.by.id,
});
