import type { EventStore, RecordedEvent } from '@engsales/event-sourcing';
import type { DataSource, EntityManager } from 'typeorm';
import { readCheckpoint } from './projection-checkpoints.js';
import type { ProjectionRunner } from './projection-runner.js';
import type { Projection } from './projection.js';
import { rebuildProjection } from './rebuild.js';

interface RunningService {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly projections: ProjectionRunner;
}

const PATIENCE_MS = 60_000;

/**
 * What is wrong with the projections of a running service, in sentences; none when each has met every event that it
 * handles, is changed by none of them when they are applied again, and is rebuilt to the same rows.
 */
export async function projectionFaults({ store, database, projections }: RunningService): Promise<string[]> {
  const head = await store.head();
  const events = await store.readAll(0n, Number(head));
  const faults: string[] = [];
  for (const projection of projections.projections) {
    const { name, handles } = projection;
    if (!(await projections.waitFor(name, head, PATIENCE_MS)))
      faults.push(`${name} does not reach the head of the feed`);
    const met = new Set(events.map((event) => event.type));
    faults.push(...handles.filter((type) => !met.has(type)).map((type) => `${name} has met no ${type}`));
    faults.push(...(await changedByApplyingAgain(projection, events, database)));
    const { tables } = await rebuildProjection(projection, store, database);
    for (const { table, rowsBefore, rowsAfter, differing } of tables) {
      if (rowsAfter === 0) faults.push(`${name} has no row in ${table}, so that nothing was compared`);
      if (differing > 0 || rowsBefore !== rowsAfter)
        faults.push(`${name} rebuilds ${table} with ${differing} other rows`);
    }
  }
  return faults;
}

class RolledBack extends Error {}

async function changedByApplyingAgain(
  projection: Projection,
  events: readonly RecordedEvent[],
  database: DataSource,
): Promise<string[]> {
  const faults: string[] = [];
  const again = database.transaction(async (rows) => {
    await readCheckpoint(rows, projection.name, true);
    const before = await contentOf(rows, projection);
    for (const event of events) if (projection.handles.includes(event.type)) await projection.apply(event, rows);
    const after = await contentOf(rows, projection);
    const changed = projection.tables.filter((table) => before.get(table) !== after.get(table));
    faults.push(...changed.map((table) => `${projection.name} changes ${table} when its events are applied again`));
    throw new RolledBack();
  });
  await again.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return faults;
}

async function contentOf(rows: EntityManager, { tables }: Projection): Promise<ReadonlyMap<string, string>> {
  const content = new Map<string, string>();
  for (const table of tables) {
    const [row] = await rows.query<{ all: string }[]>(
      `SELECT coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '') AS all FROM ${table} t`,
    );
    content.set(table, row?.all ?? '');
  }
  return content;
}
