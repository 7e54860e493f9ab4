import type { PublicMessage } from '@engsales/events';
import type { Pool } from 'pg';
import { LeaseLost, type Claim } from '../bus/message-bus.js';

export interface Cursor {
  readonly group: string;
  readonly source: string;
  /** The aggregate. */
  readonly subject: string;
  /** The last one that was handled. */
  readonly sequence: number;
}

/**
 * Per (group, source aggregate) the last sequence whose effects are durable. A lower or equal one is a duplicate, so that
 * a replay 1 2 3 1 2 3 changes nothing; the effect itself lands in the event store and cannot share this transaction.
 */
export class Cursors {
  constructor(private readonly pool: Pool) {}

  /** What is known of these aggregates before a batch of theirs is handled: the last sequences, and who has a parked message. */
  async load(group: string, source: string, subjects: readonly string[]) {
    const { rows } = await this.pool.query<{ subject: string; last_sequence: string | null; parked: boolean }>({
      name: 'load_cursors',
      text: `SELECT subject, last_sequence, false AS parked FROM consumer_cursor
              WHERE consumer_group = $1 AND source = $2 AND subject = ANY($3)
             UNION ALL
             SELECT subject, NULL, true FROM dead_letter
              WHERE consumer_group = $1 AND source = $2 AND subject = ANY($3) AND status IN ('PARKED', 'QUEUED')`,
      values: [group, source, subjects],
    });
    const done = new Map(rows.filter((row) => !row.parked).map((row) => [row.subject, Number(row.last_sequence)]));
    return { done, parked: new Set(rows.filter((row) => row.parked).map((row) => row.subject)) };
  }

  /** In the order of their subjects, from behind `after` on; only that subject where one is named. */
  async list(
    group: string,
    source: string,
    subject: string | undefined,
    after: string,
    limit: number,
  ): Promise<Cursor[]> {
    const { rows } = await this.pool.query<{ subject: string; last_sequence: string }>(
      `SELECT subject, last_sequence FROM consumer_cursor
        WHERE consumer_group = $1 AND source = $2 AND subject > $3 AND ($4::text IS NULL OR subject = $4)
        ORDER BY subject LIMIT $5`,
      [group, source, after, subject ?? null, limit],
    );
    return rows.map((row) => ({ group, source, subject: row.subject, sequence: Number(row.last_sequence) }));
  }

  /** An operator says what was handled last; undefined: nothing. What comes with a higher sequence is handled. */
  async reset(group: string, source: string, subject: string, sequence: number | undefined): Promise<void> {
    await this.pool.query(
      sequence === undefined
        ? 'DELETE FROM consumer_cursor WHERE consumer_group = $1 AND source = $2 AND subject = $3'
        : `UPDATE consumer_cursor SET last_sequence = $4 WHERE consumer_group = $1 AND source = $2 AND subject = $3`,
      [group, source, subject, ...(sequence === undefined ? [] : [sequence])],
    );
  }

  /** Only the holder of the claim writes; a process that slept through its loss changes nothing. @throws LeaseLost */
  async advance(group: string, source: string, message: PublicMessage, claim: Claim | undefined): Promise<void> {
    const { rowCount } = await this.pool.query({
      name: 'advance_cursor',
      text: `INSERT INTO consumer_cursor AS c (consumer_group, source, subject, last_sequence)
       SELECT $1, $2, $3, $4
        WHERE $5::text IS NULL OR EXISTS (
          SELECT 1 FROM consumer_checkpoint WHERE consumer_group = $1 AND source = $5 AND epoch = $6)
       ON CONFLICT (consumer_group, source, subject)
       DO UPDATE SET last_sequence = greatest(c.last_sequence, excluded.last_sequence)`,
      values: [group, source, message.subject, message.sequence, claim?.checkpoint ?? null, claim?.epoch ?? null],
    });
    if (rowCount !== 1) throw new LeaseLost(`cursor of ${group} on ${source}`);
  }
}
