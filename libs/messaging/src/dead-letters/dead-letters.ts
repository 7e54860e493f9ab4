import type { Pool, PoolClient } from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { Incoming } from '../bus/message-bus.js';
import { NOT_ARRIVED, type Fault } from '../consumer/faults.js';
import { DEAD_LETTER_COLUMNS, type DeadLetter, type DeadLetterStatus, type Lane } from './dead-letter.js';
import { pageOfLetters, type LetterFilter, type LetterPage } from './letter-page.js';

const NAMESPACE = '0b6f7c52-58a1-5d0e-8a1b-3d4e5f607182';
const OPEN_IN_LANE = `consumer_group = $1 AND reaction = $2 AND source = $3 AND subject = $4 AND status IN ('PARKED', 'QUEUED')`;

const laneValues = (lane: Lane) => [lane.group, lane.reaction, lane.source, lane.subject];

/** Messages that could not be handled, and those that wait behind them. */
export class DeadLetters {
  /** `parkTtlMs`: how long a message whose aggregate has not arrived yet is tried again. */
  constructor(
    readonly pool: Pool,
    private readonly parkTtlMs = 86_400_000,
  ) {}

  /** Parks a message; the same one again only counts its attempts up. With `mayArrive` it is tried again by itself. */
  async park(lane: Lane, message: Incoming, fault: Fault & { attempts: number }, mayArrive = false): Promise<void> {
    const retryForMs = mayArrive ? this.parkTtlMs : 0;
    await this.insert(this.pool, lane, message, 'PARKED', { ...fault, retryForMs });
  }

  async uncopied(limit: number): Promise<DeadLetter[]> {
    const { rows } = await this.pool.query<DeadLetter>(
      `SELECT ${DEAD_LETTER_COLUMNS} FROM dead_letter WHERE copied_at IS NULL ORDER BY arrival LIMIT $1`,
      [limit],
    );
    return rows;
  }

  async markCopied(ids: readonly string[]): Promise<void> {
    await this.pool.query('UPDATE dead_letter SET copied_at = clock_timestamp() WHERE id = ANY($1)', [ids]);
  }

  /** Heads of lanes whose next automatic try is due, by the database's clock. */
  async dueForRetry(limit: number): Promise<DeadLetter[]> {
    const { rows } = await this.pool.query<DeadLetter>(
      `SELECT ${DEAD_LETTER_COLUMNS} FROM dead_letter d
        WHERE status = 'PARKED' AND retry_at <= clock_timestamp()
          AND NOT EXISTS (SELECT 1 FROM dead_letter h
            WHERE h.consumer_group = d.consumer_group AND h.reaction = d.reaction AND h.source = d.source
              AND h.subject = d.subject AND h.status IN ('PARKED', 'QUEUED') AND h.arrival < d.arrival)
        ORDER BY retry_at LIMIT $1`,
      [limit],
    );
    return rows;
  }

  /**
   * Queues the message when its lane is parked. The lane is locked, as redrive locks it: a message that comes while its
   * lane is redriven waits for the outcome and then either goes on or queues.
   */
  async queueBehind(lane: Lane, message: Incoming): Promise<boolean> {
    const { rowCount: open } = await this.pool.query(
      `SELECT 1 FROM dead_letter WHERE ${OPEN_IN_LANE} LIMIT 1`,
      laneValues(lane),
    );
    if (!open) return false;
    return this.transaction(async (client) => {
      await lock(client, lane);
      const { rowCount } = await client.query(`SELECT id FROM dead_letter WHERE ${OPEN_IN_LANE}`, laneValues(lane));
      if (!rowCount) return false;
      const why = 'an earlier message of this aggregate is parked';
      const fault = { code: 'QUEUED_BEHIND', message: why, attempts: 0, retryForMs: 0 };
      await this.insert(client, lane, message, 'QUEUED', fault);
      return true;
    });
  }

  async list(filter: LetterFilter, after: bigint, limit: number): Promise<DeadLetter[]> {
    const { rows } = await this.pool.query<DeadLetter>(
      `SELECT ${DEAD_LETTER_COLUMNS} FROM dead_letter
        WHERE arrival > $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR reaction = $3)
        ORDER BY arrival LIMIT $4`,
      [after, filter.status ?? null, filter.reaction ?? null, limit],
    );
    return rows;
  }

  page(filter: LetterFilter, after: bigint, limit: number): Promise<LetterPage> {
    return pageOfLetters(this.pool, filter, after, limit);
  }

  async countOpen(): Promise<number> {
    const { rows } = await this.pool.query<{ open: string }>(
      `SELECT count(*) AS open FROM dead_letter WHERE status IN ('PARKED', 'QUEUED')`,
    );
    return Number(rows[0]?.open ?? 0);
  }

