import type { Pool } from 'pg';
import type { RecordedEvent } from '../event-store.js';
import { COLUMNS, recorded, type Row } from './rows.js';

interface Waiting {
  readonly stream: string;
  readonly resolve: (events: RecordedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

const READ_STREAMS = {
  name: 'read_streams',
  text: `SELECT ${COLUMNS} FROM events WHERE stream = ANY($1) ORDER BY stream, revision`,
};
const MOST = 64;

/** Whole streams that are asked for in the same turn are read by one query: a message often concerns several. */
export class StreamReads {
  private waiting: Waiting[] = [];

  constructor(private readonly pool: Pool) {}

  read(stream: string): Promise<RecordedEvent[]> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.sendAll());
      this.waiting.push({ stream, resolve, reject });
    });
  }

  private sendAll(): void {
    const all = this.waiting.splice(0);
    while (all.length > 0) void this.send(all.splice(0, MOST));
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    try {
      const streams = [...new Set(batch.map(({ stream }) => stream))];
      const { rows } = await this.pool.query<Row>({ ...READ_STREAMS, values: [streams], rowMode: 'array' });
      const found = new Map<string, RecordedEvent[]>(streams.map((stream) => [stream, []]));
      for (const event of rows.map(recorded)) found.get(event.stream)?.push(event);
      for (const { stream, resolve } of batch) resolve([...(found.get(stream) ?? [])]);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
