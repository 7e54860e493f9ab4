/** What a view shows for a person: the values, or that they were erased. */
export type Revealed =
  | { readonly values: Readonly<Record<string, string>>; readonly erasedAt: null }
  | { readonly values: null; readonly erasedAt: string };

/**
 * Values of natural persons, outside every event: events carry the `personRef` and at most the masked form. Values are
 * encrypted with a key per person; erasing destroys the key.
 */
export interface PersonalDataVault {
  /** Keeps the values under a new reference. */
  keep(values: Readonly<Record<string, string>>): Promise<{ personRef: string; masked: string }>;
  /** undefined for a reference that was never given out. @throws when the master key is not the one that wrapped */
  reveal(personRef: string): Promise<Revealed | undefined>;
  /** Destroys the key; the values are gone for good. False for an unknown reference; true again when erased before. */
  erase(personRef: string): Promise<boolean>;
}

/** 李娜 -> 李*, 欧阳修 -> 欧**, Ann Lee -> A******: enough to recognise, not to identify. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return rest.length === 0 ? '*' : first + '*'.repeat(Math.min(rest.length, 6));
}
