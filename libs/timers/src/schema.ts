import { runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { workerLogger, type TimerLog } from './worker-log.js';

/**
 * `timer` is the truth; a job of graphile-worker only wakes us up and can be made anew from its row. `timer_clock` tells a
 * projection, which has no more than its transaction, where the jobs are and how far the business clock is from real time.
 */
export const TIMERS_SCHEMA = `
CREATE TABLE timer (
  key     text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 512),
  due_at  timestamptz NOT NULL,
  command text        NOT NULL,
  data    json        NOT NULL,
  set_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX timer_due ON timer (due_at, key);
CREATE TABLE timer_clock (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  offset_ms     bigint  NOT NULL DEFAULT 0,
  worker_schema text    NOT NULL
);
`;

export const TIMERS_SCHEMA_DOWN = `
DO $$ DECLARE place text; BEGIN
  SELECT worker_schema INTO place FROM timer_clock;
  IF place IS NOT NULL THEN EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', place); END IF;
END $$;
DROP TABLE timer;
DROP TABLE timer_clock;
`;

/** Services that share a database have their jobs apart. */
export function workerSchemaOf(schema: string | undefined): string {
  return schema === undefined ? 'graphile_worker' : `${schema}_worker`;
}

/** graphile-worker's own tables, and where they are. Part of the migrate step: the caller holds its lock. */
export async function installWorker(
  database: DataSource,
  url: string,
  workerSchema: string,
  log: TimerLog,
): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  const lost = (err: Error) => log('warn', 'timers: a connection failed during migration', { err });
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  try {
    await runMigrations({ pgPool: pool, schema: workerSchema, logger: workerLogger(log) });
  } finally {
    await pool.end();
  }
  await database.query(
    `INSERT INTO timer_clock (worker_schema) VALUES ($1)
     ON CONFLICT (only_row) DO UPDATE SET worker_schema = excluded.worker_schema`,
    [workerSchema],
  );
}
