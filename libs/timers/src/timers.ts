import type { EntityManager } from 'typeorm';
import { addJob, removeJob } from './jobs.js';

/** A deadline of the own service: when the business clock has reached it, the command is sent. */
export interface Timer {
  /** Says what the deadline is for; setting it again replaces it. */
  readonly key: string;
  /** RFC 3339. */
  readonly dueAt: string;
  /** Type of the command, one of `ServiceDefinition.timers`. */
  readonly command: string;
  readonly data: object;
}

/**
 * For projections, in the transaction of their checkpoint: row and job come and go with it. The same timer again changes
 * nothing. A rebuild of the read model leaves timers alone: passing through old states again, it would ring old deadlines.
 */
export async function setTimer(rows: EntityManager, { key, dueAt, command, data }: Timer): Promise<void> {
  const due = milliseconds(dueAt);
  const place = await placeOf(rows);
  if (place.rebuilding) return;
  const changed = await rows.query<unknown[]>(
    `INSERT INTO timer AS t (key, due_at, command, data) VALUES ($1, $2, $3, $4)
     ON CONFLICT (key) DO UPDATE
       SET due_at = excluded.due_at, command = excluded.command, data = excluded.data, set_at = clock_timestamp()
     WHERE (t.due_at, t.command, t.data::text) IS DISTINCT FROM (excluded.due_at, excluded.command, excluded.data::text)
     RETURNING key`,
    [key, new Date(due).toISOString(), command, JSON.stringify(data)],
  );
  if (changed.length > 0) await addJob(rows, place.schema, key, new Date(due - place.offsetMs));
}

/** The deadline is no longer wanted; nothing happens when there is none. In the transaction of the checkpoint too. */
export async function dropTimer(rows: EntityManager, key: string): Promise<void> {
  const place = await placeOf(rows);
  if (place.rebuilding) return;
  await rows.query('DELETE FROM timer WHERE key = $1', [key]);
  await removeJob(rows, place.schema, key);
}

/** Never early: what is finer than a millisecond counts as the next one. */
function milliseconds(instant: string): number {
  const parsed = Date.parse(instant);
  if (Number.isNaN(parsed)) throw new RangeError(`${instant} is no instant`);
  return /\.\d{3}\d*[1-9]/.test(instant) ? parsed + 1 : parsed;
}

interface WorkerPlace {
  readonly schema: string;
  readonly offsetMs: number;
  readonly rebuilding: boolean;
}

/** Held until the transaction ends, so that nobody moves the clock between what we read here and our commit. */
async function placeOf(rows: EntityManager): Promise<WorkerPlace> {
  const [found] = await rows.query<{ schema: string; offset: string; rebuilding: boolean }[]>(
    `SELECT c.worker_schema AS schema, c.offset_ms AS offset,
            EXISTS (SELECT FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
                     WHERE t.oid = c.tableoid AND n.nspname <> current_schema()) AS rebuilding
       FROM timer_clock c FOR SHARE OF c`,
  );
  if (!found) throw new Error('timers are not installed in this database');
  return { schema: found.schema, offsetMs: Number(found.offset), rebuilding: found.rebuilding };
}
