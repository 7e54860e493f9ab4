import { ServiceUnavailableException } from '@nestjs/common';
import { jwtVerify } from 'jose';
import { callerFrom, type ClaimSettings } from './provider-claims.js';
import { KeysUnavailable, providerKeys, type ProviderOptions } from './provider-keys.js';
import type { TokenVerifier } from './token-verifier.js';

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

export interface OidcSettings extends ClaimSettings {
  readonly audience: string;
}

/** Tokens of the company's identity provider; its keys are found through OpenID discovery, on first use. */
export function oidcVerifier(settings: OidcSettings, how: ProviderOptions = {}): TokenVerifier {
  const { issuer, audience } = settings;
  const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: 30, requiredClaims: ['sub', 'exp'] };
  const keys = providerKeys(issuer, how);
  const verify = async (token: string) => {
    const { payload } = await jwtVerify(token, keys, options).catch((error: unknown) => {
      if (!(error instanceof KeysUnavailable)) throw error;
      throw new ServiceUnavailableException('the identity provider does not answer');
    });
    return callerFrom(payload, settings);
  };
  return { verify };
}
