import { randomUUID } from 'node:crypto';
import { keptPerson, keptSignatories } from '../../../tools/testing/kept-person.js';
import { ADMIN, startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { BASE, commerce, finance, HttpWalk, leader, sales } from './http-walk.fixtures.js';

const PERSONS = '/api/v1/persons';
const REASON = { reason: '联系签字人' };
const manager: Person = { id: 'zhao-lei', roles: ['SALES_MANAGER'] };

describe('persons over HTTP (C-27)', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ContractModule);
  });
  afterAll(() => service.stop());

  const keep = (body: object, headers: Record<string, string> = {}, person = commerce) =>
    service.post(person, PERSONS, body, headers);
  const audited = async (personRef: string) => {
    const { text } = await service.get(ADMIN, '/admin/events?limit=10000');
    const events = text
      .trim()
      .split('\n')
      .filter((line) => line)
      .map((line) => JSON.parse(line) as { type: string; data: { action?: string; target?: string; reason?: string } });
    return events
      .filter(({ type, data }) => type === 'AdminActionTaken' && data.target === personRef)
      .map(({ data }) => data);
  };

  it('are answered in the masked form, and never from a cache', async () => {
    const kept = await keep({ name: '王建国', phone: '13800001234', post: '院长', idNo: '' });
    const masked = { name: '王*国', phone: '138****1234' };
    expect([kept.status, kept.body]).toEqual([201, { personRef: expect.any(String), masked, erasedAt: null }]);
    const shown = await service.get(leader, `${PERSONS}/${String(kept.body.personRef).toUpperCase()}`);
    expect([shown.status, shown.body]).toEqual([200, kept.body]);
    expect([kept.headers['cache-control'], shown.headers['cache-control']]).toEqual(['no-store', 'no-store']);
  });

  it('are kept once with the same key of the same caller, and another person is not kept under it', async () => {
    const headers = { 'idempotency-key': 'p-1' };
    const [first, again] = [await keep({ name: '王建国' }, headers), await keep({ name: '王建国' }, headers)];
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await keep({ name: '周敏' }, headers)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const others = [await keep({ name: '王建国' }, headers, manager), await keep({ name: '王建国' })];
    expect(new Set([first, ...others].map(({ body }) => String(body.personRef))).size).toBe(3);
  });

  it('are revealed for a reason, which is in the audit with who asked', async () => {
    const { body } = await keep({ name: '何院长', phone: '13900000000', post: '院长' });
    const path = `${PERSONS}/${body.personRef}/reveal`;
    expect((await service.post(commerce, path, {})).status).toBe(400);
    expect(await audited(body.personRef)).toEqual([]);
    const revealed = await service.post(leader, path, REASON);
    expect([revealed.status, revealed.body, revealed.headers['cache-control']]).toEqual([
      200,
      {
        personRef: body.personRef,
        values: { name: '何院长', phone: '13900000000', post: '院长' },
        erasedAt: null,
      },
      'no-store',
    ]);
    const action = { action: 'RevealPersonalData', target: body.personRef, dryRun: false, by: 'wang', ...REASON };
    expect(await audited(body.personRef)).toEqual([action]);
    const unknown = randomUUID();
    expect((await service.post(commerce, `${PERSONS}/${unknown}/reveal`, REASON)).status).toBe(404);
    expect((await service.get(commerce, `${PERSONS}/${unknown}`)).status).toBe(404);
  });

  it('are for who may name one in a command; a leader only sees them', async () => {
    const personRef = await keptPerson(service, commerce);
    const rights = [commerce, manager, finance, leader, sales, ADMIN].map(async (person) => [
      (await keep({ name: '周敏' }, {}, person)).status,
      (await service.get(person, `${PERSONS}/${personRef}`)).status,
      (await service.post(person, `${PERSONS}/${personRef}/reveal`, REASON)).status,
    ]);
    const all = [201, 200, 200];
    expect(await Promise.all(rights)).toEqual([all, all, all, [403, 200, 200], [403, 403, 403], [403, 403, 403]]);
  });

  it('who are unknown or erased are named by no command, whoever they are', async () => {
    const walk = await HttpWalk.signed(service, 'HT-PERSON-1');
    const unknown = randomUUID();
    const receipt = { amountFen: 1, receivedOn: '2025-03-10', bankRef: 'B-1', instrument: 'TRANSFER' };
    const pay = (personRef: string, dryRun = '') =>
      service.post(finance, `${BASE}/${walk.id}/record-receipt${dryRun}`, { ...receipt, payer: { personRef } });
    const refused = (personRef: string) => ({
      status: 422,
      code: 'PERSON_UNKNOWN',
      details: { personRefs: [personRef], pointers: ['/payer/personRef'] },
    });
    expect((await pay(unknown)).body).toMatchObject(refused(unknown));
    expect((await pay(unknown, '?dryRun=true')).body).toMatchObject(refused(unknown));
    const payer = await keptPerson(service, finance);
    await service.post(ADMIN, `/admin/personal-data/${payer}/erase`, { reason: '本人要求' });
    expect((await pay(payer)).body).toMatchObject(refused(payer));
    const { body } = await service.get(sales, `${BASE}/${walk.id}`);
    expect(body).toMatchObject({ revision: 4, receipts: [] });
    const paid = await keptPerson(service, finance, '周敏');
    expect((await pay(paid.toUpperCase())).status).toBe(200);
  });

  it('stand masked in what a contract answers, and are gone from it with their erasure; the history stays (S40)', async () => {
    const walk = await HttpWalk.signed(service, 'HT-PERSON-2');
    const payer = await keptPerson(service, finance, '周敏');
    await walk.receive('B-1', 1, 'M1', { payer: { name: '临江二院', personRef: payer } });
    const contract = async () => (await service.get(sales, `${BASE}/${walk.id}`)).body;
    const [ours, theirs] = (await contract()).signatories as { personRef: string }[];
    const signatory = (side: string, one: typeof ours, name: string) => ({
      side,
      personRef: one?.personRef,
      masked: { name },
      erasedAt: null,
    });
    expect(await contract()).toMatchObject({
      signatories: [signatory('OURS', ours, '王*国'), signatory('THEIRS', theirs, '何*长')],
      receipts: [{ payer: { name: '临江二院', personRef: payer, masked: { name: '周*' }, erasedAt: null } }],
    });
    const erased = await service.post(ADMIN, `/admin/personal-data/${payer}/erase`, { reason: '本人要求' });
    const { erasedAt } = erased.body as { erasedAt: string };
    expect((await contract()).receipts).toMatchObject([{ payer: { personRef: payer, masked: null, erasedAt } }]);
    expect((await service.get(finance, `${PERSONS}/${payer}`)).body).toEqual({
      personRef: payer,
      masked: null,
      erasedAt,
    });
    const revealed = await service.post(finance, `${PERSONS}/${payer}/reveal`, REASON);
    expect(revealed.body).toEqual({ personRef: payer, values: null, erasedAt });
    expect((await service.get(sales, `${BASE}/${walk.id}/history`)).status).toBe(200);
    const feed = await service.get(ADMIN, '/admin/events?limit=10000');
    expect(feed.text).not.toMatch(/王建国|何院长|周敏|13800001234|13900000000/);
  });

  it('are signatories of a contract only when every one of them exists', async () => {
    const drafted = await HttpWalk.signed(service, 'HT-PERSON-3');
    const [ours] = await keptSignatories(service, commerce);
    const signatories = [ours, { side: 'THEIRS', personRef: randomUUID() }];
    const body = { contractNo: 'HT-PERSON-4', signedOn: '2025-03-10', signatories, scanRef: 's' };
    const answer = await service.post(commerce, `${BASE}/${drafted.id}/sign-contract`, body);
    expect(answer.body).toMatchObject({ code: 'PERSON_UNKNOWN', details: { pointers: ['/signatories/1/personRef'] } });
  });
});
