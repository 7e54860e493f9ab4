import { MemoryEventStore, type DomainEvent, type NewEvent } from '@engsales/event-sourcing';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../tools/testing/database.js';
import { decodeCursor, encodeCursor, pageOf } from './keyset.js';
import { moveCheckpoint, ProjectionFenced } from './projection-checkpoints.js';
import { ProjectionRunner } from './projection-runner.js';
import { projection } from './projection.js';
import { rebuildProjection, rollBackRebuild } from './rebuild.js';
import { READ_MODELS_SCHEMA } from './schema.js';

const counts = projection<DomainEvent<'Counted', { readonly key: string; readonly n: number }>>({
  name: 'counts',
  tables: ['counts'],
  on: {
    async Counted({ data: { key, n }, revision }, rows) {
      await rows.query(
        `INSERT INTO counts AS c (key, n, revision) VALUES ($1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET n = c.n + excluded.n, revision = excluded.revision WHERE c.revision < excluded.revision`,
        [key, n, revision],
      );
    },
  },
});

describe('projections', () => {
  let database: TestDatabase;
  let source: DataSource;
  let store: MemoryEventStore;
  beforeEach(async () => {
    database = await freshDatabase();
    source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await source.query(READ_MODELS_SCHEMA);
    await source.query(
      'CREATE TABLE counts (key text PRIMARY KEY, n int NOT NULL, revision int NOT NULL); CREATE INDEX counts_n ON counts (n)',
    );
    store = new MemoryEventStore();
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  let ids = 0;
  const append = async (key: string, n: number, type = 'Counted') => {
    const metadata = {
      $correlationId: 'p',
      $causationId: 'c',
      commandId: 'x',
      fingerprint: 'f',
      actor: { id: 'a', role: 'R' },
      schemaVersion: 1,
      occurredAt: 'x',
    };
    const event: NewEvent = { id: String((ids += 1)), type, data: { key, n }, metadata };
    await store.append(`count-${key}`, (await store.readStream(`count-${key}`)).length - 1, [event]);
  };
  const rows = async () => source.query<{ key: string; n: number }[]>('SELECT key, n FROM counts ORDER BY key');
  const runWhile = async (run: (runner: ProjectionRunner) => Promise<void>, epoch = 1n, troubles: unknown[] = []) => {
    const runner = new ProjectionRunner([counts], store, source, (_name, error) => troubles.push(error));
    const stop = new AbortController();
    const running = runner.run(epoch, stop.signal);
    await run(runner);
    stop.abort();
    await running;
  };
  const catchUp = (epoch = 1n) =>
    runWhile(async (runner) => {
      expect(await runner.waitFor('counts', await store.head(), 10_000)).toBe(true);
    }, epoch);

  it('follow the feed, skip what they do not handle, and let a caller wait for its position', async () => {
    await append('a', 1);
    await append('a', 2, 'SomethingElse');
    await append('b', 5);
    await catchUp();
    expect(await rows()).toEqual([
      { key: 'a', n: 1 },
      { key: 'b', n: 5 },
    ]);
    await append('a', 3);
    const behind = new ProjectionRunner([counts], store, source);
    expect(await behind.waitFor('counts', 4n, 50)).toBe(false);
    await catchUp();
    expect(await rows()).toEqual([
      { key: 'a', n: 4 },
      { key: 'b', n: 5 },
    ]);
  });

  it('change nothing when every event is applied twice', async () => {
    for (const n of [1, 2, 3]) await append('a', n);
    await catchUp();
    const before = await rows();
    for (const event of await store.readAll(0n, 99)) await counts.apply(event, source.manager);
    expect(await rows()).toEqual(before);
  });

  it('keep rows and checkpoint together: a batch that fails leaves neither', async () => {
    await append('a', 1);
    await append('b', Number.MAX_SAFE_INTEGER); // beyond int: fails
    const troubles: unknown[] = [];
    await runWhile(
      async () => {
        while (troubles.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      },
      1n,
      troubles,
    );
    expect(await rows()).toEqual([]);
  });

  it('are fenced: an old epoch moves nothing', async () => {
    await append('a', 1);
    await catchUp(2n);
    await expect(moveCheckpoint(source.manager, 'counts', 1n, 2n, 1n)).rejects.toThrow(ProjectionFenced);
    await append('a', 5);
    await runWhile(() => Promise.resolve(), 1n); // returns: a newer epoch has the checkpoint
    expect(await rows()).toEqual([{ key: 'a', n: 1 }]);
  });

  it('are rebuilt to identical rows while they run, and rolled back', async () => {
    for (let i = 0; i < 30; i += 1) await append(`k${i % 7}`, i);
    await runWhile(async (runner) => {
      await runner.waitFor('counts', await store.head(), 10_000);
      const before = await rows();
      await source.query(`UPDATE counts SET n = 999 WHERE key = 'k0'`);
      const report = await rebuildProjection(counts, store, source);
      expect(report.tables).toEqual([{ table: 'counts', rowsBefore: 7, rowsAfter: 7, differing: 2 }]);
      expect(await rows()).toEqual(before);
      await append('k1', 1000);
      await runner.waitFor('counts', await store.head(), 10_000);
      expect(await rollBackRebuild(counts, source)).toBe(true);
      expect(await runner.waitFor('counts', await store.head(), 10_000)).toBe(true);
    });
    const damaged = await rows();
    expect(damaged[0]).toEqual({ key: 'k0', n: 999 });
    expect(damaged[1]?.n).toBeGreaterThanOrEqual(1000);
    expect(await rollBackRebuild(counts, source)).toBe(false);
    expect((await rebuildProjection(counts, store, source)).tables[0]?.differing).toBe(2);
    expect((await rebuildProjection(counts, store, source)).tables[0]?.differing).toBe(0);
    const indexes = await source.query<unknown[]>(
      `SELECT 1 FROM pg_indexes WHERE tablename = 'counts' AND schemaname = 'public'`,
    );
    expect(indexes).toHaveLength(2);
  });
});

describe('cursors', () => {
  it('survive the way to the caller and back, and nothing else passes', () => {
    expect(decodeCursor(encodeCursor('2025', '离心式'))).toEqual({ after: ['2025', '离心式'] });
    for (const text of [
      '',
      'x',
      '####',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('["a"]').toString('base64url'),
    ]) {
      expect(decodeCursor(text)).toBeUndefined();
    }
  });
  it('are given out only while there is more', () => {
    const page = (rows: string[]) =>
      pageOf(
        rows,
        2,
        (r) => [r, r],
        (r) => r,
      );
    expect(page(['a', 'b'])).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(page(['a', 'b', 'c'])).toEqual({ items: ['a', 'b'], nextCursor: encodeCursor('b', 'b') });
  });
});
