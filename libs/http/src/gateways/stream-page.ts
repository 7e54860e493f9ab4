import type { EventStore, RecordedEvent } from '@engsales/event-sourcing';
import type { HistoryQuery } from '../requests/history-query.js';

const READ_AT_ONCE = 50;
const MOST_CHARACTERS = 8_000_000;

export interface StreamPage {
  readonly events: readonly RecordedEvent[];
  /** Null where the stream has no more. */
  readonly nextCursor: string | null;
}

/** A part of a stream, bounded in number and in size, so that an answer of a long stream costs no more than another. */
export async function readStreamPage(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
  { cursor, limit }: HistoryQuery,
): Promise<StreamPage> {
  const first = Number(cursor ?? 0);
  const events: RecordedEvent[] = [];
  let characters = 0;
  while (events.length < limit && characters < MOST_CHARACTERS) {
    const from = first + events.length;
    const wanted = Math.min(READ_AT_ONCE, limit - events.length);
    const found = await store.readStream(stream, from, from + wanted - 1);
    events.push(...found);
    characters += JSON.stringify(found.map(({ data }) => data)).length;
    if (found.length < wanted) return { events, nextCursor: null };
  }
  const next = first + events.length;
  const hasMore = (await store.readStream(stream, next, next)).length > 0;
  return { events, nextCursor: hasMore ? String(next) : null };
}
