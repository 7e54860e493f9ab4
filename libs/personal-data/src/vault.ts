import type { MaskedPerson } from './masks.js';

export type PersonValues = Readonly<Record<string, string>>;

/** The values of a person, or that they were erased. */
export type Revealed =
  { readonly values: PersonValues; readonly erasedAt: null } | { readonly values: null; readonly erasedAt: string };

/** What a view shows of a person: the masked form, or that the values were erased. */
export interface ShownPerson {
  readonly personRef: string;
  readonly masked: MaskedPerson | null;
  readonly erasedAt: string | null;
}

/**
 * Values of natural persons, outside every event: events carry the `personRef` and at most the masked form. Values are
 * encrypted with a key per person; erasing destroys the key. The masked form is made of the values when it is asked for, so
 * that nothing of a person lies in the clear, and nothing is left of it after the erasure.
 */
export interface PersonalDataVault {
  /** Keeps the values under this reference. False when the reference has other values; true again with the same, or when erased since. */
  keep(personRef: string, values: PersonValues): Promise<boolean>;
  /** undefined for a reference that was never given out. @throws when the master key is not the one that wrapped */
  reveal(personRef: string): Promise<Revealed | undefined>;
  /** The masked forms of those that the vault knows, by reference, in one query. */
  shown(personRefs: readonly string[]): Promise<ShownPersons>;
  /** Which of these the vault knows and has not erased, in one query. */
  existing(personRefs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Destroys the key; the values are gone for good. False for an unknown reference; true again when erased before. */
  erase(personRef: string): Promise<boolean>;
}

/** By reference. */
export type ShownPersons = ReadonlyMap<string, ShownPerson>;

/** A person of whom the vault knows nothing is shown without a masked form. */
export const shownIn = (people: ShownPersons, personRef: string): ShownPerson =>
  people.get(personRef) ?? { personRef, masked: null, erasedAt: null };
