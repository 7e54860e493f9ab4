import { eachOf, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import { foldedText } from '../../domain/folded-name.js';
import type {
  ContactAdded,
  ContactChanged,
  ContactRemoved,
  PartyEvent,
  PartyRecord,
} from '../../domain/party/party.events.js';

const each = eachOf<PartyEvent>();

/** Which parties do we know, and who is there? A row per party and per contact. */
export const parties = projection<PartyEvent>({
  name: 'parties',
  tables: ['party', 'party_contact'],
  on: {
    PartyRegistered: ({ data, revision }, rows) =>
      upsertNewer(rows, 'party', 'party_id', {
        party_id: data.partyId,
        revision,
        registered_on: data.registeredOn,
        ...partyColumns(data),
      }),
    PartyChanged: ({ data, revision }, rows) =>
      updateNewer(rows, 'party', ['party_id', data.partyId], revision, partyColumns(data)),
    ...each(['PartyDeactivated', 'PartyReactivated'], ({ data, revision }, rows) =>
      updateNewer(rows, 'party', ['party_id', data.partyId], revision, { state: data.state }),
    ),
    ...each(['ContactAdded', 'ContactChanged'], (event, rows) =>
      upsertNewer(rows, 'party_contact', 'contact_id', contactColumns(event, false)),
    ),
    ContactRemoved: (event, rows) => upsertNewer(rows, 'party_contact', 'contact_id', contactColumns(event, true)),
  },
});

const partyColumns = (party: PartyRecord) => ({
  state: party.state,
  kind: party.kind,
  name: party.name,
  folded_name: foldedText(party.name ?? ''),
  person_ref: party.personRef,
  uscc: party.uscc,
  roles: party.roles,
  segment: party.customerSegment,
  competitor_type: party.competitorType,
  city: party.city,
  industry: party.industry,
});

const contactColumns = (
  { data: { partyId, contact }, revision }: Recorded<ContactAdded | ContactChanged | ContactRemoved>,
  removed: boolean,
) => ({
  contact_id: contact.contactId,
  revision,
  party_id: partyId,
  person_ref: contact.personRef,
  post: contact.post,
  department: contact.department,
  removed,
});
