import { fold, type EventStore } from '@engsales/event-sourcing';
import type { LeadThen } from '../domain/lead-then.js';
import { lead } from '../domain/lead/lead.js';
import { exists, type Lead } from '../domain/lead/lead.state.js';

export const readLeadState = async (store: EventStore, leadId: string): Promise<Lead> =>
  fold(lead, await store.readStream(`${lead.category}-${leadId}`));

/** What the lead says now; nothing where there is none: the decision refuses it. */
export async function readLead(store: EventStore, leadId: string): Promise<LeadThen | undefined> {
  const found = await readLeadState(store, leadId);
  if (!exists(found)) return undefined;
  const { projectId, state, salespersonId } = found;
  return { leadId, projectId, state, salespersonId };
}

/** What the project is called now; nothing where that is not known. */
export async function readProjectName(store: EventStore, leadId: string): Promise<string> {
  const found = await readLeadState(store, leadId);
  return exists(found) ? found.captured.projectName : '';
}
