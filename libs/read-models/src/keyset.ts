import { isBusinessDate, isInstant } from '@engsales/values';

/** An opaque cursor over (sort value, id), so that a list stays whole while rows come and go. */
export interface Keyset {
  readonly after: readonly [string, string];
}

export function encodeCursor(sort: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, id])).toString('base64url');
}

/** undefined when the text is no cursor of ours. */
export function decodeCursor(text: string): Keyset | undefined {
  try {
    const parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    const [sort, id] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    return typeof sort === 'string' && typeof id === 'string' ? { after: [sort, id] } : undefined;
  } catch {
    return undefined;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What a list can be sorted by; a forged cursor is refused before it reaches the database. */
const SORT_VALUES = {
  instant: (text: string) => INSTANT.test(text) && isInstant(text),
  date: isBusinessDate,
  integer: (text: string) => /^-?\d{1,16}$/.test(text),
  text: (text: string) => text.length <= 200 && text.isWellFormed() && !text.includes('\0'),
};
export type ListSort = keyof typeof SORT_VALUES;

/** The place in a list after which a page begins: both null at the beginning; undefined when the text is no cursor of it. */
export function placeAfter(
  cursor: string | undefined,
  sort: ListSort,
): readonly [string | null, string | null] | undefined {
  if (cursor === undefined) return [null, null];
  const [value = '', id = ''] = decodeCursor(cursor)?.after ?? [];
  return SORT_VALUES[sort](value) && UUID.test(id) ? [value, id] : undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Makes a page from up to `limit + 1` rows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => readonly [string, string],
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(item), nextCursor: more ? encodeCursor(...key(last)) : null };
}
