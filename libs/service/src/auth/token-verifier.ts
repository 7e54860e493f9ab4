import { createRemoteJWKSet, importJWK, jwtVerify, type JWTPayload } from 'jose';
import { isRole, type Role } from './roles.js';
import type { EmbeddedKey } from './embedded-key.js';

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
export const EMBEDDED_ISSUER = 'engsales-embedded';
export const AUDIENCE = 'engsales';

/** Tokens of the company's identity provider, keys fetched from its JWKS. */
export function oidcVerifier(issuer: string, audience: string): TokenVerifier {
  const keys = createRemoteJWKSet(new URL(`${issuer.replace(/\/$/, '')}/.well-known/jwks.json`));
  const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: 30, requiredClaims: ['sub', 'exp'] };
  return { verify: async (token) => callerOf((await jwtVerify(token, keys, options)).payload) };
}

/** Tokens of `npm run token`, signed with the embedded profile's own key. */
export async function embeddedVerifier(key: EmbeddedKey): Promise<TokenVerifier> {
  const publicKey = await importJWK(key.publicJwk, 'ES256');
  const options = {
    issuer: EMBEDDED_ISSUER,
    audience: AUDIENCE,
    algorithms: ['ES256'],
    requiredClaims: ['sub', 'exp'],
  };
  return { verify: async (token) => callerOf((await jwtVerify(token, publicKey, options)).payload) };
}

function callerOf(payload: JWTPayload): Caller {
  const roles = Array.isArray(payload.roles) ? payload.roles.filter(isRole) : [];
  const name = typeof payload.name === 'string' && isNameText(payload.name) ? payload.name : undefined;
  return { id: payload.sub ?? '', roles, ...(name ? { name } : {}) };
}

const isNameText = (text: string) => text.length <= 100 && text.isWellFormed() && !text.includes('\0');
