import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

/** Why the keys cannot be had: the provider's or the network's fault, never that of a token. */
export class KeysUnavailable extends Error {}

export interface ProviderOptions {
  /** How long one question to the provider may take. */
  readonly timeoutMs?: number;
  /** How long the discovery document is believed. */
  readonly discoveryMs?: number;
  /** After a failure nothing is asked for so long, however many tokens come. */
  readonly pauseMs?: number;
  /** Milliseconds of a clock that nobody sets. */
  readonly now?: () => number;
  /** Told of each question that the provider did not answer as it should. */
  readonly onFailure?: (error: Error) => void;
}

const DEFAULTS: Required<ProviderOptions> = {
  timeoutMs: 5_000,
  discoveryMs: 3_600_000,
  pauseMs: 10_000,
  now: () => performance.now(),
  onFailure: () => undefined,
};

/** The keys of an identity provider. @throws KeysUnavailable */
export function providerKeys(issuer: string, options: ProviderOptions = {}): JWTVerifyGetKey {
  const how = { ...DEFAULTS, ...options };
  const discover = keptFor(how, () => discoverKeySet(issuer, how.timeoutMs));
  let keys: { readonly location: string; readonly get: JWTVerifyGetKey } | undefined;
  return async (header, token) => {
    const location = await discover();
    if (keys?.location !== location) keys = { location, get: keySetAt(location, how) };
    return Promise.resolve(keys.get(header, token)).catch((error: unknown) => {
      throw isFaultOfToken(error) ? error : new KeysUnavailable(`${location}: ${reasonOf(error)}`, { cause: error });
    });
  };
}

/** The key set was had, and the token does not fit it. */
const isFaultOfToken = (error: unknown) =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** After a failed fetch the provider is left alone for a while; jose would ask again with every token. */
function keySetAt(location: string, { timeoutMs, pauseMs, now, onFailure }: Required<ProviderOptions>) {
  let failedAt = -Infinity;
  return createRemoteJWKSet(new URL(location), {
    timeoutDuration: timeoutMs,
    [customFetch]: async (url, how) => {
      if (now() - failedAt < pauseMs) throw new Error('it did not answer a moment ago');
      try {
        const answer = await fetch(url, how);
        const text = await answer.text();
        if (!answer.ok) throw new Error(`it answers ${answer.status}`);
        if (!isKeySet(JSON.parse(text))) throw new Error('it answers no key set');
        return new Response(text);
      } catch (error) {
        failedAt = now();
        onFailure(new Error(`${location}: ${reasonOf(error)}`, { cause: error }));
        throw error;
      }
    },
  });
}

const isKeySet = (json: unknown) => Array.isArray((json as { readonly keys?: unknown } | null)?.keys);

/** Asks at most once at a time; what it had last is good until it can be asked again, after a failure too. */
function keptFor(
  { discoveryMs, pauseMs, now, onFailure }: Required<ProviderOptions>,
  ask: () => Promise<string>,
): () => Promise<string> {
  let last: string | undefined;
  let fault: unknown;
  let askAt = -Infinity;
  let asking: Promise<void> | undefined;
  const askOnce = async () => {
    try {
      last = await ask();
      askAt = now() + discoveryMs;
    } catch (error) {
      fault = error;
      onFailure(new Error(reasonOf(error), { cause: error }));
      askAt = now() + pauseMs;
    } finally {
      asking = undefined;
    }
  };
  return async () => {
    if (now() >= askAt) await (asking ??= askOnce());
    if (last === undefined) throw new KeysUnavailable(reasonOf(fault), { cause: fault });
    return last;
  };
}

/** Where the keys of this issuer lie. */
async function discoverKeySet(issuer: string, timeoutMs: number): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown } | null;
  if (found?.issuer !== issuer) throw new Error(`${url} is the document of ${String(found?.issuer)}, not of ${issuer}`);
  const { jwks_uri: location } = found;
  if (typeof location !== 'string' || !URL.canParse(location)) throw new Error(`${url} names no jwks_uri`);
  if (issuer.startsWith('https:') && !location.startsWith('https:')) throw new Error(`${url}: jwks_uri is not https`);
  return location;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
