import { reservation } from '@engsales/event-sourcing/domain';
import { foldedText } from '../folded-name.js';

/** What a party is known by is held by one party; a key is folded already. */
export const partyKey = reservation('PartyKey', { code: 'DUPLICATE_PARTY', foldedBy: (key) => key });

/** What tells one party from another. */
export interface KnownBy {
  readonly name?: string;
  readonly personRef?: string;
  readonly uscc?: string;
}

/** A name of signs alone, which would fold to nothing, stands for itself. */
export const nameKey = (name: string): string => `NAME:${foldedText(name) || name.normalize('NFKC').trim()}`;

/** The key that no other party may have: the credit code, else the name; of an individual the person. */
export function keyOfParty({ name, personRef, uscc }: KnownBy): string {
  if (uscc !== undefined) return `USCC:${foldedUscc(uscc)}`;
  return name === undefined ? `PERSON:${personRef ?? ''}` : nameKey(name);
}

/**
 * The name of a party that is known by its credit code, so that it is found by its name too. Two such parties may be called the same:
 * their codes tell them apart.
 */
export const furtherKeyOf = ({ name, uscc }: KnownBy): string | undefined =>
  uscc === undefined || name === undefined ? undefined : nameKey(name);

export const foldedUscc = (uscc: string): string => uscc.normalize('NFKC').replace(/\s/g, '').toUpperCase();
