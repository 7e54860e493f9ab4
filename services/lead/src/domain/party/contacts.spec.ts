import { AddContact, ChangeContact, RecordOrgChart, RemoveContact } from './party.commands.js';
import { aContact, OTHER_REF, PARTY_ID, PERSON_REF } from './party.fixtures.js';
import { inactiveWalk, registeredWalk } from './party.walk.js';

const NOBODY = { partyId: PARTY_ID, contactId: 'c-9', code: 'NOT_FOUND' };
const withContact = () => {
  const walk = registeredWalk().contact();
  return { walk, contactId: walk.lastId };
};

describe('a contact of a party', () => {
  it('is added with a post, and only by a reference (L-107)', () => {
    const { walk, contactId } = withContact();
    walk.recorded({
      type: 'ContactAdded',
      data: {
        partyId: PARTY_ID,
        state: 'ACTIVE',
        contact: { contactId, personRef: PERSON_REF, post: '基建科科长', department: '基建科' },
        by: 'li-na',
        addedOn: '2025-03-10',
      },
    });
  });

  it('is changed as a whole (L-107)', () => {
    const { walk, contactId } = withContact();
    walk.contact({ personRef: OTHER_REF });
    walk.do(ChangeContact, { contactId, personRef: OTHER_REF, post: '副院长' }).recorded({
      type: 'ContactChanged',
      data: {
        partyId: PARTY_ID,
        state: 'ACTIVE',
        contact: { contactId, personRef: OTHER_REF, post: '副院长' },
        by: 'li-na',
        changedOn: '2025-03-10',
      },
    });
    expect(walk.now.contacts.map(({ post, department }) => [post, department])).toEqual([
      ['副院长', undefined],
      ['基建科科长', '基建科'],
    ]);
    const unknown = { contactId: 'c-9', personRef: OTHER_REF, post: '院长' };
    expect(walk.refused(ChangeContact, unknown)).toEqual(NOBODY);
  });

  it('is removed for a reason, and leads nothing any more (L-108)', () => {
    const { walk, contactId } = withContact();
    walk.do(RecordOrgChart, { units: [{ unitId: 'U1', name: '基建科', headContactId: contactId }] });
    walk.do(RemoveContact, { contactId, reason: '已离职' }).recorded({
      type: 'ContactRemoved',
      data: {
        partyId: PARTY_ID,
        state: 'ACTIVE',
        contact: { contactId, personRef: PERSON_REF, post: '基建科科长', department: '基建科' },
        reason: '已离职',
        by: 'li-na',
        removedOn: '2025-03-10',
      },
    });
    expect(walk.now).toMatchObject({ contacts: [], orgChart: [{ unitId: 'U1', headContactId: undefined }] });
    expect(walk.refused(RemoveContact, { contactId: 'c-9', reason: 'x' })).toEqual(NOBODY);
    expect(inactiveWalk().refused(RemoveContact, { contactId: 'c-9', reason: 'x' })).toEqual(NOBODY);
  });

  it('is one of two hundred at most (L-109)', () => {
    const walk = registeredWalk();
    for (let n = 0; n < 200; n += 1) walk.contact();
    expect(walk.refused(AddContact, aContact)).toEqual({ code: 'TOO_MANY_CONTACTS', most: 200 });
    walk.do(RemoveContact, { contactId: walk.idOfCommand(2), reason: 'x' }).contact();
    expect(walk.now.contacts).toHaveLength(200);
  });
});

describe('an organisation chart', () => {
  it('is recorded whole, each time anew (L-110)', () => {
    const { walk, contactId } = withContact();
    const units = [
      { unitId: 'U1', name: '院办' },
      { unitId: 'U2', name: '基建科', parentId: 'U1', headContactId: contactId },
    ];
    walk.do(RecordOrgChart, { units }).recorded({
      type: 'OrgChartRecorded',
      data: { partyId: PARTY_ID, state: 'ACTIVE', units, by: 'li-na', recordedOn: '2025-03-10' },
    });
    expect(walk.do(RecordOrgChart, { units: units.slice(0, 1) }).now.orgChart).toEqual([
      { unitId: 'U1', name: '院办' },
    ]);
  });

  const A = { unitId: 'A', name: 'a' };
  it.each([
    ['names a unit twice', [A, A], '/units/1/unitId'],
    ['hangs on a unit that is not there', [{ ...A, parentId: 'Z' }], '/units/0/parentId'],
    ['hangs a unit on itself', [{ ...A, parentId: 'A' }], '/units/0/parentId'],
    [
      'runs in a circle',
      [
        { ...A, parentId: 'B' },
        { unitId: 'B', name: 'b', parentId: 'A' },
      ],
      '/units/0/parentId',
    ],
  ])('is refused that %s (L-110)', (_title, units, pointer) =>
    expect(registeredWalk().refused(RecordOrgChart, { units })).toEqual({ code: 'VALIDATION_FAILED', pointer }),
  );

  it('passes with a long line of units', () => {
    const units = Array.from({ length: 50 }, (_, n) => ({
      unitId: `U${n}`,
      name: `u${n}`,
      ...(n > 0 ? { parentId: `U${n - 1}` } : {}),
    }));
    expect(registeredWalk().do(RecordOrgChart, { units }).now.orgChart).toHaveLength(50);
  });

  it('is led by contacts of the party only (L-110)', () =>
    expect(registeredWalk().refused(RecordOrgChart, { units: [{ ...A, headContactId: 'c-9' }] })).toEqual(NOBODY));
});
