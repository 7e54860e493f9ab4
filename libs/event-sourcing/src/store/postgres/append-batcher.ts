import type { Pool } from 'pg';
import { isConnectionFault } from './faults.js';
import { NO_STREAM, WrongExpectedRevision, type Appended, type NewEvent } from '../event-store.js';

interface Waiting {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly Serialized[];
  readonly bytes: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

interface Serialized {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

interface Answer {
  readonly standing: readonly number[];
  readonly bases: readonly string[];
}

const MAX_APPENDS = 256;
const MIN_SHARE = 16;
const MAX_BYTES = 4_000_000;
const CALL = {
  name: 'append_events',
  text: 'SELECT standing, bases FROM append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
};

/** Group commit: concurrent appends, at most one per stream, share one call and one fsync. */
export class AppendBatcher {
  private queue: Waiting[] = [];
  private inFlight = 0;
  private scheduled = false;

  constructor(
    private readonly pool: Pool,
    private readonly onAppended: () => void,
    private readonly callsAtOnce = 2,
  ) {}

  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      const serialized = events.map(serialize);
      const bytes = serialized.reduce((sum, event) => sum + event.data.length + event.meta.length, 0);
      this.queue.push({ stream, expected, events: serialized, bytes, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing is queued or under way. */
  async drained(): Promise<void> {
    while (this.queue.length > 0 || this.inFlight > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      while (this.queue.length > 0 && this.inFlight < this.callsAtOnce) void this.send(this.takeBatch(this.share()));
    });
  }

  /** A long queue is split over the free calls, so that one is prepared here while the server commits the other. */
  private share(): number {
    const freeCalls = this.callsAtOnce - this.inFlight;
    const share = Math.max(MIN_SHARE, Math.ceil(this.queue.length / freeCalls));
    return Math.min(share, MAX_APPENDS);
  }

  private takeBatch(size: number): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const streams = new Set<string>();
    let bytes = 0;
    for (const waiting of this.queue) {
      const full = batch.length >= size || (batch.length > 0 && bytes + waiting.bytes > MAX_BYTES);
      if (full || streams.has(waiting.stream)) later.push(waiting);
      else {
        streams.add(waiting.stream);
        bytes += waiting.bytes;
        batch.push(waiting);
      }
    }
    this.queue = later;
    return batch;
  }

  private async send(batch: Waiting[]): Promise<void> {
    this.inFlight += 1;
    try {
      await this.sendWhole(batch);
    } finally {
      this.inFlight -= 1;
      if (this.queue.length > 0) this.schedule();
    }
  }

  private async sendWhole(batch: Waiting[]): Promise<void> {
    try {
      const answer = await this.call(batch);
      settle(batch, answer);
      this.onAppended();
    } catch (error) {
      if (batch.length === 1 || isConnectionFault(error)) for (const waiting of batch) waiting.reject(error);
      // one bad append must not fail its neighbours: each is tried again alone
      else for (const waiting of batch) await this.sendWhole([waiting]);
    }
  }

  private async call(batch: readonly Waiting[]): Promise<Answer> {
    const columns: unknown[][] = [[], [], [], [], [], [], [], [], [], []];
    const [streams, revisions, sizes, owners, steps, eventStreams, ids, types, datas, metas] = columns as [
      string[],
      number[],
      number[],
      number[],
      number[],
      string[],
      string[],
      string[],
      string[],
      string[],
    ];
    batch.forEach((waiting, index) => {
      streams.push(waiting.stream);
      revisions.push(waiting.expected);
      sizes.push(waiting.events.length);
      waiting.events.forEach((event, step) => {
        owners.push(index + 1);
        steps.push(step + 1);
        eventStreams.push(waiting.stream);
        ids.push(event.id);
        types.push(event.type);
        datas.push(event.data);
        metas.push(event.meta);
      });
    });
    const { rows } = await this.pool.query<Answer>({ ...CALL, values: columns });
    const row = rows[0];
    if (!row) throw new Error('append_events answered nothing');
    return row;
  }
}

function serialize({ id, type, data, metadata }: NewEvent): Serialized {
  return { id, type, data: JSON.stringify(data), meta: JSON.stringify(metadata) };
}

function settle(batch: readonly Waiting[], answer: Answer): void {
  batch.forEach((waiting, index) => {
    const actual = answer.standing[index] ?? NO_STREAM;
    if (actual !== waiting.expected)
      waiting.reject(new WrongExpectedRevision(waiting.stream, waiting.expected, actual));
    else {
      const size = waiting.events.length;
      waiting.resolve({ revision: actual + size, position: BigInt(answer.bases[index] ?? 0) + BigInt(size) });
    }
  });
}
