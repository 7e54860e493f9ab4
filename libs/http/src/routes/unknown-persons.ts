import { Rejected } from '@engsales/event-sourcing';
import type { RequestClass } from '../requests/bounds.js';
import { personsNamedIn } from '../requests/persons.js';

/** The part of the vault that a command needs. */
export interface KnownPersons {
  existing(personRefs: readonly string[]): Promise<ReadonlySet<string>>;
}

/** An event never names a person of whom the vault does not know. @throws Rejected PERSON_UNKNOWN */
export async function refuseUnknownPersons(
  vault: KnownPersons,
  body: unknown,
  types: readonly RequestClass[],
): Promise<void> {
  const named = types.flatMap((type) => personsNamedIn(body, type));
  if (named.length === 0) return;
  const known = await vault.existing([...new Set(named.map(({ personRef }) => personRef))]);
  const unknown = named.filter(({ personRef }) => !known.has(personRef));
  if (unknown.length === 0) return;
  throw new Rejected('PERSON_UNKNOWN', 'the vault does not know a person whom the request names', {
    personRefs: [...new Set(unknown.map(({ personRef }) => personRef))],
    pointers: unknown.map(({ pointer }) => pointer),
  });
}
