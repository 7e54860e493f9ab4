import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  AddContact,
  ChangeContact,
  ChangeParty,
  DeactivateParty,
  ReactivateParty,
  RecordOrgChart,
  RegisterParty,
  RemoveContact,
} from './party.commands.js';
import { aContact, aHospital, aPerson, PARTY_ID, PERSON_REF, USCC } from './party.fixtures.js';
import { party } from './party.js';
import { inactiveWalk, PartyWalk, registeredWalk } from './party.walk.js';

const refused = (words: object) => new PartyWalk().refused(RegisterParty, { ...aHospital, ...words });

describe('a party', () => {
  it('is registered with what it is to us (L-101)', () => {
    registeredWalk({ uscc: ' 91350100m000100y43 ', roles: ['OWNER', 'USER', 'OWNER'] }).recorded({
      type: 'PartyRegistered',
      data: {
        partyId: PARTY_ID,
        state: 'ACTIVE',
        kind: 'ORGANISATION',
        name: '临江市第二人民医院',
        uscc: USCC,
        roles: ['OWNER', 'USER'],
        customerSegment: 'ENTERPRISE_INSTITUTION',
        city: '临江市',
        industry: '医疗',
        by: 'li-na',
        registeredOn: '2025-03-10',
      },
    });
  });

  it('that is a person is known by a reference alone (L-103)', () =>
    expect(new PartyWalk().do(RegisterParty, aPerson).last[0]?.data).toEqual({
      partyId: PARTY_ID,
      state: 'ACTIVE',
      kind: 'INDIVIDUAL',
      personRef: PERSON_REF,
      roles: ['PARTNER'],
      by: 'li-na',
      registeredOn: '2025-03-10',
    }));

  it.each([
    ['an organisation without a name', { name: undefined }, '/name'],
    ['an organisation that is a person', { personRef: PERSON_REF }, '/personRef'],
    ['an individual whom nobody knows', { kind: 'INDIVIDUAL', name: undefined, uscc: undefined }, '/personRef'],
    ['an individual whose name is said', { kind: 'INDIVIDUAL', personRef: PERSON_REF, uscc: undefined }, '/name'],
    ['an individual with a code', { kind: 'INDIVIDUAL', personRef: PERSON_REF, name: undefined }, '/uscc'],
  ])('is not registered as %s (L-103)', (_title, words, pointer) =>
    expect(refused(words)).toEqual({ code: 'VALIDATION_FAILED', pointer }),
  );

  it('may inform us and compete with us, and then says as what (L-104)', () => {
    const both = { roles: ['DESIGN_INSTITUTE', 'COMPETITOR'] };
    expect(refused(both)).toEqual({ code: 'COMPETITOR_TYPE_REQUIRED', pointer: '/competitorType' });
    const words = { ...aHospital, roles: ['DESIGN_INSTITUTE', 'COMPETITOR'] as const };
    const walk = new PartyWalk().do(RegisterParty, { ...words, competitorType: 'DESIGN_INSTITUTE' });
    expect(walk.now).toMatchObject({ roles: both.roles, competitorType: 'DESIGN_INSTITUTE' });
  });

  it('is changed as a whole, and keeps its contacts (L-105)', () => {
    const walk = registeredWalk().contact();
    walk.on('2025-03-12').do(ChangeParty, { kind: 'ORGANISATION', name: '二院', roles: ['OTHER'] }, 'zhao-lei');
    walk.recorded({
      type: 'PartyChanged',
      data: {
        partyId: PARTY_ID,
        state: 'ACTIVE',
        kind: 'ORGANISATION',
        name: '二院',
        roles: ['OTHER'],
        by: 'zhao-lei',
        changedOn: '2025-03-12',
      },
    });
    expect(walk.now).toMatchObject({ uscc: undefined, city: undefined, contacts: [{ post: '基建科科长' }] });
    const competing = { ...aHospital, roles: ['COMPETITOR'] as const };
    expect(walk.refused(ChangeParty, competing)).toMatchObject({ code: 'COMPETITOR_TYPE_REQUIRED' });
  });

  it('is deactivated for a reason, and comes back (L-106)', () => {
    const walk = inactiveWalk();
    walk.recorded({
      type: 'PartyDeactivated',
      data: { partyId: PARTY_ID, state: 'INACTIVE', reason: '已注销', by: 'li-na', deactivatedOn: '2025-03-10' },
    });
    expect(walk.now).toMatchObject({ state: 'INACTIVE', inactiveReason: '已注销' });
    walk.do(ReactivateParty, {}).recorded({
      type: 'PartyReactivated',
      data: { partyId: PARTY_ID, state: 'ACTIVE', by: 'li-na', reactivatedOn: '2025-03-10' },
    });
    expect(walk.now.inactiveReason).toBeUndefined();
  });
});

describe('in which state (L-106)', () => {
  const possible = judgeTransitions({
    aggregate: party,
    ids: { partyId: PARTY_ID },
    states: { NONE: () => new PartyWalk(), ACTIVE: registeredWalk, INACTIVE: inactiveWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(RegisterParty, aHospital, ['NONE']);
  possible(ChangeParty, aHospital, ['ACTIVE']);
  possible(DeactivateParty, { reason: 'x' }, ['ACTIVE']);
  possible(ReactivateParty, {}, ['INACTIVE']);
  possible(AddContact, aContact, ['ACTIVE']);
  possible(ChangeContact, { ...aContact, contactId: 'c' }, ['ACTIVE']);
  possible(RemoveContact, { contactId: 'c', reason: 'x' }, ['ACTIVE', 'INACTIVE']);
  possible(RecordOrgChart, { units: [] }, ['ACTIVE']);
  possible.every(party.transitions);
});

it('every event of a party is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(party.stored).filter((type) => !written.has(type))).toEqual([]);
});
