// npm run bench -- store: our PostgreSQL store beside emmett-postgresql and pgbench, on one embedded PostgreSQL with fsync on.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { metadata } from './subjects/metadata.mjs';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const { EVENT_STORE_SCHEMA, NO_STREAM, PostgresEventStore } = require('../libs/event-sourcing/dist/index.js');
const { startPostgres } = require('../apps/launcher/dist/index.js');
const pg = createRequire(path.join(root, 'package.json'))('pg');
const { getPostgreSQLEventStore } = require('@event-driven-io/emmett-postgresql');

const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const feedEvents = Number(process.env.BENCH_FEED_EVENTS ?? 100_000);

const payload = { note: 'x'.repeat(300 - '{"note":""}'.length) };

/** Appends per second of `writers` loops, each awaiting its own append. */
async function throughput(writers, append, duration = seconds) {
  const end = performance.now() + duration * 1000;
  let done = 0;
  const loop = async () => {
    while (performance.now() < end) {
      await append();
      done += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, loop));
  return done / ((performance.now() - began) / 1000);
}

async function ours(server) {
  const pool = (max) => new pg.Pool({ connectionString: server.url('bench_ours'), max });
  const pools = { append: pool(2), read: pool(4), feed: pool(1) };
  await pools.append.query(EVENT_STORE_SCHEMA);
  const store = new PostgresEventStore(pools);
  const append = () =>
    store.append(`bench-${randomUUID()}`, NO_STREAM, [
      { id: randomUUID(), type: 'BenchRecorded', data: payload, metadata: metadata() },
    ]);
  const close = async () => {
    await store.close();
    await Promise.all(Object.values(pools).map((p) => p.end()));
  };
  return { store, append, close };
}

async function emmett(server) {
  const store = getPostgreSQLEventStore(server.url('bench_emmett'), {
    schema: { autoMigration: 'CreateOrUpdate' },
  });
  await store.schema?.migrate?.();
  const append = () =>
    store.appendToStream(`bench-${randomUUID()}`, [{ type: 'BenchRecorded', data: payload, metadata: metadata() }], {
      expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
    });
  return { append, close: () => store.close() };
}

const PEER_TABLE = `CREATE TABLE events (position bigserial PRIMARY KEY, revision integer NOT NULL, recorded_at timestamptz NOT NULL,
  event_id uuid NOT NULL, stream text NOT NULL, type text NOT NULL, data json NOT NULL, meta json NOT NULL, UNIQUE (stream, revision))`;
const insertSql = (stream) =>
  `INSERT INTO events (revision, recorded_at, event_id, stream, type, data, meta) VALUES (0, clock_timestamp(), gen_random_uuid(), ${stream}, 'BenchRecorded', '${JSON.stringify(payload)}', '${JSON.stringify(metadata())}')`;

function pgbenchBinary() {
  const found = spawnSync('which', ['pgbench'], { encoding: 'utf8' }).stdout.trim();
  if (found) return found;
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((v) => path.join(base, v, 'bin/pgbench')).find(existsSync);
}

/** One-row insert transactions by 64 clients: pgbench where the machine has it, else 64 pg connections. */
async function peerInserts(server, scratch) {
  const admin = new pg.Client({ connectionString: server.url('bench_pgbench') });
  await admin.connect();
  await admin.query(PEER_TABLE);
  await admin.end();
  const binary = pgbenchBinary();
  if (binary) {
    const script = path.join(scratch, 'insert.sql');
    writeFileSync(script, `${insertSql("'bench-' || gen_random_uuid()")};\n`);
    const args = [
      '-n',
      '-c',
      '64',
      '-j',
      '2',
      '-T',
      String(seconds),
      '-M',
      'prepared',
      '-f',
      script,
      server.url('bench_pgbench'),
    ];
    const run = () =>
      Number(
        /tps = ([\d.]+)/.exec(
          execFileSync(binary, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        )?.[1],
      );
    return { tool: binary, run, close: async () => undefined };
  }
  const pool = new pg.Pool({ connectionString: server.url('bench_pgbench'), max: 64 });
  const query = { name: 'insert', text: insertSql("'bench-' || gen_random_uuid()") };
  return { tool: '64 pg connections', run: () => throughput(64, () => pool.query(query)), close: () => pool.end() };
}

/** One writer each, in turns of half a second, so that a slow spell of the disk meets both. */
async function inTurns(...appends) {
  const turns = Math.max(1, seconds * 2);
  const sums = appends.map(() => 0);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, append] of appends.entries()) sums[index] += await throughput(1, append, 0.5);
  }
  return sums.map((sum) => sum / turns);
}

