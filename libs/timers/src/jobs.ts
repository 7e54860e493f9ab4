import { escapeIdentifier } from 'pg';

/** The one task of the worker; its payload is the key of a timer. */
export const TASK = 'timer';
/** The greatest that graphile-worker can count to: a timer is tried until it is done or no longer wanted. */
const MAX_ATTEMPTS = 32_767;

/** An EntityManager, a pool or a client of pg. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** A job that is running at this moment is replaced as well: it ends without being tried again. */
export async function addJob(sql: Sql, schema: string, key: string, runAt: Date): Promise<void> {
  await sql.query(
    `SELECT FROM ${escapeIdentifier(schema)}.add_job($1, payload => json_build_object('key', $2::text),
       run_at => $3::timestamptz, max_attempts => ${MAX_ATTEMPTS}, job_key => $2::text)`,
    [TASK, key, runAt.toISOString()],
  );
}

export async function removeJob(sql: Sql, schema: string, key: string): Promise<void> {
  await sql.query(`SELECT FROM ${escapeIdentifier(schema)}.remove_job($1)`, [key]);
}

/** Every timer has its job again, at its time on the real time line and with no attempts behind it. */
export async function addAllJobs(sql: Sql, schema: string, offsetMs: number): Promise<void> {
  const place = escapeIdentifier(schema);
  await sql.query(
    `SELECT count(*) FROM ${place}.add_jobs(ARRAY(
       SELECT ($1, json_build_object('key', key), NULL, due_at - $2::bigint * interval '1 millisecond',
               ${MAX_ATTEMPTS}, key, NULL, NULL)::${place}.job_spec FROM timer))`,
    [TASK, offsetMs],
  );
}

/**
 * Jobs of workers that died would stay locked for 4 hours. Only the lease holder may call this, before its own worker
 * runs. What was replaced while it was locked will never run: it goes.
 */
export async function releaseDeadWorkers(sql: Sql, schema: string): Promise<void> {
  const place = escapeIdentifier(schema);
  await sql.query(
    `SELECT ${place}.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM ${place}.jobs WHERE locked_by IS NOT NULL))`,
  );
  await sql.query(
    `SELECT count(*) FROM ${place}.complete_jobs(ARRAY(SELECT id FROM ${place}.jobs WHERE attempts >= max_attempts))`,
  );
}
