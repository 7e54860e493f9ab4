import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { oidcVerifier } from './token-verifier.js';

describe('tokens of an identity provider', () => {
  it('are checked with the keys that its discovery document names', async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' };
    const server = http.createServer((request, response) => {
      const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const body = request.url?.endsWith('openid-configuration')
        ? { issuer, jwks_uri: `${issuer}/protocol/certs` }
        : { keys: [jwk] };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sign = (audience: string) =>
      new SignJWT({ name: '李娜', roles: ['SALES', 'SYSTEM'] })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setSubject('E1001')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('1h')
        .sign(pair.privateKey);
    const verifier = oidcVerifier(issuer, 'engsales');
    expect(await verifier.verify(await sign('engsales'))).toEqual({ id: 'E1001', name: '李娜', roles: ['SALES'] });
    await expect(verifier.verify(await sign('another'))).rejects.toThrow('aud');
    await new Promise((resolve) => server.close(resolve));
    await expect(oidcVerifier(issuer, 'engsales').verify('x.y.z')).rejects.toThrow(
      'the identity provider does not answer',
    );
  });
});
