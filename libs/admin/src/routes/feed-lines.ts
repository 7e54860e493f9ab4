import type { EventStore, RecordedEvent } from '@engsales/event-sourcing';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** What is read at once: so much does a reader that does not read keep in memory. */
const PAGE_BYTES = 256 * 1024;
const FIRST_PAGE = 5;
const LARGEST_PAGE = 50;

export interface FeedPart {
  /** Position behind which it begins. */
  readonly after: bigint;
  /** Events at most. */
  readonly limit: number;
  /** It ends before the line that would go beyond this, but for the first. */
  readonly mostBytes: number;
}

/** Lines of the feed, page by page as they are taken; it ends after a whole line. */
export async function* feedLines(
  store: Pick<EventStore, 'readAll'>,
  lineOf: (event: RecordedEvent) => string,
  { after, limit, mostBytes }: FeedPart,
): AsyncGenerator<string> {
  let position = after;
  let sent = { events: 0, bytes: 0 };
  let pageSize = FIRST_PAGE;
  while (sent.events < limit) {
    const wanted = Math.min(pageSize, limit - sent.events);
    const events = await store.readAll(position, wanted);
    const page = fittingLines(events.map(lineOf), mostBytes - sent.bytes, sent.events === 0);
    if (page.lines.length > 0) yield page.lines.join('');
    if (page.lines.length < wanted) return;
    position = events.at(-1)?.position ?? position;
    sent = { events: sent.events + wanted, bytes: sent.bytes + page.bytes };
    pageSize = nextSize(wanted, page.bytes);
  }
}

/** So many as were about `PAGE_BYTES` of the last ones: events differ in size by a thousand times. */
function nextSize(events: number, bytes: number): number {
  const fitting = Math.floor((PAGE_BYTES * events) / Math.max(1, bytes));
  return Math.max(1, Math.min(LARGEST_PAGE, events * 4, fitting));
}

function fittingLines(lines: readonly string[], room: number, takesFirst: boolean) {
  let bytes = 0;
  const fitting: string[] = [];
  for (const line of lines) {
    const size = Buffer.byteLength(line);
    const isFirst = takesFirst && fitting.length === 0;
    if (bytes + size > room && !isFirst) break;
    bytes += size;
    fitting.push(line);
  }
  return { lines: fitting, bytes };
}

/** Sends what there is as fast as it is read; a reader that takes nothing for so long is disconnected. */
export async function sendLines(
  response: ServerResponse,
  lines: AsyncGenerator<string>,
  patienceMs: number,
): Promise<void> {
  response.setTimeout(patienceMs, () => response.destroy());
  await pipeline(lines, response).catch((error: NodeJS.ErrnoException) => {
    // the reader has gone, or was sent away: there is nobody to tell
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
