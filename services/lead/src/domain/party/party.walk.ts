import { Walk } from '@engsales/event-sourcing/testing';
import {
  AddContact,
  ChangeContact,
  ChangeParty,
  DeactivateParty,
  ReactivateParty,
  RecordOrgChart,
  RegisterParty,
  RemoveContact,
  type PartyCommand,
  type PartyWords,
} from './party.commands.js';
import type { PartyEvent } from './party.events.js';
import { aContact, aHospital, aPerson, OTHER_REF, PARTY_ID } from './party.fixtures.js';
import { party } from './party.js';
import type { ExistingParty, Party } from './party.state.js';

/** A party that is led through commands. */
export class PartyWalk extends Walk<Party, PartyCommand, PartyEvent, 'partyId'> {
  constructor() {
    super(party, { partyId: PARTY_ID }, { id: 'li-na', role: 'SALES' });
  }

  get now(): ExistingParty {
    if (this.state.state === 'NONE') throw new Error('there is no party');
    return this.state;
  }

  /** A contact; its id is the walk's last one then. */
  contact(changes: Partial<typeof aContact> = {}): this {
    return this.do(AddContact, { ...aContact, ...changes });
  }
}

export const registeredWalk = (changes: Partial<PartyWords> = {}): PartyWalk =>
  new PartyWalk().do(RegisterParty, { ...aHospital, ...changes });
export const inactiveWalk = (): PartyWalk => registeredWalk().do(DeactivateParty, { reason: '已注销' });

function wholeLife(): PartyWalk {
  const walk = registeredWalk().contact();
  const contactId = walk.lastId;
  walk.do(RecordOrgChart, {
    units: [
      { unitId: 'U1', name: '院办' },
      { unitId: 'U2', name: '基建科', parentId: 'U1', headContactId: contactId },
    ],
  });
  walk.do(ChangeContact, { contactId, personRef: OTHER_REF, post: '副科长' });
  walk.do(RemoveContact, { contactId, reason: '已离职' });
  walk.do(ChangeParty, { ...aHospital, roles: ['OWNER', 'COMPETITOR'], competitorType: 'CONTRACTOR' });
  return walk.do(DeactivateParty, { reason: '已注销' }).do(ReactivateParty, {});
}

/** Lives of parties that together record every type of event; their streams are frozen in `history/`. */
export const partyLives: Readonly<Record<string, () => PartyWalk>> = {
  'whole-life': wholeLife,
  'of-a-person': () => new PartyWalk().do(RegisterParty, aPerson),
};
