import { importJWK, jwtVerify, SignJWT } from 'jose';
import type { EmbeddedKey } from './embedded-key.js';
import type { Role } from './roles.js';
import { callerIn, type TokenVerifier } from './token-verifier.js';

const ISSUER = 'engsales-embedded';
const AUDIENCE = 'engsales';

/** A token of `npm run token`, signed with the embedded profile's own key. */
export async function signToken(
  key: EmbeddedKey,
  person: { id: string; name: string; roles: readonly Role[] },
  hours: number,
): Promise<string> {
  return new SignJWT({ name: person.name, roles: person.roles })
    .setProtectedHeader({ alg: 'ES256' })
    .setSubject(person.id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(await importJWK(key.privateJwk, 'ES256'));
}

/** Takes the tokens that `signToken` makes. */
export async function embeddedVerifier(key: EmbeddedKey): Promise<TokenVerifier> {
  const publicKey = await importJWK(key.publicJwk, 'ES256');
  const options = {
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: ['ES256'],
    requiredClaims: ['sub', 'exp'],
  };
  return { verify: async (token) => callerIn((await jwtVerify(token, publicKey, options)).payload) };
}
