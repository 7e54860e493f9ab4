import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceUnavailableException } from '@nestjs/common';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { oidcVerifier } from './oidc-verifier.js';
import type { ProviderOptions } from './provider-keys.js';

type Answer = (response: http.ServerResponse) => void;
const sendJson = (body: unknown) => (response: http.ServerResponse) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
};
const sendText = (status: number, text: string) => (response: http.ServerResponse) => {
  response.writeHead(status).end(text);
};
const stayAway: Answer = () => undefined;

/** An identity provider on loopback whose two documents can be made wrong. */
class Provider {
  asked = { discovery: 0, keys: 0 };
  keys: Answer = sendText(500, '');
  discovery: Answer | undefined;
  private readonly server = http.createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    this.asked[isDiscovery ? 'discovery' : 'keys'] += 1;
    const whole = sendJson({ issuer: this.issuer, jwks_uri: `${this.issuer}/protocol/certs` });
    (isDiscovery ? (this.discovery ?? whole) : this.keys)(response);
  });

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  listen = () => new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

describe('tokens of an identity provider', () => {
  let provider: Provider;
  let privateKey: CryptoKey;
  let jwk: JWK;
  let time: number;
  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    privateKey = pair.privateKey;
    jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' };
  });
  beforeEach(async () => {
    provider = new Provider();
    provider.keys = sendJson({ keys: [jwk] });
    time = 0;
    await provider.listen();
  });
  afterEach(() => provider.close());

  const verifier = (how: ProviderOptions = {}) => {
    const settings = { issuer: provider.issuer, audience: 'engsales', rolesClaim: 'roles' };
    const staffIdSecret = Buffer.from('secret');
    return oidcVerifier({ ...settings, staffIdSecret }, { timeoutMs: 300, now: () => time, ...how });
  };
  const token = ({ audience = 'engsales', kid = 'k1' } = {}) =>
    new SignJWT({ name: '李娜', roles: ['SALES', 'SYSTEM'] })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setSubject('13900000000')
      .setIssuer(provider.issuer)
      .setAudience(audience)
      .setExpirationTime('1h')
      .sign(privateKey);

  it('are checked with the keys that its discovery document names; the subject becomes a staff id', async () => {
    const id = expect.stringMatching(/^staff-[0-9a-f]{32}$/) as string;
    const checked = verifier();
    expect(await checked.verify(await token())).toEqual({ id, name: '李娜', roles: ['SALES'] });
    await expect(checked.verify(await token({ audience: 'another' }))).rejects.toThrow('aud');
    expect(provider.asked).toEqual({ discovery: 1, keys: 1 });
  });

  it('of an unknown key are wrong while the key set can be had', async () => {
    await expect(verifier().verify(await token({ kid: 'k2' }))).rejects.toThrow('no applicable key');
  });

  it.each<[string, Answer]>([
    ['answers with an error', sendText(500, '{"keys":[]}')],
    ['sends somebody elsewhere', sendText(302, '')],
    ['answers no JSON', sendText(200, '<html>')],
    ['answers no key set', sendJson({ keys: 'none' })],
    ['does not answer in time', stayAway],
  ])('are not judged while the key set %s', async (_title, answer) => {
    provider.keys = answer;
    await expect(verifier().verify(await token())).rejects.toBeInstanceOf(ServiceUnavailableException);
  });

  it.each<[string, () => Answer]>([
    ['answers with an error', () => sendText(503, '{}')],
    ['answers no JSON', () => sendText(200, 'soon')],
    ['is nothing', () => sendJson(null)],
    ['names no key set', () => sendJson({ issuer: provider.issuer })],
    ['does not answer in time', () => stayAway],
    [
      'is that of another issuer',
      () => sendJson({ issuer: 'https://evil.example', jwks_uri: `${provider.issuer}/protocol/certs` }),
    ],
  ])('are not judged while the discovery document %s', async (_title, answer) => {
    provider.discovery = answer();
    await expect(verifier().verify(await token())).rejects.toBeInstanceOf(ServiceUnavailableException);
    expect(provider.asked.keys).toBe(0);
  });

  it('do not make a storm of an outage: the provider is asked again after a pause', async () => {
    const failures: string[] = [];
    const checked = verifier({ pauseMs: 10_000, onFailure: ({ message }) => failures.push(message) });
    const refuseMany = async () => {
      for (let i = 0; i < 5; i += 1) {
        await expect(checked.verify(await token())).rejects.toBeInstanceOf(ServiceUnavailableException);
      }
    };
    provider.discovery = sendText(500, '');
    await refuseMany();
    expect(provider.asked).toEqual({ discovery: 1, keys: 0 });
    time = 10_000;
    provider.discovery = undefined;
    provider.keys = sendText(500, '');
    await refuseMany();
    expect(provider.asked).toEqual({ discovery: 2, keys: 1 });
    expect(failures).toHaveLength(2);
    time = 20_000;
    provider.keys = sendJson({ keys: [jwk] });
    expect(await checked.verify(await token())).toMatchObject({ roles: ['SALES'] });
  });

  it('find the keys where they have moved to, within the hour; a failed look keeps the place known before', async () => {
    const checked = verifier({ discoveryMs: 3_600_000 });
    await checked.verify(await token());
    time = 3_600_000;
    provider.discovery = sendText(500, '');
    await checked.verify(await token());
    expect(provider.asked).toEqual({ discovery: 2, keys: 1 });
    time += 10_000;
    provider.discovery = sendJson({ issuer: provider.issuer, jwks_uri: `${provider.issuer}/moved` });
    await checked.verify(await token());
    expect(provider.asked).toEqual({ discovery: 3, keys: 2 });
  });
});
