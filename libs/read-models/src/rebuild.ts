import type { EventStore } from '@engsales/event-sourcing';
import type { DataSource, EntityManager } from 'typeorm';
import { readCheckpoint, setCheckpoint } from './projection-checkpoints.js';
import type { Projection } from './projection.js';

export interface RebuildReport {
  readonly projection: string;
  readonly position: bigint;
  readonly tables: readonly {
    readonly table: string;
    readonly rowsBefore: number;
    readonly rowsAfter: number;
    /** Rows that differ between the tables in use and the rebuilt ones. */
    readonly differing: number;
  }[];
}

const CHUNK = 1_000;

/**
 * Blue/green: the new tables stand in a schema beside the one in use, so that the projection's SQL is the same for both.
 * Catches up in chunks; then, under a lock on the checkpoint, applies the rest, compares and switches in one transaction.
 */
export async function rebuildProjection(
  projection: Projection,
  store: EventStore,
  database: DataSource,
  progress: (position: bigint, head: bigint) => void = () => undefined,
): Promise<RebuildReport> {
  const place = await places(database.manager);
  await makeNextTables(projection, database, place);
  let position = 0n;
  for (;;) {
    const head = await store.head();
    if (head - position <= BigInt(CHUNK)) break;
    position = await applyChunk(projection, store, database, place, position, CHUNK);
    progress(position, head);
  }
  return database.transaction(async (rows) => {
    const live = (await readCheckpoint(rows, projection.name, true)) ?? 0n;
    await rows.query(`SET LOCAL search_path = ${place.next}, ${place.base}`);
    await applyUpTo(projection, store, rows, position, live);
    await rows.query(`SET LOCAL search_path = ${place.base}`);
    const tables = await compare(projection, rows, place);
    await rows.query(`CREATE SCHEMA IF NOT EXISTS ${place.previous}`);
    for (const table of projection.tables) {
      await rows.query(`DROP TABLE IF EXISTS ${place.previous}.${table}`);
      await rows.query(`ALTER TABLE ${place.base}.${table} SET SCHEMA ${place.previous}`);
      await rows.query(`ALTER TABLE ${place.next}.${table} SET SCHEMA ${place.base}`);
    }
    await setCheckpoint(rows, previousOf(projection), live);
    return { projection: projection.name, position: live, tables };
  });
}

/** Back to the tables that the last rebuild replaced; they catch up from where they were left. False when there are none. */
export async function rollBackRebuild(projection: Projection, database: DataSource): Promise<boolean> {
  const place = await places(database.manager);
  return database.transaction(async (rows) => {
    await readCheckpoint(rows, projection.name, true);
    const left = await readCheckpoint(rows, previousOf(projection), true);
    if (left === undefined) return false;
    for (const table of projection.tables) {
      await rows.query(`DROP TABLE ${place.base}.${table}`);
      await rows.query(`ALTER TABLE ${place.previous}.${table} SET SCHEMA ${place.base}`);
    }
    await setCheckpoint(rows, projection.name, left);
    await rows.query('DELETE FROM projection_checkpoint WHERE name = $1', [previousOf(projection)]);
    return true;
  });
}

interface Places {
  readonly base: string;
  readonly next: string;
  readonly previous: string;
}

const previousOf = (projection: Projection) => `${projection.name}@previous`;

async function places(rows: EntityManager): Promise<Places> {
  const [row] = await rows.query<{ base: string }[]>('SELECT quote_ident(current_schema()) AS base');
  const base = row?.base ?? 'public';
  return { base, next: `${base}_next`, previous: `${base}_previous` };
}

async function makeNextTables(projection: Projection, database: DataSource, place: Places): Promise<void> {
  await database.transaction(async (rows) => {
    await rows.query(`CREATE SCHEMA IF NOT EXISTS ${place.next}`);
    for (const table of projection.tables) {
      await rows.query(`DROP TABLE IF EXISTS ${place.next}.${table}`);
      await rows.query(`CREATE TABLE ${place.next}.${table} (LIKE ${place.base}.${table} INCLUDING ALL)`);
    }
  });
}

async function applyChunk(
  projection: Projection,
  store: EventStore,
  database: DataSource,
  place: Places,
  after: bigint,
  limit: number,
): Promise<bigint> {
  const events = await store.readAll(after, limit);
  await database.transaction(async (rows) => {
    await rows.query(`SET LOCAL search_path = ${place.next}, ${place.base}`);
    for (const event of events) if (projection.handles.includes(event.type)) await projection.apply(event, rows);
  });
  return events.at(-1)?.position ?? after;
}

async function applyUpTo(projection: Projection, store: EventStore, rows: EntityManager, after: bigint, upTo: bigint) {
  for (let position = after; position < upTo;) {
    const events = (await store.readAll(position, CHUNK)).filter((event) => event.position <= upTo);
    if (events.length === 0) return;
    for (const event of events) if (projection.handles.includes(event.type)) await projection.apply(event, rows);
    position = events.at(-1)?.position ?? upTo;
  }
}

async function compare(
  projection: Projection,
  rows: EntityManager,
  { base, next }: Places,
): Promise<RebuildReport['tables']> {
  const reports: RebuildReport['tables'][number][] = [];
  for (const table of projection.tables) {
    const [counted] = await rows.query<{ before: string; after: string; differing: string }[]>(
      `SELECT (SELECT count(*) FROM ${base}.${table}) AS before, (SELECT count(*) FROM ${next}.${table}) AS after,
              (SELECT count(*) FROM (TABLE ${base}.${table} EXCEPT TABLE ${next}.${table}) gone)
            + (SELECT count(*) FROM (TABLE ${next}.${table} EXCEPT TABLE ${base}.${table}) new) AS differing`,
    );
    reports.push({
      table,
      rowsBefore: Number(counted?.before),
      rowsAfter: Number(counted?.after),
      differing: Number(counted?.differing),
    });
  }
  return reports;
}