async function feedRate(store) {
  let seen = 0;
  const stop = new AbortController();
  const began = performance.now();
  for await (const batch of store.subscribe(0n, { signal: stop.signal, batchSize: 1000 })) {
    seen += batch.events.length;
    if (seen >= feedEvents) break;
  }
  stop.abort();
  return seen / ((performance.now() - began) / 1000);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const show = (name, value, digits = 0) => console.log(`${name}=${value.toFixed(digits)}`);

const scratch = mkdtempSync(path.join(os.tmpdir(), 'engsales-bench-'));
chmodSync(scratch, 0o755);
const server = await startPostgres({ checkout: root, dataDir: scratch, port: 0, durable: true, say: console.error });
try {
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  admin.on('error', () => undefined);
  await admin.connect();
  for (const name of ['bench_ours', 'bench_emmett', 'bench_pgbench']) await admin.query(`CREATE DATABASE ${name}`);
  const [our, emm, peer] = [await ours(server), await emmett(server), await peerInserts(server, scratch)];
  await Promise.all([throughput(8, our.append), throughput(8, emm.append)]);
  const figures = { ours64: [], emmett64: [], pgbench64: [], ours1: [], emmett1: [], feed: [] };
  const measure = {
    ours64: () => throughput(64, our.append),
    emmett64: () => throughput(64, emm.append),
    pgbench64: () => peer.run(),
  };
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(measure)) {
      await admin.query('CHECKPOINT');
      figures[name].push(await run());
    }
    await admin.query('CHECKPOINT');
    const [ours1, emmett1] = await inTurns(our.append, emm.append);
    figures.ours1.push(ours1);
    figures.emmett1.push(emmett1);
    console.error(
      `round ${round} of ${rounds}: ${Object.entries(figures)
        .map(([n, v]) => `${n} ${v.at(-1)?.toFixed(0) ?? '-'}`)
        .join(', ')}`,
    );
  }
  while ((await our.store.head()) < BigInt(feedEvents)) await throughput(64, our.append);
  for (let round = 1; round <= rounds; round += 1) figures.feed.push(await feedRate(our.store));
  show('append64_per_s', median(figures.ours64));
  show('append64_emmett_per_s', median(figures.emmett64));
  show('append64_pgbench_per_s', median(figures.pgbench64));
  show('append1_per_s', median(figures.ours1));
  show('append1_emmett_per_s', median(figures.emmett1));
  show('append64_vs_emmett', median(figures.ours64) / median(figures.emmett64), 2);
  show('append64_vs_pgbench', median(figures.ours64) / median(figures.pgbench64), 2);
  show('append1_vs_emmett', median(figures.ours1) / median(figures.emmett1), 2);
  show('feed_events_per_s', median(figures.feed));
  console.log(`# ${rounds} interleaved rounds of ${seconds} s, medians; inserts by ${peer.tool}`);
  await Promise.all([our.close(), emm.close(), peer.close()]);
  // pg's pool.end() resolves before its sockets are closed; a server that stops meanwhile would end them with an error
  const open = `SELECT 1 FROM pg_stat_activity WHERE datname LIKE 'bench_%'`;
  while ((await admin.query(open)).rowCount > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await admin.end();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
