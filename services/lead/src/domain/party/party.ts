import { aggregate, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { contactFold, contactRules } from './contacts.js';
import { foldedUscc } from './party-keys.js';
import {
  ChangeParty,
  DeactivateParty,
  ReactivateParty,
  RegisterParty,
  type PartyCommand,
  type PartyWords,
  type RegisterCommand,
} from './party.commands.js';
import type { PartyEvent, PartyRecord, PartyRegistered, RegisterEvent } from './party.events.js';
import type { ExistingParty, NoParty, Party } from './party.state.js';

const rules = {
  RegisterParty: { command: RegisterParty, in: ['NONE'], decide: registerParty },
  ChangeParty: { command: ChangeParty, in: ['ACTIVE'], decide: changeParty },
  DeactivateParty: { command: DeactivateParty, in: ['ACTIVE'], decide: deactivateParty },
  ReactivateParty: { command: ReactivateParty, in: ['INACTIVE'], decide: reactivateParty },
  ...contactRules,
} satisfies RulesOf<RegisterParty, NoParty, PartyEvent> &
  RulesOf<Exclude<RegisterCommand, RegisterParty>, ExistingParty, PartyEvent>;

const fold = {
  PartyRegistered: (_none, data) => ({ ...partyFrom(data), contacts: [], orgChart: [] }),
  PartyChanged: ({ contacts, orgChart }, data) => ({ ...partyFrom(data), contacts, orgChart }),
  PartyDeactivated: (party, { state, reason }) => ({ ...party, state, inactiveReason: reason }),
  PartyReactivated: (party, { state }) => ({ ...party, state, inactiveReason: undefined }),
  ...contactFold,
} satisfies FoldOf<PartyRegistered, NoParty, ExistingParty> &
  FoldOf<Exclude<RegisterEvent, PartyRegistered>, ExistingParty>;

/** A party (单位): an owner, a design institute, a competitor, a partner, with its contacts and its organisation. */
export const party = aggregate<Party, PartyCommand, PartyEvent>({
  category: 'party',
  id: 'partyId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** @throws Rejected VALIDATION_FAILED, COMPETITOR_TYPE_REQUIRED */
function registerParty({ data, issued }: RegisterParty): PartyEvent[] {
  const record = partyRecord(data.partyId, data, issued.by.id);
  return [{ type: 'PartyRegistered', data: { ...record, registeredOn: issued.today } }];
}

/** @throws Rejected VALIDATION_FAILED, COMPETITOR_TYPE_REQUIRED */
function changeParty({ data, issued }: ChangeParty, { partyId }: ExistingParty): PartyEvent[] {
  return [{ type: 'PartyChanged', data: { ...partyRecord(partyId, data, issued.by.id), changedOn: issued.today } }];
}

function deactivateParty({ data, issued }: DeactivateParty, { partyId }: ExistingParty): PartyEvent[] {
  const { reason } = data;
  return [
    {
      type: 'PartyDeactivated',
      data: { partyId, state: 'INACTIVE', reason, by: issued.by.id, deactivatedOn: issued.today },
    },
  ];
}

function reactivateParty({ issued }: ReactivateParty, { partyId }: ExistingParty): PartyEvent[] {
  return [
    { type: 'PartyReactivated', data: { partyId, state: 'ACTIVE', by: issued.by.id, reactivatedOn: issued.today } },
  ];
}

/** Both ways of saying who a party is do not go together: an organisation has a name, a person is in the vault. */
function partyRecord(partyId: string, words: PartyWords, by: string): PartyRecord {
  const { kind, name, personRef, uscc, roles, customerSegment, competitorType, city, industry } = words;
  const isPerson = kind === 'INDIVIDUAL';
  demand(isPerson || name !== undefined, '/name', 'an organisation has a name');
  demand(!isPerson || personRef !== undefined, '/personRef', 'an individual is a person in the vault');
  demand(!isPerson || name === undefined, '/name', 'the name of an individual stands in the vault');
  demand(isPerson || personRef === undefined, '/personRef', 'an organisation is no person');
  demand(!isPerson || uscc === undefined, '/uscc', 'an individual has no credit code');
  if (roles.includes('COMPETITOR') && competitorType === undefined) {
    throw new Rejected('COMPETITOR_TYPE_REQUIRED', 'the competitor has no type', { pointer: '/competitorType' });
  }
  return {
    partyId,
    state: 'ACTIVE',
    kind,
    name,
    personRef,
    uscc: uscc === undefined ? undefined : foldedUscc(uscc),
    roles: [...new Set(roles)],
    customerSegment,
    competitorType,
    city,
    industry,
    by,
  };
}

function demand(holds: boolean, pointer: string, is: string): void {
  if (!holds) throw new Rejected('VALIDATION_FAILED', is, { pointer });
}

const partyFrom = (record: PartyRecord) => ({
  state: record.state,
  partyId: record.partyId,
  kind: record.kind,
  name: record.name,
  personRef: record.personRef,
  uscc: record.uscc,
  roles: record.roles,
  customerSegment: record.customerSegment,
  competitorType: record.competitorType,
  city: record.city,
  industry: record.industry,
});
