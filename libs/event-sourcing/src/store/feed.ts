import { setTimeout as delay } from 'node:timers/promises';
import { AppendSignal } from './append-signal.js';
import { FeedGap, type FeedBatch, type RecordedEvent, type SubscribeOptions } from './event-store.js';

const IDLE_POLL_MS = 250;
const BUSY_MS = 100;
const BUSY_LINGER = 6;

interface FeedSource {
  readAll(after: bigint, limit: number): Promise<RecordedEvent[]>;
  readonly appended: AppendSignal;
  readonly contiguous: boolean;
}

/** The subscription of every store: pages, one page ahead while catching up, sleeping at the head. */
export async function* readFeed(
  source: FeedSource,
  after: bigint,
  options: SubscribeOptions,
): AsyncIterable<FeedBatch> {
  const { signal, batchSize = 500, lingerMs = 0, filter } = options;
  let position = after;
  let readAt = Number.NEGATIVE_INFINITY;
  let ahead: Promise<RecordedEvent[]> | undefined;
  while (!signal.aborted) {
    const seen = source.appended.seen;
    const page = await (ahead ?? source.readAll(position, batchSize));
    ahead = undefined;
    const last = page.at(-1);
    if (!last) {
      await source.appended.wait(seen, IDLE_POLL_MS, signal);
      const isBusy = performance.now() - readAt < BUSY_MS;
      if (lingerMs > 0 && seen !== source.appended.seen) await delay(isBusy ? lingerMs * BUSY_LINGER : lingerMs);
      continue;
    }
    if (source.contiguous) refuseGaps(position, page);
    position = last.position;
    readAt = performance.now();
    if (page.length === batchSize) {
      ahead = source.readAll(position, batchSize);
      ahead.catch(() => undefined); // reported when it is awaited; a reader that leaves early must not crash the process
    }
    yield { events: filter ? page.filter(filter) : page, upTo: position };
  }
}

function refuseGaps(after: bigint, page: readonly RecordedEvent[]): void {
  let expected = after;
  for (const event of page) {
    expected += 1n;
    if (event.position !== expected) throw new FeedGap(expected, event.position);
  }
}
