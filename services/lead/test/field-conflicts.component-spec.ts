import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { aHospital, bi, CHANNELS, crm, Field, liNa, manager, PARTIES } from './field.fixtures.js';

const direct = { name: '直销', type: 'DIRECT', regions: [], productLineIds: [], managerId: 'wang-fang' };

describe('two people at one thing', () => {
  const field = new Field();
  beforeAll(() => field.begin());
  afterAll(() => field.service.stop());

  const party = (name: string) => field.begun(liNa, PARTIES, { ...aHospital, name });
  const send = (path: string, body: object, headers: Record<string, string>) =>
    field.service.post(manager, path, body, headers);

  it('decide on the revision that they have seen, or not at all', async () => {
    const path = `${PARTIES}/${await party('并发单位')}/deactivate-party`;
    const seen = { 'if-match': '"0"' };
    const answers = await Promise.all([send(path, { reason: 'a' }, seen), send(path, { reason: 'b' }, seen)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body.code).toBe('VERSION_CONFLICT');
  });

  it('add contacts one after the other without losing one (L-107)', async () => {
    const path = `${PARTIES}/${await party('联系人单位')}`;
    const personRef = await field.person();
    const posts = Array.from({ length: 4 }, (_, n) => `岗位 ${n}`);
    await Promise.all(posts.map((post) => field.done(liNa, `${path}/add-contact`, { personRef, post })));
    const { contacts } = await field.get(path);
    expect(contacts.map(({ post }: { post: string }) => post).sort()).toEqual(posts);
  });

  it('get the first answer again with the same key, and another body is refused', async () => {
    const headers = { 'idempotency-key': 'channel-1' };
    const [first, again] = [await send(CHANNELS, direct, headers), await send(CHANNELS, direct, headers)];
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = await send(CHANNELS, { ...direct, name: '另一渠道' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('change nothing by a dry run', async () => {
    const tried = await field.service.post(manager, `${CHANNELS}?dryRun=true`, direct);
    expect([tried.status, tried.body.dryRun, tried.body.events[0].type]).toEqual([201, true, 'ChannelPlanned']);
    expect(tried.headers.location).toBeUndefined();
    expect((await field.service.get(manager, `${CHANNELS}/${tried.body.id}`)).status).toBe(404);
  });

  it('ask for a view that a command has just recorded, or as it was before it', async () => {
    const id = await field.begun(manager, CHANNELS, direct);
    const path = `${CHANNELS}/${id}`;
    await field.done(manager, `${path}/activate-channel`, { on: '2025-03-07' });
    expect(await field.get(path)).toMatchObject({ revision: 1, state: 'ACTIVE', reviewDueOn: '2026-03-07' });
    expect(await field.get(`${path}?asOf=0`)).toMatchObject({ revision: 0, state: 'PLANNED' });
    expect(await field.list(CHANNELS, { state: 'ACTIVE' })).toMatchObject({ items: [{ channelId: id }] });
    expect((await field.service.get(manager, `${path}?asOf=7`)).status).toBe(400);
    expect((await field.service.get(manager, `${CHANNELS}?cursor=WyIyIl0`)).status).toBe(400);
  });
});

describe('a contact who is erased', () => {
  const field = new Field();
  beforeAll(() => field.begin());
  afterAll(() => field.service.stop());

  it('leaves the party and its history readable, and is named by no command any more (L-103)', async () => {
    const { partyId, contactId } = await field.partyWithContact();
    const path = `${PARTIES}/${partyId}`;
    const { personRef } = (await field.get(path)).contacts[0];
    await field.done(ADMIN, `/admin/personal-data/${personRef}/erase`, { reason: '本人要求' });
    expect((await field.get(path, bi)).contacts).toEqual([
      {
        contactId,
        personRef,
        person: { personRef, masked: null, erasedAt: expect.any(String) },
        post: '基建科科长',
      },
    ]);
    const types = (await field.get(`${path}/history`)).items.map(({ type }: { type: string }) => type);
    expect(types).toEqual(['PartyRegistered', 'ContactAdded']);
    expect(await field.refused(crm, `${path}/add-contact`, { personRef, post: '院长' })).toMatchObject({
      status: 422,
      code: 'PERSON_UNKNOWN',
    });
    await field.done(crm, `${path}/remove-contact`, { contactId, reason: '本人要求' });
    expect((await field.get(path)).contacts).toEqual([]);
  });
});
