import type { Actor } from '../decider.js';

/** Metadata of a stored event. The `$` keys are read by EventStoreDB's system projections, so they are named exactly so. */
export interface EventMetadata {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly actor: Actor;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly projectId?: string;
  readonly traceparent?: string;
}

export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent extends NewEvent {
  /** Place in the feed of the whole store: from 1, final, in commit order; contiguous on PostgreSQL. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly recordedAt: string;
}

/** Expected revision of a stream that must not exist yet. There is no "any": every append says what it has read. */
export const NO_STREAM = -1;

export interface Appended {
  /** Revision of the last event of the append. */
  readonly revision: number;
  readonly position: bigint;
}

export interface SubscribeOptions {
  readonly signal: AbortSignal;
  /** Events per batch at most; default 500. */
  readonly batchSize?: number;
  /**
   * A reader that can wait lets what comes within this time come together, and within six times this while there is much to
   * read; it saves work for those who cannot wait.
   */
  readonly lingerMs?: number;
  /** Only these are yielded; the subscription still moves over the others. */
  readonly filter?: (event: RecordedEvent) => boolean;
}

export interface FeedBatch {
  readonly events: readonly RecordedEvent[];
  /** Position up to which the feed has been read, filtered events included: the checkpoint once the events are done. */
  readonly upTo: bigint;
}

/** The port. What each store must do: `eventStoreConformance` in testing.ts. */
export interface EventStore {
  /**
   * All events or none. An append repeated with the same ids answers as the first time.
   * @throws WrongExpectedRevision when the stream stands elsewhere
   */
  append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended>;
  /** Events of the stream with `from <= revision <= to`, [] for an unknown stream. */
  readStream(stream: string, from?: number, to?: number): Promise<RecordedEvent[]>;
  /** At most `limit` events with `position > after`, in feed order. */
  readAll(after: bigint, limit: number): Promise<RecordedEvent[]>;
  /** Position of the last event, 0n when empty. */
  head(): Promise<bigint>;
  /** Batches from `after` on, for ever; the next page is asked for only while the reader keeps up. */
  subscribe(after: bigint, options: SubscribeOptions): AsyncIterable<FeedBatch>;
  /** Ends subscriptions; appends under way finish. */
  close(): Promise<void>;
}

export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at revision ${actual}, not ${expected}`);
    this.name = 'WrongExpectedRevision';
  }
}

/** A hole or a step back in the feed: a bug that must be seen, never skipped. */
export class FeedGap extends Error {
  constructor(expected: bigint, found: bigint) {
    super(`the feed has position ${found} where ${expected} must be`);
    this.name = 'FeedGap';
  }
}

/** The same event appended again: same id, and of the same request; another body under the same id is a conflict. */
export function isSameEvent(event: NewEvent, stored: NewEvent | undefined): boolean {
  return event.id === stored?.id && event.metadata.fingerprint === stored.metadata.fingerprint;
}

export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}

export function idOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
