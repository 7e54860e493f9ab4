import type { EventStore } from '@engsales/event-sourcing';
import type { LeadThen } from '../domain/lead-then.js';

interface LeadWords {
  readonly state?: string;
  readonly ownership?: string;
  readonly salespersonId?: string;
}

/** What the lead says now; nothing where there is none: the decision refuses it. */
export async function readLead(store: EventStore, leadId: string): Promise<LeadThen | undefined> {
  const past = await store.readStream(`lead-${leadId}`);
  if (past.length === 0) return undefined;
  return past
    .map(({ data }) => data as LeadWords)
    .reduce<LeadThen>(
      (lead, { state = lead.state, ownership, salespersonId = lead.salespersonId }) => ({
        leadId,
        projectId: leadId,
        state,
        salespersonId: ownership === 'POOLED' ? undefined : salespersonId,
      }),
      { leadId, projectId: leadId, state: 'NONE' },
    );
}

/** What the project is called now; nothing where that is not known. */
export async function readProjectName(store: EventStore, leadId: string): Promise<string> {
  const past = await store.readStream(`lead-${leadId}`);
  const names = past.map(({ data }) => (data as { readonly projectName?: string }).projectName);
  return names.filter((name) => name !== undefined).at(-1) ?? '';
}
