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

/** The whole port in memory, for tests. Events go through JSON, so that nothing survives here that a database would lose. */
export class MemoryEventStore implements EventStore {
  readonly appended = new AppendSignal();
  readonly contiguous = true;
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly closing = new AbortController();

  append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended> {
    const existing = this.streams.get(stream) ?? [];
    if (existing.length - 1 !== expectedRevision) return this.answerAgain(existing, stream, expectedRevision, events);
    const recorded = events.map((event, index) => this.record(event, stream, existing.length + index, index));
    this.streams.set(stream, [...existing, ...recorded]);
    this.log.push(...recorded);
    this.appended.notify();
    return Promise.resolve({ revision: existing.length + events.length - 1, position: BigInt(this.log.length) });
  }

  readStream(stream: string, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<RecordedEvent[]> {
    return Promise.resolve((this.streams.get(stream) ?? []).filter((e) => e.revision >= from && e.revision <= to));
  }

  readAll(after: bigint, limit: number): Promise<RecordedEvent[]> {
    return Promise.resolve(this.log.slice(Number(after), Number(after) + limit));
  }

  head(): Promise<bigint> {
    return Promise.resolve(BigInt(this.log.length));
  }

  subscribe(after: bigint, options: SubscribeOptions): AsyncIterable<FeedBatch> {
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    return readFeed(this, after, { ...options, signal });
  }

  close(): Promise<void> {
    this.closing.abort();
    return Promise.resolve();
  }

  private record(event: NewEvent, stream: string, revision: number, index: number): RecordedEvent {
    const copy = JSON.parse(JSON.stringify({ data: event.data, metadata: event.metadata })) as RecordedEvent;
    const position = BigInt(this.log.length + index + 1);
    return {
      ...copy,
      id: event.id,
      type: event.type,
      stream,
      revision,
      position,
      recordedAt: new Date().toISOString(),
    };
  }

  private answerAgain(
    existing: readonly RecordedEvent[],
    stream: string,
    expected: number,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    const same = events.map((event, index) => isSameEvent(event, existing[expected + 1 + index]));
    const last = existing[expected + events.length];
    if (!last || same.includes(false)) {
      return Promise.reject(new WrongExpectedRevision(stream, expected, existing.length - 1));
    }
    return Promise.resolve({ revision: last.revision, position: last.position });
  }
}
