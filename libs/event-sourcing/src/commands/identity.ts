import { createHmac } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';

/** Namespace of every id that engsales derives. Changing it would make every retry a new command. */
export const ENGSALES_NAMESPACE = '6f1c8a52-7d0e-5b39-9a44-2f3f6f0d9c11';

/** The same parts give the same uuid, on every machine, for ever. */
export function derivedId(...parts: readonly string[]): string {
  return uuidv5(JSON.stringify(parts), ENGSALES_NAMESPACE);
}

/** Id of the index-th event that a command records. */
export function eventId(commandId: string, index: number): string {
  return uuidv5(String(index), commandId);
}

/** HMAC-SHA-256 of the canonical JSON of a request body, under the deployment's secret. */
export function fingerprintOf(body: unknown, secret: string): string {
  return createHmac('sha256', secret).update(canonicalJson(body)).digest('hex');
}

/** JSON with sorted keys: the same content gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The id that domain.md gives by a name of its own, such as `<contractId>:<lineId>` for a production order. */
export function namedId(name: string): string {
  return uuidv5(name, ENGSALES_NAMESPACE);
}
