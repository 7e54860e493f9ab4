import { ServiceUnavailableException } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { isRole, type Role } from './roles.js';

export interface Caller {
  readonly id: string;
  readonly name?: string;
  readonly roles: readonly Role[];
}

export interface TokenVerifier {
  /** @throws when the token is not one of ours, or has expired */
  verify(token: string): Promise<Caller>;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Tokens of the company's identity provider; its keys are found through OpenID discovery, on first use. */
export function oidcVerifier(issuer: string, audience: string): TokenVerifier {
  const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: 30, requiredClaims: ['sub', 'exp'] };
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const verify = async (token: string) => {
    keys ??= discoverKeys(issuer).catch((error: unknown) => {
      keys = undefined; // asked again with the next token
      throw new ServiceUnavailableException(`the identity provider does not answer: ${String(error)}`);
    });
    return callerOf((await jwtVerify(token, await keys, options)).payload);
  };
  return { verify };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  const { jwks_uri: location } = (await answer.json()) as { jwks_uri?: string };
  if (!answer.ok || !location) throw new Error(`${url} names no jwks_uri`);
  return createRemoteJWKSet(new URL(location));
}

/** The caller that a checked token names; roles that nobody knows are left out. */
export function callerOf(payload: JWTPayload): Caller {
  const roles = Array.isArray(payload.roles) ? payload.roles.filter(isRole) : [];
  const name = typeof payload.name === 'string' && isNameText(payload.name) ? payload.name : undefined;
  return { id: payload.sub ?? '', roles, ...(name ? { name } : {}) };
}

const isNameText = (text: string) => text.length <= 100 && text.isWellFormed() && !text.includes('\0');