  async find(id: string): Promise<DeadLetter | undefined> {
    const { rows } = await this.pool.query<DeadLetter>(`SELECT ${DEAD_LETTER_COLUMNS} FROM dead_letter WHERE id = $1`, [
      id,
    ]);
    return rows[0];
  }

  /** The open messages of a lane in order of arrival, locked until the transaction ends. */
  async lockLane(client: PoolClient, lane: Lane): Promise<DeadLetter[]> {
    await lock(client, lane);
    const { rows } = await client.query<DeadLetter>(
      `SELECT ${DEAD_LETTER_COLUMNS} FROM dead_letter WHERE ${OPEN_IN_LANE} ORDER BY arrival`,
      laneValues(lane),
    );
    return rows;
  }

  async close(client: PoolClient, id: string, status: DeadLetterStatus, by: string, reason: string): Promise<void> {
    await client.query(
      `UPDATE dead_letter SET status = $2, closed_by = $3, closed_reason = $4, closed_at = clock_timestamp() WHERE id = $1`,
      [id, status, by, reason],
    );
  }

  /** The message at the head of a lane is the one to look at; operators redrive it, dry run first. */
  async promote(client: PoolClient, id: string): Promise<void> {
    await client.query(`UPDATE dead_letter SET status = 'PARKED' WHERE id = $1`, [id]);
  }

  /** Tried again while what it needs may still arrive, at growing distances of up to five minutes. */
  async failedAgain(client: PoolClient, id: string, fault: Fault): Promise<void> {
    await client.query(
      `UPDATE dead_letter SET status = 'PARKED', code = $2, reason = $3, attempts = attempts + 1,
              last_failed_at = clock_timestamp(),
              retry_until = CASE WHEN $4 THEN coalesce(retry_until, clock_timestamp() + $5 * interval '1 millisecond') END,
              retry_at = CASE WHEN $4 AND coalesce(retry_until > clock_timestamp(), true)
                THEN clock_timestamp() + least(300, power(2, least(attempts, 9))) * interval '1 second' END
        WHERE id = $1`,
      [id, fault.code, storable(fault.message), fault.code === NOT_ARRIVED, this.parkTtlMs],
    );
  }

  async transaction<Result>(run: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await run(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }

  private async insert(
    on: Pool | PoolClient,
    lane: Lane,
    { record, ...message }: Incoming,
    status: DeadLetterStatus,
    fault: { code: string; message: string; attempts: number; retryForMs: number },
  ): Promise<void> {
    const id = uuidv5(JSON.stringify([lane.group, lane.reaction, identityOf({ record, ...message })]), NAMESPACE);
    const { code, message: reason, attempts, retryForMs } = fault;
    await on.query(
      `INSERT INTO dead_letter AS d (id, consumer_group, reaction, source, subject, status, code, reason, attempts, message,
          raw_topic, raw_partition, raw_offset, raw_key, raw_headers, raw_header_bytes, raw_value, retry_at, retry_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
          CASE WHEN $18 > 0 THEN clock_timestamp() + interval '1 second' END,
          CASE WHEN $18 > 0 THEN clock_timestamp() + $18 * interval '1 millisecond' END)
       ON CONFLICT (id) DO UPDATE SET attempts = d.attempts + excluded.attempts, last_failed_at = clock_timestamp()`,
      [
        id,
        ...laneValues(lane),
        status,
        code,
        storable(reason),
        attempts,
        JSON.stringify(message),
        ...rawValues(record),
        retryForMs,
      ],
    );
  }
}

function rawValues(record: Incoming['record']) {
  if (!record) return [null, null, null, null, null, null, null];
  const { topic, partition, offset, key, headers, headerBytes, value } = record;
  const bytes = headerBytes ? JSON.stringify(headerBytes) : null;
  return [topic, partition, offset, key, JSON.stringify(headers), bytes, value];
}

/** An event that is sent again is the same letter; what could not be read may bear the id of a true event and is its place. */
function identityOf(message: Incoming): string {
  const { record, id } = message;
  return record && 'defect' in message ? `${record.topic}/${record.partition}@${record.offset}` : id;
}

/** One at a time per lane: whoever queues sees what redrive and discard have left, and they see what was queued. */
async function lock(client: PoolClient, lane: Lane): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    JSON.stringify(['lane', ...laneValues(lane)]),
  ]);
}

/** An error's text may quote what it could not read. */
const storable = (text: string) => text.replaceAll('\0', '\ufffd').toWellFormed().slice(0, 2_000);
