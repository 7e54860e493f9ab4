import { shownIn, type ShownPersons } from '@engsales/personal-data';
import type { OrgUnit, Party, PartyContact } from '../domain/party/party.state.js';

/** The persons whom a view of the party shows. */
export const personsOfParty = (party: Party): readonly string[] =>
  party.state === 'NONE'
    ? []
    : [party.personRef, ...party.contacts.map(({ personRef }) => personRef)].filter((ref) => ref !== undefined);

/** A party as it is answered; of persons the masked form. */
export function partyView(id: string, revision: number, party: Party, people: ShownPersons) {
  if (party.state === 'NONE') return { id, revision, state: party.state };
  return {
    id,
    revision,
    partyId: party.partyId,
    state: party.state,
    kind: party.kind,
    name: party.name,
    personRef: party.personRef,
    person: party.personRef === undefined ? undefined : shownIn(people, party.personRef),
    uscc: party.uscc,
    roles: party.roles,
    customerSegment: party.customerSegment,
    competitorType: party.competitorType,
    city: party.city,
    industry: party.industry,
    contacts: party.contacts.map((contact) => contactView(contact, people)),
    orgChart: party.orgChart.map(orgUnitView),
    inactiveReason: party.inactiveReason,
  };
}

const contactView = ({ contactId, personRef, post, department }: PartyContact, people: ShownPersons) => ({
  contactId,
  personRef,
  person: shownIn(people, personRef),
  post,
  department,
});

const orgUnitView = ({ unitId, name, parentId, headContactId }: OrgUnit) => ({
  unitId,
  name,
  parentId,
  headContactId,
});
