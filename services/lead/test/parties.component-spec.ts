import { aHospital, bi, crm, Field, liNa, manager, PARTIES, zhaoLei } from './field.fixtures.js';

const USCC = '91350100M000100Y43';

describe('parties over HTTP', () => {
  const field = new Field();
  beforeAll(() => field.begin());
  afterAll(() => field.service.stop());

  it('are registered once by their name, whatever its width and blanks (L-102)', async () => {
    const partyId = await field.begun(liNa, PARTIES, aHospital);
    const again = await field.refused(zhaoLei, PARTIES, { ...aHospital, name: ' 临江市 第二人民医院' });
    expect(again).toEqual({ status: 409, code: 'DUPLICATE_PARTY', existingPartyId: partyId });
    const dry = await field.refused(liNa, `${PARTIES}?dryRun=true`, aHospital);
    expect(dry).toMatchObject({ code: 'DUPLICATE_PARTY', existingPartyId: partyId });
    const path = `${PARTIES}/${partyId}`;
    await field.done(crm, `${path}/change-party`, { ...aHospital, name: '临江二院' });
    const other = await field.begun(manager, PARTIES, aHospital);
    expect(other).not.toBe(partyId);
    expect(await field.refused(liNa, `${path}/change-party`, aHospital)).toMatchObject({
      code: 'DUPLICATE_PARTY',
      existingPartyId: other,
    });
  });

  it('are told apart by their credit code where they have one (L-102)', async () => {
    const named = { ...aHospital, name: '滨江建设', roles: ['DEVELOPER'] };
    const first = await field.begun(liNa, PARTIES, { ...named, uscc: USCC.toLowerCase() });
    expect(await field.refused(liNa, PARTIES, { ...named, name: '另名', uscc: USCC })).toMatchObject({
      code: 'DUPLICATE_PARTY',
      existingPartyId: first,
    });
    expect(await field.refused(liNa, PARTIES, named)).toMatchObject({ existingPartyId: first });
    const second = await field.begun(liNa, PARTIES, { ...named, uscc: '91310000MA1FL4B24Q' }).catch(String);
    expect(second).not.toBe(first);
  });

  it('of which twenty are registered at once, one passes (L-102)', async () => {
    const body = { ...aHospital, name: '同时登记' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => field.service.post(liNa, PARTIES, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  });

  it('give the first answer again to the same request (L-102)', async () => {
    const body = { ...aHospital, name: '重试单位' };
    const headers = { 'idempotency-key': 'party-1' };
    const first = await field.service.post(liNa, PARTIES, body, headers);
    const again = await field.service.post(liNa, PARTIES, body, headers);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(first.headers.location).toBe(`${PARTIES}/${first.body.id}`);
  });

  it('show their contacts masked, and nobody is named in an event (L-103, L-107)', async () => {
    const { partyId, contactId } = await field.partyWithContact({ ...aHospital, name: '有联系人' });
    const path = `${PARTIES}/${partyId}`;
    const shown = await field.service.get(bi, path);
    expect(shown.headers.etag).toBe('"1"');
    expect(shown.body).toMatchObject({
      id: partyId,
      partyId,
      revision: 1,
      state: 'ACTIVE',
      name: '有联系人',
      roles: ['OWNER', 'USER'],
      contacts: [{ contactId, person: { masked: { name: '王*国' } }, post: '基建科科长' }],
      orgChart: [],
    });
    expect(JSON.stringify(await field.get(`${path}/history`))).not.toContain('王');
    expect(await field.get(`${path}?asOf=0`)).toMatchObject({ revision: 0, contacts: [] });
    const unknown = { personRef: '0f8fad5b-d9cb-469f-a165-70867728950e', post: '院长' };
    expect(await field.refused(liNa, `${path}/add-contact`, unknown)).toMatchObject({ code: 'PERSON_UNKNOWN' });
    const units = [{ unitId: 'U1', name: '基建科', headContactId: contactId }];
    await field.done(liNa, `${path}/record-org-chart`, { units });
    const personRef = await field.person('周敏');
    await field.done(liNa, `${path}/change-contact`, { contactId, personRef, post: '副科长' });
    expect(await field.get(path)).toMatchObject({ contacts: [{ post: '副科长' }], orgChart: units });
    await field.done(liNa, `${path}/remove-contact`, { contactId, reason: '已离职' });
    expect((await field.get(path)).contacts).toEqual([]);
    expect(await field.list(PARTIES, { q: '有联系人' })).toMatchObject({ items: [{ partyId, contacts: 0 }] });
  });

  it('may be persons, who are not named either (L-103)', async () => {
    const personRef = await field.person('钱多多');
    const body = { kind: 'INDIVIDUAL', personRef, roles: ['PARTNER'] };
    const partyId = await field.begun(liNa, PARTIES, body);
    expect(await field.refused(liNa, PARTIES, body)).toMatchObject({ code: 'DUPLICATE_PARTY' });
    const { items } = await field.list(PARTIES, { role: 'PARTNER' });
    expect(items).toMatchObject([{ partyId, kind: 'INDIVIDUAL', name: null, person: { masked: { name: '钱*多' } } }]);
    expect(await field.get(`${PARTIES}/${partyId}`)).toMatchObject({ person: { masked: { name: '钱*多' } } });
  });

  it('are deactivated and come back, and are kept from roles that have no business with them (L-106)', async () => {
    const partyId = await field.begun(liNa, PARTIES, { ...aHospital, name: '停用单位' });
    const path = `${PARTIES}/${partyId}`;
    await field.done(crm, `${path}/deactivate-party`, { reason: '已注销' });
    expect(await field.refused(liNa, `${path}/change-party`, aHospital)).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await field.list(PARTIES, { state: 'INACTIVE' })).toMatchObject({ items: [{ partyId }] });
    await field.done(crm, `${path}/reactivate-party`);
    expect((await field.list(PARTIES, { state: 'INACTIVE' })).items).toEqual([]);
    expect(await field.refused(bi, PARTIES, aHospital)).toMatchObject({ status: 403 });
  });

  it.each([
    ['no role', { roles: [] }, '/roles'],
    ['a code whose last sign does not check the others', { uscc: '91350100M000100Y44' }, '/uscc'],
    ['a role that there is not', { roles: ['FRIEND'] }, '/roles'],
    ['an unknown field', { phone: '13800001234' }, '/phone'],
  ])('are refused with %s', async (_title, words, pointer) => {
    const answer = await field.service.post(liNa, PARTIES, { ...aHospital, ...words });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('are listed page by page, by a part of what they are called (L-125)', async () => {
    for (const name of ['列表甲', '列表乙', '列表丙'])
      await field.done(liNa, PARTIES, { ...aHospital, name, city: '江北', customerSegment: 'GOVERNMENT' });
    const first = await field.list(PARTIES, { q: '江 北', limit: '2', sort: '-name' });
    expect(first.items).toHaveLength(2);
    const rest = await field.get(`${PARTIES}?q=江北&limit=2&sort=-name&cursor=${String(first.nextCursor)}`);
    const names = [...first.items, ...rest.items].map(({ name }: { name: string }) => name);
    expect(names.slice().sort()).toEqual(['列表丙', '列表乙', '列表甲'].sort());
    expect(rest.nextCursor).toBeNull();
    const byDay = await field.list(PARTIES, { segment: 'GOVERNMENT', sort: '-registeredOn' });
    expect(byDay.items).toHaveLength(3);
  });
});
