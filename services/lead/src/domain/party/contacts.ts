import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { AddContact, ChangeContact, RecordOrgChart, RemoveContact, type ContactCommand } from './party.commands.js';
import type { ContactEvent, ContactRecord } from './party.events.js';
import type { ExistingParty, PartyContact } from './party.state.js';
import { MOST_CONTACTS } from './party.values.js';
import { orgUnitRecord, refuseUnconnected } from './org-chart.js';

/** Who works at a party, and how the party is organised. Whoever has left is taken away also from one that is not active. */
export const contactRules = {
  AddContact: { command: AddContact, in: ['ACTIVE'], decide: addContact },
  ChangeContact: { command: ChangeContact, in: ['ACTIVE'], decide: changeContact },
  RemoveContact: { command: RemoveContact, in: ['ACTIVE', 'INACTIVE'], decide: removeContact },
  RecordOrgChart: { command: RecordOrgChart, in: ['ACTIVE'], decide: recordOrgChart },
} satisfies RulesOf<ContactCommand, ExistingParty, ContactEvent>;

export const contactFold = {
  ContactAdded: (party, { contact }) => ({ ...party, contacts: [...party.contacts, contactFrom(contact)] }),
  ContactChanged: (party, { contact }) => ({
    ...party,
    contacts: party.contacts.map((other) => (other.contactId === contact.contactId ? contactFrom(contact) : other)),
  }),
  // a unit is left without a head
  ContactRemoved: (party, { contact: { contactId } }) => ({
    ...party,
    contacts: party.contacts.filter((other) => other.contactId !== contactId),
    orgChart: party.orgChart.map((unit) =>
      unit.headContactId === contactId ? { ...unit, headContactId: undefined } : unit,
    ),
  }),
  OrgChartRecorded: (party, { units }) => ({ ...party, orgChart: units.map(orgUnitRecord) }),
} satisfies FoldOf<ContactEvent, ExistingParty>;

/** @throws Rejected TOO_MANY_CONTACTS */
function addContact({ data, issued }: AddContact, { partyId, state, contacts }: ExistingParty): ContactEvent[] {
  if (contacts.length >= MOST_CONTACTS) {
    throw new Rejected('TOO_MANY_CONTACTS', `the party has ${contacts.length} contacts`, { most: MOST_CONTACTS });
  }
  const { personRef, post, department } = data;
  const contact = { contactId: issued.commandId, personRef, post, department };
  return [{ type: 'ContactAdded', data: { partyId, state, contact, by: issued.by.id, addedOn: issued.today } }];
}

/** @throws Rejected NOT_FOUND */
function changeContact({ data, issued }: ChangeContact, party: ExistingParty): ContactEvent[] {
  const { partyId, state } = party;
  const { contactId } = demandContact(party, data.contactId);
  const contact = { contactId, personRef: data.personRef, post: data.post, department: data.department };
  return [{ type: 'ContactChanged', data: { partyId, state, contact, by: issued.by.id, changedOn: issued.today } }];
}

/** @throws Rejected NOT_FOUND */
function removeContact({ data, issued }: RemoveContact, party: ExistingParty): ContactEvent[] {
  const { partyId, state } = party;
  const contact = contactFrom(demandContact(party, data.contactId));
  const { reason } = data;
  return [
    { type: 'ContactRemoved', data: { partyId, state, contact, reason, by: issued.by.id, removedOn: issued.today } },
  ];
}

/** The whole chart. @throws Rejected NOT_FOUND for a head, VALIDATION_FAILED for a chart that hangs on nothing */
function recordOrgChart({ data, issued }: RecordOrgChart, party: ExistingParty): ContactEvent[] {
  const { partyId, state } = party;
  refuseUnconnected(data.units);
  for (const { headContactId } of data.units) if (headContactId !== undefined) demandContact(party, headContactId);
  const units = data.units.map(orgUnitRecord);
  return [{ type: 'OrgChartRecorded', data: { partyId, state, units, by: issued.by.id, recordedOn: issued.today } }];
}

function demandContact({ partyId, contacts }: ExistingParty, contactId: string): PartyContact {
  const contact = contacts.find((other) => other.contactId === contactId);
  if (contact) return contact;
  throw new Rejected('NOT_FOUND', `the party ${partyId} has no contact ${contactId}`, { partyId, contactId });
}

const contactFrom = ({ contactId, personRef, post, department }: ContactRecord): PartyContact => ({
  contactId,
  personRef,
  post,
  department,
});
