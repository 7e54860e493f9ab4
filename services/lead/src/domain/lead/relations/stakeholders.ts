import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { demandActiveParty, demandActiveContact } from '../../party-then.js';
import { demandItem, factOf, notRegistered, withItem } from '../lead-records.js';
import { NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead, KeyPerson, Stakeholder } from '../lead.state.js';
import { withdrawnWithFact, type QualifyingChange } from '../qualifying/checklist.js';
import {
  AssessRelationship,
  DropKeyPerson,
  IdentifyKeyPerson,
  RecordStakeholder,
  RemoveStakeholder,
  type StakeholderCommand,
} from './relations.commands.js';
import type { StakeholderEvent } from './relations.events.js';

const WORKED_ON = { in: ['QUALIFYING', 'DEVELOPING'], otherwise: notRegistered } as const;

export const stakeholderRules = {
  RecordStakeholder: { command: RecordStakeholder, ...WORKED_ON, decide: recordStakeholder },
  RemoveStakeholder: { command: RemoveStakeholder, ...WORKED_ON, decide: removeStakeholder },
  IdentifyKeyPerson: { command: IdentifyKeyPerson, ...WORKED_ON, decide: identifyKeyPerson },
  DropKeyPerson: { command: DropKeyPerson, ...WORKED_ON, decide: dropKeyPerson },
  AssessRelationship: {
    command: AssessRelationship,
    in: ['QUALIFYING', 'DEVELOPING', 'CONVERTED'],
    otherwise: notRegistered,
    decide: assessRelationship,
  },
} satisfies RulesOf<StakeholderCommand, ExistingLead, StakeholderEvent | QualifyingChange>;

export const stakeholderFold = {
  StakeholderRecorded: (lead, { partyId, role }) => ({
    ...lead,
    stakeholders: withItem(lead.stakeholders, { partyId, role }, isStakeholder({ partyId, role })),
  }),
  StakeholderRemoved: (lead, data) => ({
    ...lead,
    stakeholders: lead.stakeholders.filter((other) => !isStakeholder(data)(other)),
  }),
  KeyPersonIdentified: (lead, { partyId, contactId, personRef, post, kind, supportLevel }) => {
    const person = { partyId, contactId, personRef, post, kind, supportLevel };
    return { ...lead, keyPersons: withItem(lead.keyPersons, person, isKeyPerson(person)) };
  },
  KeyPersonDropped: (lead, data) => ({
    ...lead,
    keyPersons: lead.keyPersons.filter((other) => !isKeyPerson(data)(other)),
  }),
  RelationshipAssessed: (lead, { relationship }) => ({ ...lead, relationship }),
} satisfies FoldOf<StakeholderEvent, ExistingLead>;

/** @throws Rejected NOT_FOUND, PARTY_INACTIVE */
function recordStakeholder({ data, issued }: RecordStakeholder, lead: ExistingLead): StakeholderEvent[] {
  const { partyId, role, siblings = NO_SIBLINGS } = data;
  demandActiveParty(partyId, siblings.parties);
  if (lead.stakeholders.some(isStakeholder({ partyId, role }))) return [];
  return [{ type: 'StakeholderRecorded', data: { ...factOf(lead, issued), partyId, role } }];
}

/** @throws Rejected NOT_FOUND */
function removeStakeholder(
  { data, issued }: RemoveStakeholder,
  lead: ExistingLead,
): (StakeholderEvent | QualifyingChange)[] {
  const { partyId, role, reason } = data;
  const isMeant = isStakeholder({ partyId, role });
  demandItem(lead.stakeholders.find(isMeant), `stakeholder ${partyId} as ${role}`, { partyId, role });
  const stakeholders = lead.stakeholders.filter((other) => !isMeant(other));
  return [
    { type: 'StakeholderRemoved', data: { ...factOf(lead, issued), partyId, role, reason } },
    ...withdrawnWithFact({ ...lead, stakeholders }, issued),
  ];
}

/** The same person again has another support level. @throws Rejected NOT_FOUND, PARTY_INACTIVE */
function identifyKeyPerson({ data, issued }: IdentifyKeyPerson, lead: ExistingLead): StakeholderEvent[] {
  const { partyId, contactId, kind, supportLevel, siblings = NO_SIBLINGS } = data;
  demandActiveContact({ partyId, contactId }, siblings.parties);
  const party = siblings.parties.find((other) => other.partyId === partyId);
  const { personRef, post } = demandItem(
    party?.contacts.find((contact) => contact.contactId === contactId),
    `contact ${contactId}`,
    { contactId },
  );
  const said = { partyId, contactId, kind, personRef, post, supportLevel };
  return [{ type: 'KeyPersonIdentified', data: { ...factOf(lead, issued), ...said } }];
}

/** @throws Rejected NOT_FOUND */
function dropKeyPerson({ data, issued }: DropKeyPerson, lead: ExistingLead): StakeholderEvent[] {
  const { partyId, contactId, kind, reason } = data;
  demandItem(lead.keyPersons.find(isKeyPerson({ partyId, contactId, kind })), `key person ${contactId} as ${kind}`, {
    partyId,
    contactId,
    kind,
  });
  return [{ type: 'KeyPersonDropped', data: { ...factOf(lead, issued), partyId, contactId, kind, reason } }];
}

function assessRelationship({ data, issued }: AssessRelationship, lead: ExistingLead): StakeholderEvent[] {
  const said = { relationship: data.level, note: data.note };
  return [{ type: 'RelationshipAssessed', data: { ...factOf(lead, issued), ...said } }];
}

const isStakeholder =
  ({ partyId, role }: Stakeholder) =>
  (other: Stakeholder): boolean =>
    other.partyId === partyId && other.role === role;

const isKeyPerson =
  ({ partyId, contactId, kind }: Pick<KeyPerson, 'partyId' | 'contactId' | 'kind'>) =>
  (other: KeyPerson): boolean =>
    other.partyId === partyId && other.contactId === contactId && other.kind === kind;
