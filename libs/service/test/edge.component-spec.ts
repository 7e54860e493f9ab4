import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { LeadModule } from '@engsales/lead';
import request from 'supertest';
import { ADMIN, startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';

const CLOCK = '/admin/clock';
const SET = { now: null };

describe('what a request passes before it is looked at', () => {
  let service: ServiceUnderTest;
  let server: http.Server;
  let bearer: string;
  beforeAll(async () => {
    service = await startForTest(LeadModule, { env: { BODY_SECONDS: '1' } });
    server = service.host.app.getHttpServer();
    bearer = `Bearer ${await service.token(ADMIN)}`;
  });
  afterAll(() => service.stop());

  const post = (body: string | Buffer, type = 'application/json') =>
    request(server)
      .post(CLOCK)
      .set('authorization', bearer)
      .set('content-type', type)
      .serialize((sent: unknown) => sent as string) // bytes go as they are
      .send(body);

  /** A raw request whose body never ends; resolves with the answer. */
  const unfinished = (headers: http.OutgoingHttpHeaders, begun: string) =>
    new Promise<{ status: number; body: string; connection: string | undefined }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const sent = http.request({ port, host: '127.0.0.1', path: CLOCK, method: 'POST', headers }, (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, body, connection: answer.headers.connection });
          sent.destroy();
        });
      });
      sent.on('error', reject);
      sent.write(begun);
    });

  it('is answered 401 before a byte of its body is asked for', async () => {
    const answer = await unfinished({ 'content-type': 'application/json', 'content-length': '1000' }, '{');
    expect(answer).toMatchObject({ status: 401, connection: 'close' });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'NOT_AUTHENTICATED', instance: CLOCK });
  });

  it('is answered 408 when its body does not arrive in time', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '1000', authorization: bearer };
    const answer = await unfinished(headers, '{');
    expect(answer).toMatchObject({ status: 408, connection: 'close' });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'REQUEST_TIMEOUT', title: 'Request Timeout' });
  });

  it.each([
    ['a member twice', '{"now":null,"now":null}', 400, 'MALFORMED_JSON'],
    ['__proto__', '{"__proto__":{"now":null},"now":null}', 400, 'MALFORMED_JSON'],
    ['constructor', '{"now":null,"constructor":{"prototype":{}}}', 400, 'MALFORMED_JSON'],
    ['half of it', '{"now":', 400, 'MALFORMED_JSON'],
    ['a megabyte of brackets', '['.repeat(200_000), 400, 'VALIDATION_FAILED'],
    ['other bytes than UTF-8', Buffer.from([0x7b, 0xb8, 0xd6, 0x7d]), 400, 'MALFORMED_JSON'],
  ])('with %s in its body is refused, and the service is whole', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect((await service.post(ADMIN, CLOCK, SET)).status).toBe(200);
  });

  it('in another charset is not supported', async () => {
    expect((await post('{"now":null}', 'application/json; charset=gbk')).status).toBe(415);
    expect((await post('{"now":null}', 'application/json; charset=UTF-8')).status).toBe(200);
    expect((await post('now=null', 'application/x-www-form-urlencoded')).status).toBe(415);
  });

  it('is told once what is missing, in the language of its sender', async () => {
    const inChinese = await post('{}').set('accept-language', 'zh-CN');
    expect(inChinese.headers['content-language']).toBe('zh');
    expect(inChinese.body).toMatchObject({
      detail: '请求内容不符合要求',
      errors: [{ pointer: '/now', detail: '必填' }],
    });
    const inEnglish = await post('{}').set('accept-language', 'en');
    expect(inEnglish.body).toMatchObject({ errors: [{ pointer: '/now', detail: 'is required' }] });
  });

  it('says where half a JSON text ends', async () => {
    const { body } = await post('{"now":\n').set('accept-language', 'en');
    expect(body).toMatchObject({
      details: { line: 2, column: 1 },
      reason: expect.stringContaining('line 2, column 1'),
    });
  });

  it('with a method that the path does not know is told those that it knows', async () => {
    const answer = await request(server).delete(`${CLOCK}?a=1`).set('authorization', bearer);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    expect(answer.body).toMatchObject({ code: 'METHOD_NOT_ALLOWED', instance: CLOCK });
    expect((await service.get(ADMIN, '/admin/nothing')).status).toBe(404);
  });

  it('is answered in less than 64 kB, whatever it repeats', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}${'x'.repeat(1_500)}`, 1]));
    const answer = await post(JSON.stringify(unknown));
    expect(answer.status).toBe(400);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(64_000);
    expect((answer.body as { errors: unknown[] }).errors).toHaveLength(50);
    expect(answer.body).toMatchObject({ details: { more: 101 } });
  });

  it('keeps the page of the API from asking for https, and all others from running scripts', async () => {
    const page = (await request(server).get('/docs')).headers['content-security-policy'];
    expect(page).toContain("script-src 'self' 'unsafe-inline'");
    expect(page).not.toContain('upgrade-insecure-requests');
    const answer = (await service.get(ADMIN, CLOCK)).headers['content-security-policy'];
    expect(answer).toContain("script-src 'self'");
    expect(answer).not.toContain("unsafe-inline' ");
  });
});

describe('how often somebody may ask', () => {
  let service: ServiceUnderTest;
  let server: http.Server;
  beforeAll(async () => {
    const env = { RATE_LIMIT_PER_MINUTE: '5', TRUSTED_PROXIES: 'loopback', API_PAGE: 'false', METRICS: 'false' };
    service = await startForTest(LeadModule, { env });
    server = service.host.app.getHttpServer();
  });
  afterAll(() => service.stop());

  it('is counted for a person over all routes, and told', async () => {
    const one = { id: 'E1001', roles: ['ADMIN'] as const };
    const paths = [CLOCK, '/admin/staff', '/admin/streams', '/admin/transitions', CLOCK];
    for (const path of paths) expect((await service.get(one, path)).status).toBe(200);
    const refused = await service.get(one, '/admin/staff');
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(refused.headers['ratelimit-policy']).toBe('"requests"; q=5; w=60; pk=:' + policyKeyIn(refused.headers));
    expect(refused.headers.ratelimit).toMatch(/^"requests"; r=0; t=\d+/);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await service.get({ id: 'E1002', roles: ['ADMIN'] }, CLOCK)).status).toBe(200);
  });

  it('is counted for an address behind a trusted proxy where nobody is known', async () => {
    const from = (address: string) => request(server).get(CLOCK).set('x-forwarded-for', address);
    for (let i = 0; i < 5; i += 1) expect((await from('203.0.113.7')).status).toBe(401);
    expect((await from('203.0.113.7')).status).toBe(429);
    expect((await from('203.0.113.8')).status).toBe(401);
  });

  it('is never refused to those who watch', async () => {
    for (let i = 0; i < 12; i += 1) expect((await request(server).get('/health/live')).status).toBe(200);
  });

  it('has no page and no metrics where they are switched off', async () => {
    expect((await request(server).get('/docs')).status).toBe(404);
    expect((await request(server).get('/openapi.json')).status).toBe(404);
    expect((await request(server).get('/metrics')).status).toBe(404);
  });
});

const policyKeyIn = (headers: Record<string, string>) => headers['ratelimit-policy']?.split('pk=:')[1] ?? '';
