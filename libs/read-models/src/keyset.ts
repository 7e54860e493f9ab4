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
