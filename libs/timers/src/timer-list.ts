import { escapeIdentifier, type Pool } from 'pg';
import type { TimerClock } from './firing.js';

export interface ListedTimer {
  readonly key: string;
  readonly dueAt: string;
  readonly command: string;
  readonly data: object;
  /** Runs of the job so far. */
  readonly attempts: number;
  readonly lastError: string | null;
  /** By the business clock. */
  readonly overdueSeconds: number;
}

/** What is waiting, next deadline first. */
export async function listTimers(
  pool: Pool,
  workerSchema: string,
  clock: TimerClock,
  limit: number,
): Promise<ListedTimer[]> {
  const { rows } = await pool.query<Omit<ListedTimer, 'dueAt' | 'overdueSeconds'> & { due_at: Date }>(
    `SELECT t.key, t.due_at, t.command, t.data, coalesce(j.attempts, 0) AS attempts, j.last_error AS "lastError"
       FROM timer t LEFT JOIN ${escapeIdentifier(workerSchema)}.jobs j ON j.key = t.key
      ORDER BY t.due_at, t.key LIMIT $1`,
    [limit],
  );
  const now = Date.parse(clock.now());
  return rows.map(({ due_at, ...timer }) => ({
    ...timer,
    dueAt: due_at.toISOString(),
    overdueSeconds: Math.max(0, Math.floor((now - due_at.getTime()) / 1000)),
  }));
}

/** Timers that should have fired `seconds` ago or earlier: a figure above 0 wants a look. */
export async function countOverdue(pool: Pool, clock: TimerClock, seconds: number): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - seconds * 1000).toISOString();
  const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM timer WHERE due_at < $1', [before]);
  return Number(rows[0]?.n);
}
