import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../../../tools/testing/database.js';
import { TcpProxy } from '../../../../../tools/testing/tcp-proxy.js';
import { collect, eventStoreConformance, someEvent } from '../event-store.conformance.js';
import { NO_STREAM } from '../event-store.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { EVENT_STORE_SCHEMA, EVENT_STORE_SCHEMA_DOWN } from './schema.js';

async function makeStore() {
  const database = await freshDatabase();
  await database.pool().query(EVENT_STORE_SCHEMA);
  const store = storeOn(database);
  const dispose = async () => {
    await store.close();
    await database.drop();
  };
  return { store, database, dispose };
}

function storeOn(database: TestDatabase, append: Pool = database.pool({ max: 2 })): PostgresEventStore {
  return new PostgresEventStore({ append, read: database.pool(), feed: database.pool({ max: 1 }) });
}

eventStoreConformance('the PostgreSQL store', makeStore, { contiguous: true });

describe('the PostgreSQL store', () => {
  it('finds its own append when the reply was lost', async () => {
    const { store, database, dispose } = await makeStore();
    const url = new URL(database.url);
    const proxy = new TcpProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(await proxy.listen());
    const cut = storeOn(database, database.pool({ connectionString: url.toString(), max: 1 }));
    await cut.append('a-1', NO_STREAM, [someEvent()]);
    for (let i = 0; i < 20; i += 1) {
      proxy.loseReplies(1);
      expect(await cut.append('a-1', i, [someEvent({ i })])).toEqual({ revision: i + 1, position: BigInt(i + 2) });
    }
    expect(proxy.lost).toBe(20);
    expect(await store.readStream('a-1')).toHaveLength(21);
    await cut.close();
    await dispose();
    await proxy.close();
  });

  it('fails only the guilty append of a batch', async () => {
    const { store, dispose } = await makeStore();
    const append = (i: number) =>
      store.append(`s-${i}`, NO_STREAM, [i === 17 ? { ...someEvent(), type: 'a\0b' } : someEvent({ i })]);
    const outcomes = await Promise.allSettled(Array.from({ length: 61 }, (_, i) => append(i)));
    expect(outcomes.flatMap((o, i) => (o.status === 'rejected' ? [i] : []))).toEqual([17]);
    expect(await collect(store, 0n, 60)).toHaveLength(60);
    await dispose();
  });

  it('reports conflicts per append and leaves no hole in the positions', async () => {
    const { store, dispose } = await makeStore();
    const append = (i: number) => store.append(`s-${i}`, i % 3 === 0 ? 5 : NO_STREAM, [someEvent(), someEvent()]);
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, i) => append(i)));
    expect(outcomes.map((o) => o.status)).toEqual(outcomes.map((_, i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')));
    expect((await store.readAll(0n, 100)).map((e) => Number(e.position))).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    await dispose();
  });

  it('keeps every event of two processes on 20 hot streams, without gap, inversion or deadlock', async () => {
    const { store, database, dispose } = await makeStore();
    const script = path.join(__dirname, 'hot-streams.testing.cjs');
    const run = (seed: number) =>
      new Promise<number>((resolve, reject) => {
        const child = spawn(process.execPath, [script, database.url, String(seed)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let out = '';
        child.stdout.on('data', (chunk) => (out += String(chunk)));
        child.on('exit', (code) => (code === 0 ? resolve(Number(out)) : reject(new Error(`exit ${code}`))));
      });
    const [one, two] = await Promise.all([run(1), run(2)]);
    expect(one).toBeGreaterThan(0);
    expect(two).toBeGreaterThan(0);
    const all = await collect(store, 0n, one + two); // readFeed throws FeedGap on a hole
    expect(all).toHaveLength(one + two);
    const revisions = new Map<string, number>();
    for (const event of all) {
      expect(event.revision).toBe(revisions.get(event.stream) ?? 0);
      revisions.set(event.stream, event.revision + 1);
    }
    await dispose();
  });

  it('goes on delivering while a snapshot and a writing transaction are held open for 60 s', async () => {
    const { store, database, dispose } = await makeStore();
    const holder = await database.pool().connect();
    await holder.query('CREATE TABLE elsewhere (n int)');
    await holder.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await holder.query('INSERT INTO elsewhere VALUES (1)');
    await holder.query('SELECT count(*) FROM events');
    const end = Date.now() + 60_000;
    let appended = 0n;
    while (Date.now() < end) {
      const ends = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.append(`s-${appended}-${i}`, NO_STREAM, [someEvent()])),
      );
      const before = appended;
      appended += BigInt(ends.length);
      expect((await store.readAll(before, 100)).map((e) => e.position)).toHaveLength(20);
    }
    await holder.query('ROLLBACK');
    holder.release();
    expect(await store.head()).toBe(appended);
    await dispose();
  });

  it('undoes its schema', async () => {
    const { database, dispose } = await makeStore();
    await database.pool().query(EVENT_STORE_SCHEMA_DOWN);
    await database.pool().query(EVENT_STORE_SCHEMA);
    await dispose();
  });
});
