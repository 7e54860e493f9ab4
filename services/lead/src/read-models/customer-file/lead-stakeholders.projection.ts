import { projection, upsertNewer, type Recorded } from '@engsales/read-models';
import type { StakeholderEvent } from '../../domain/lead/relations/relations.events.js';

type Stakeholding = Extract<StakeholderEvent, { readonly type: 'StakeholderRecorded' | 'StakeholderRemoved' }>;

/** In which projects has a party which role? A row per lead, party and role. */
export const leadStakeholders = projection<Stakeholding>({
  name: 'lead-stakeholders',
  tables: ['lead_stakeholder'],
  on: {
    StakeholderRecorded: (event, rows) => upsertNewer(rows, 'lead_stakeholder', KEY, columnsOf(event, false)),
    StakeholderRemoved: (event, rows) => upsertNewer(rows, 'lead_stakeholder', KEY, columnsOf(event, true)),
  },
});

const KEY = 'lead_id, party_id, role';

const columnsOf = ({ data: { leadId, partyId, role }, revision }: Recorded<Stakeholding>, removed: boolean) => ({
  lead_id: leadId,
  party_id: partyId,
  role,
  revision,
  removed,
});
