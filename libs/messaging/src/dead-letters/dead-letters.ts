import type { PublicMessage } from '@engsales/events';
import type { Pool, PoolClient } from 'pg';
import { v5 as uuidv5 } from 'uuid';
import type { Fault } from '../consumer/faults.js';

export type DeadLetterStatus = 'PARKED' | 'QUEUED' | 'REDRIVEN' | 'DISCARDED';

export interface DeadLetter {
  readonly id: string;
  readonly consumerGroup: string;
  readonly reaction: string;
  readonly source: string;
  readonly subject: string;
  readonly status: DeadLetterStatus;
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  readonly arrival: string;
  readonly firstFailedAt: string;
  readonly lastFailedAt: string;
  readonly closedBy: string | null;
  readonly closedReason: string | null;
  readonly message: PublicMessage;
}

/** The unit that parks: one reaction for one source aggregate. Everything else goes on. */
export interface Lane {
  readonly group: string;
  readonly reaction: string;
  readonly source: string;
  readonly subject: string;
}

const NAMESPACE = '0b6f7c52-58a1-5d0e-8a1b-3d4e5f607182';
const COLUMNS = `id, consumer_group AS "consumerGroup", reaction, source, subject, status, code, reason, attempts, arrival,
  first_failed_at AS "firstFailedAt", last_failed_at AS "lastFailedAt", closed_by AS "closedBy",
  closed_reason AS "closedReason", message`;
const OPEN_IN_LANE = `consumer_group = $1 AND reaction = $2 AND source = $3 AND subject = $4 AND status IN ('PARKED', 'QUEUED')`;

const laneValues = (lane: Lane) => [lane.group, lane.reaction, lane.source, lane.subject];

/** Messages that could not be handled, and those that wait behind them. */
export class DeadLetters {
  constructor(readonly pool: Pool) {}

  /** Parks a message; the same one again only counts its attempts up. */
  async park(lane: Lane, message: PublicMessage, fault: Fault & { attempts: number }): Promise<void> {
    await this.insert(this.pool, lane, message, 'PARKED', fault);
  }

  /**
   * Queues the message when its lane is parked. The lane is locked, as redrive locks it: a message that comes while its
   * lane is redriven waits for the outcome and then either goes on or queues.
   */
  async queueBehind(lane: Lane, message: PublicMessage): Promise<boolean> {
    const { rowCount: open } = await this.pool.query(
      `SELECT 1 FROM dead_letter WHERE ${OPEN_IN_LANE} LIMIT 1`,
      laneValues(lane),
    );
    if (!open) return false;
    return this.transaction(async (client) => {
      await lock(client, lane);
      const { rowCount } = await client.query(`SELECT id FROM dead_letter WHERE ${OPEN_IN_LANE}`, laneValues(lane));
      if (!rowCount) return false;
      const fault = { code: 'QUEUED_BEHIND', message: 'an earlier message of this aggregate is parked', attempts: 0 };
      await this.insert(client, lane, message, 'QUEUED', fault);
      return true;
    });
  }

  async list(filter: { status?: string; reaction?: string }, after: bigint, limit: number): Promise<DeadLetter[]> {
    const { rows } = await this.pool.query<DeadLetter>(
      `SELECT ${COLUMNS} FROM dead_letter
        WHERE arrival > $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR reaction = $3)
        ORDER BY arrival LIMIT $4`,
      [after, filter.status ?? null, filter.reaction ?? null, limit],
    );
    return rows;
  }

  async countOpen(): Promise<number> {
    const { rows } = await this.pool.query<{ open: string }>(
      `SELECT count(*) AS open FROM dead_letter WHERE status IN ('PARKED', 'QUEUED')`,
    );
    return Number(rows[0]?.open ?? 0);
  }

  async find(id: string): Promise<DeadLetter | undefined> {
    const { rows } = await this.pool.query<DeadLetter>(`SELECT ${COLUMNS} FROM dead_letter WHERE id = $1`, [id]);
    return rows[0];
  }

  /** The open messages of a lane in order of arrival, locked until the transaction ends. */
  async lockLane(client: PoolClient, lane: Lane): Promise<DeadLetter[]> {
    await lock(client, lane);
    const { rows } = await client.query<DeadLetter>(
      `SELECT ${COLUMNS} FROM dead_letter WHERE ${OPEN_IN_LANE} ORDER BY arrival`,
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

  /** The message at the head of a lane is the one to look at. */
  async promote(client: PoolClient, id: string): Promise<void> {
    await client.query(`UPDATE dead_letter SET status = 'PARKED' WHERE id = $1`, [id]);
  }

  async failedAgain(client: PoolClient, id: string, fault: Fault): Promise<void> {
    await client.query(
      `UPDATE dead_letter SET status = 'PARKED', code = $2, reason = $3, attempts = attempts + 1,
              last_failed_at = clock_timestamp() WHERE id = $1`,
      [id, fault.code, fault.message],
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
    message: PublicMessage,
    status: DeadLetterStatus,
    fault: { code: string; message: string; attempts: number },
  ): Promise<void> {
    const id = uuidv5(JSON.stringify([lane.group, lane.reaction, message.id]), NAMESPACE);
    await on.query(
      `INSERT INTO dead_letter AS d (id, consumer_group, reaction, source, subject, status, code, reason, attempts, message)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET attempts = d.attempts + excluded.attempts, last_failed_at = clock_timestamp()`,
      [id, ...laneValues(lane), status, fault.code, fault.message, fault.attempts, JSON.stringify(message)],
    );
  }
}

/** One at a time per lane: whoever queues sees what redrive and discard have left, and they see what was queued. */
async function lock(client: PoolClient, lane: Lane): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    JSON.stringify(['lane', ...laneValues(lane)]),
  ]);
}
