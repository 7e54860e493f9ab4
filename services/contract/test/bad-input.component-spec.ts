import { randomUUID } from 'node:crypto';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import { ADMIN, startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';

const sales: Person = { id: 'li-na', roles: ['SALES'] };
const BASE = '/api/v1/contracts';

describe('bad input gets a clear error', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ContractModule);
  });
  afterAll(() => service.stop());

  it.each(
    (
      [
        ['no JSON', '{"projectName": ', 400, 'MALFORMED_JSON'],
        ['a list', '[1, 2]', 400, 'VALIDATION_FAILED'],
        ['a number', '7', 400, 'VALIDATION_FAILED'],
        ['nothing', '', 400, 'VALIDATION_FAILED', '/projectName'],
        ['an unknown field', { ...aDocument(), commandId: randomUUID() }, 400, 'VALIDATION_FAILED', '/commandId'],
        [
          'an unknown field deep inside',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], colour: 'red' }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/colour',
        ],
        [
          'a float of fen',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], unitPrice: 1.5 }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/unitPrice',
        ],
        [
          'a date that does not exist',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], committedDate: '2025-02-30' }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/committedDate',
        ],
        [
          'a name where a staff id belongs',
          { ...aDocument(), merchandiserId: '周敏' },
          400,
          'VALIDATION_FAILED',
          '/merchandiserId',
        ],
        [
          'a quantity with an exponent',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], qty: '1e3' }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/qty',
        ],
        ['lines that are no list', { ...aDocument(), lines: 'L1' }, 400, 'VALIDATION_FAILED', '/lines'],
        [
          'null for a text',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], spec: null }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/spec',
        ],
        [
          'null for a key',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], packageKey: null }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/packageKey',
        ],
        ['a list for an object', { ...aDocument(), warrantyTerms: [] }, 400, 'VALIDATION_FAILED', '/warrantyTerms'],
        ['a list in a list', { ...aDocument(), lines: [[]] }, 400, 'VALIDATION_FAILED'],
        [
          'a year that no database knows',
          { ...aDocument(), lines: [{ ...aDocument().lines[0], committedDate: '0000-01-01' }] },
          400,
          'VALIDATION_FAILED',
          '/lines/0/committedDate',
        ],
        ['U+0000', { ...aDocument(), projectName: 'a\0b' }, 400, 'INVALID_TEXT'],
        ['half a surrogate pair', '{"projectName":"\\ud800"}', 400, 'INVALID_TEXT'],
        ['40 levels', `{"drawings":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'VALIDATION_FAILED'],
        ['7 MB', { ...aDocument(), rightsAndObligations: 'x'.repeat(7_000_000) }, 413, 'PAYLOAD_TOO_LARGE'],
      ] as [string, object | string, number, string, string?][]
    ).map(([title, body, status, code, pointer = '']) => [title, body, status, code, pointer] as const),
  )('%s', async (_title, body, status, code, pointer) => {
    const answer = await service.post(sales, BASE, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (pointer) expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
    expect(answer.body).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it.each([
    ['/not-a-uuid', 400, 'VALIDATION_FAILED'],
    [`/${randomUUID()}`, 404, 'NOT_FOUND'],
    [`/${randomUUID()}/history`, 404, 'NOT_FOUND'],
    [`/${randomUUID()}/card`, 404, 'NOT_FOUND'],
    ['?limit=0', 400, 'VALIDATION_FAILED'],
    ['?limit=201', 400, 'VALIDATION_FAILED'],
    ['?limit=x', 400, 'VALIDATION_FAILED'],
    ['?limit=1&limit=2', 400, 'VALIDATION_FAILED'],
    ['?cursor=%00', 400, 'INVALID_TEXT'],
    ['?cursor=nonsense', 400, 'VALIDATION_FAILED'],
    [`?cursor=${Buffer.from('["2025-13-01T00:00:00Z","y"]').toString('base64url')}`, 400, 'VALIDATION_FAILED'],
    ['?state=NO_STATE', 400, 'VALIDATION_FAILED'],
    ['?wrong=1', 400, 'VALIDATION_FAILED'],
    ['?minPosition=production.1', 400, 'POSITION_OF_OTHER_SERVICE'],
    ['?minPosition=1', 400, 'VALIDATION_FAILED'],
    ['?minPosition=contract.999999', 400, 'VALIDATION_FAILED'],
    [
      `?cursor=${Buffer.from('["2025-02-30T00:00:00.000Z","00000000-0000-4000-8000-000000000000"]').toString('base64url')}`,
      400,
      'VALIDATION_FAILED',
    ],
  ])('GET contracts%s', async (path, status, code) => {
    const answer = await service.get(sales, `${BASE}${path}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    ['asOf=yesterday', 400],
    ['asOf=2025-03-10', 400],
    ['asOf=2020-01-01T00:00:00Z', 404],
    ['asOf=2100-01-01T00:00:00Z', 400],
    ['asOf=0', 200],
    ['asOf=1', 400],
  ])('time travel with %s', async (query, status) => {
    const { body } = await service.post(sales, BASE, aDocument());
    expect((await service.get(sales, `${BASE}/${body.id}?${query}`)).status).toBe(status);
  });

  it.each([
    ['POST', '/admin/consumers/production/rewind', { source: 'contract', position: 'contract.0', reason: 'x' }, 404],
    ['POST', '/admin/projections/none/rebuild', { reason: 'x' }, 404],
    ['POST', '/admin/projections/contract-list/roll-back', { reason: 'x' }, 409],
    ['POST', '/admin/projections/contract-list/rebuild', {}, 400],
    ['POST', `/admin/dead-letters/${randomUUID()}/redrive`, { reason: 'x' }, 404],
    ['POST', '/admin/clock', { now: 'noon' }, 400],
    ['POST', '/admin/clock', { now: '2026-W10-1T00:00:00Z' }, 400],
    ['POST', '/admin/clock', { now: '9999-12-31T23:00:00Z' }, 400],
    ['GET', '/admin/consumers?handled=contract.999999', {}, 400],
    ['POST', `/admin/personal-data/${randomUUID()}/erase`, { reason: 'x' }, 404],
    ['GET', '/admin/events?after=production.1', {}, 400],
    ['GET', '/admin/events?limit=0', {}, 400],
    ['GET', '/admin/streams/contract-none', {}, 404],
    ['GET', '/admin/consumers?handled=nowhere.1', {}, 400],
  ])('%s %s answers %j with its status', async (method, path, body, status) => {
    const answer = method === 'GET' ? await service.get(ADMIN, path) : await service.post(ADMIN, path, body);
    expect(answer.status).toBe(status);
  });

  it('takes no body but JSON', async () => {
    const url = await service.host.app.getUrl();
    const headers = { authorization: `Bearer ${await service.token(sales)}`, 'content-type': 'text/plain' };
    const answer = await fetch(`${url}${BASE}`, { method: 'POST', headers, body: 'garbage' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each(['p-1', '王建国', '110101199003071234', 'Zhang.Wei-13800138000', '139-0000-0000', ''])(
    'takes %s for no reference to a person',
    async (personRef) => {
      const signatories = [{ side: 'OURS', personRef }];
      const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };
      const answer = await service.post(commerce, `${BASE}/${randomUUID()}/sign-contract`, {
        contractNo: 'X',
        signedOn: '2025-03-10',
        signatories,
        scanRef: 's',
      });
      expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer: '/signatories/0/personRef' }] });
    },
  );

  it.each([
    ['HT\u200b-1', 400],
    ['HT\u00ad1', 400],
    ['HT\u3164', 400],
    ['（）', 400],
    ['〔2025〕临建字第 7 号', 404],
    ['（临江）2025-8', 404],
  ])('takes the contract number %j or not (C-111)', async (contractNo, status) => {
    const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };
    const signatories = [{ side: 'OURS', personRef: await keptPerson(service, commerce) }];
    const body = { contractNo, signedOn: '2025-03-10', signatories, scanRef: 's' };
    const answer = await service.post(commerce, `${BASE}/${randomUUID()}/sign-contract`, body);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([
      status,
      status === 400 ? '/contractNo' : undefined,
    ]);
  });

  it('speaks the language of the caller, with the same code', async () => {
    const url = await service.host.app.getUrl();
    const ask = async (language: string) => {
      const answer = await fetch(`${url}${BASE}`, { headers: { 'accept-language': language } });
      return [
        answer.headers.get('content-language'),
        (await answer.json()) as { code: string; detail: string },
      ] as const;
    };
    const [[zh, inChinese], [en, inEnglish]] = [await ask('zh-CN,zh;q=0.9'), await ask('en-US')];
    expect([zh, en, inChinese.code, inEnglish.code]).toEqual(['zh', 'en', 'NOT_AUTHENTICATED', 'NOT_AUTHENTICATED']);
    expect(inChinese.detail).not.toBe(inEnglish.detail);
  });
});
