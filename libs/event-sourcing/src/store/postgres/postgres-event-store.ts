import type { Pool } from 'pg';
import { AppendSignal } from '../append-signal.js';
import {
  isSameEvent,
  WrongExpectedRevision,
  type Appended,
  type EventStore,
  type FeedBatch,
  type NewEvent,
  type RecordedEvent,
  type SubscribeOptions,
} from '../event-store.js';
import { readFeed } from '../feed.js';
import { AppendBatcher } from './append-batcher.js';
import { isConnectionFault } from './faults.js';
import { COLUMNS, recorded, type Row } from './rows.js';
import { StreamReads } from './stream-reads.js';

export interface EventStorePools {
  readonly append: Pool;
  readonly read: Pool;
  readonly feed: Pool;
}

const READ_STREAM = `SELECT ${COLUMNS} FROM events WHERE stream = $1 AND revision BETWEEN $2 AND $3 ORDER BY revision`;
const READ_ALL = `SELECT ${COLUMNS} FROM events WHERE position > $1 ORDER BY position LIMIT $2`;
const ATTEMPTS = 6;
const LAST_REVISION = 2_147_483_647;

/** The default store: one table, positions contiguous and final in commit order. Schema: schema.ts. */
export class PostgresEventStore implements EventStore {
  readonly appended = new AppendSignal();
  readonly contiguous = true;
  private readonly batcher: AppendBatcher;
  private readonly reads: StreamReads;
  private readonly pages = new Map<string, Promise<RecordedEvent[]>>();
  private readonly closing = new AbortController();

  constructor(private readonly pools: EventStorePools) {
    this.reads = new StreamReads(pools.read);
    this.batcher = new AppendBatcher(pools.append, () => this.appended.notify());
  }

  async append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.batcher.append(stream, expectedRevision, events);
      } catch (error) {
        if (error instanceof WrongExpectedRevision) return await this.answerAgain(error, events);
        if (!isConnectionFault(error) || attempt === ATTEMPTS) throw error;
        // outcome unknown: the same ids at the same revision either land now or are found to have landed
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * (0.5 + Math.random())));
      }
    }
  }

  async readStream(stream: string, from = 0, to = LAST_REVISION): Promise<RecordedEvent[]> {
    if (from === 0 && to === LAST_REVISION) return this.reads.read(stream);
    const values = [stream, from, Math.min(to, LAST_REVISION)];
    const { rows } = await this.pools.read.query<Row>({
      name: 'read_stream',
      text: READ_STREAM,
      values,
      rowMode: 'array',
    });
    return rows.map(recorded);
  }

  async readAll(after: bigint, limit: number): Promise<RecordedEvent[]> {
    const values = [after.toString(), limit];
    const { rows } = await this.pools.feed.query<Row>({ name: 'read_all', text: READ_ALL, values, rowMode: 'array' });
    return rows.map(recorded);
  }

  async head(): Promise<bigint> {
    const { rows } = await this.pools.read.query<{ head: string }>(
      'SELECT coalesce(max(position), 0) AS head FROM events',
    );
    return BigInt(rows[0]?.head ?? 0);
  }

  subscribe(after: bigint, options: SubscribeOptions): AsyncIterable<FeedBatch> {
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    const { appended, contiguous } = this;
    const source = { appended, contiguous, readAll: (from: bigint, limit: number) => this.sharedPage(from, limit) };
    return readFeed(source, after, { ...options, signal });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.batcher.drained();
  }

  /** Readers that wake together at the head read one page; one asked for before the last append is nobody else's answer. */
  private sharedPage(after: bigint, limit: number): Promise<RecordedEvent[]> {
    const key = `${after}/${limit}/${this.appended.seen}`;
    const underWay = this.pages.get(key);
    if (underWay) return underWay;
    const page = this.readAll(after, limit).finally(() => this.pages.delete(key));
    this.pages.set(key, page);
    return page;
  }

  /** A conflict may be our own append whose reply was lost: then its ids stand right behind the expected revision. */
  private async answerAgain(conflict: WrongExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const first = conflict.expected + 1;
    const there = await this.readStream(conflict.stream, first, first + events.length - 1);
    const last = there.at(-1);
    if (!last || there.length !== events.length || events.some((event, i) => !isSameEvent(event, there[i])))
      throw conflict;
    return { revision: last.revision, position: last.position };
  }
}
