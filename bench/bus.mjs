// npm run bench -- bus: our relay beside a bare kafkajs producer, and a signature's way to its production order beside a bare
// kafkajs round trip, on one Kafka and one PostgreSQL (fsync on), the services as processes of their own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launcher, events, median, pg, quantile, say, sleep } from './bus/common.mjs';
import { relayBesideProducer } from './bus/relay.mjs';
import { roundTrips, signing } from './bus/signing.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const relayEvents = Number(process.env.BENCH_RELAY_EVENTS ?? 30_000);
const idleSamples = Number(process.env.BENCH_IDLE_SAMPLES ?? 100);
const holdSamples = Number(process.env.BENCH_HOLD_SAMPLES ?? 400);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const CLIENTS = 24;
const show = (name, value, digits = 0) => console.log(`${name}=${value.toFixed(digits)}`);

/** One after another, beside nothing else. */
async function atIdle({ prepareMany, signToOrder }, trips) {
  const ready = await prepareMany(idleSamples);
  const figures = { order: [], trip: [] };
  for (const id of ready) {
    figures.order.push(await signToOrder(id));
    figures.trip.push(await trips.once());
  }
  return figures;
}

/** As many signatures as CLIENTS callers get through to their orders, per second. */
async function whatItHolds({ prepareMany, signToOrder }, count) {
  const ready = await prepareMany(count);
  const began = performance.now();
  const caller = async () => {
    for (let id = ready.pop(); id; id = ready.pop()) await signToOrder(id);
  };
  await Promise.all(Array.from({ length: CLIENTS }, caller));
  return count / ((performance.now() - began) / 1000);
}

/** At a steady rate, whatever is still under way; round trips one after another beside it. */
async function atRate({ prepareMany, signToOrder }, trips, perSecond) {
  const ready = await prepareMany(Math.ceil(perSecond * seconds));
  const figures = { order: [], trip: [] };
  let loading = true;
  const beside = (async () => {
    while (loading) {
      figures.trip.push(await trips.once());
      await sleep(10);
    }
  })();
  const began = performance.now();
  const under = ready.map(async (id, i) => {
    const due = began + (i * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    figures.order.push(await signToOrder(id, due));
  });
  await Promise.all(under);
  loading = false;
  await beside;
  return figures;
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'engsales-bench-'));
chmodSync(dataDir, 0o755);
const ports = Object.fromEntries(events.SERVICES.map((name) => [`${name.toUpperCase()}_PORT`, '0']));
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LOG_LEVEL: 'error',
  ...ports,
  POSTGRES_PORT: '0',
  KAFKA_PORT: '0',
  RATE_LIMIT_PER_MINUTE: '0',
  ENGSALES_DATA_DIR: dataDir,
};
const system = await launcher.startDistributed(env, {
  replicas: {},
  say,
  onOutput: (text) => process.stderr.write(text),
});
try {
  const databaseNamed = (name) => Object.assign(new URL(system.databaseUrl), { pathname: `/${name}` }).toString();
  const admin = new pg.Client({ connectionString: databaseNamed('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE bench_relay');
  await admin.end();
  const relay = await relayBesideProducer(system, databaseNamed('bench_relay'), { rounds, relayEvents });
  const signer = await signing(system, path.join(dataDir, 'keys'));
  const trips = await roundTrips(system.brokers);
  await whatItHolds(signer, holdSamples); // warm
  const results = { idle: [], load: [] };
  const held = [];
  for (let round = 1; round <= rounds; round += 1) {
    held.push(await whatItHolds(signer, holdSamples));
    const idle = await atIdle(signer, trips);
    const load = await atRate(signer, trips, median(held) / 2);
    for (const [name, { order, trip }] of Object.entries({ idle, load })) {
      results[name].push({
        order50: median(order),
        order99: quantile(order, 0.99),
        trip50: median(trip),
        trip99: quantile(trip, 0.99),
      });
      say(
        `round ${round}, ${name}: order p50 ${median(order).toFixed(1)} p99 ${quantile(order, 0.99).toFixed(1)}, round trip p50 ${median(trip).toFixed(1)} p99 ${quantile(trip, 0.99).toFixed(1)} ms`,
      );
    }
    say(`round ${round}: holds ${held.at(-1).toFixed(0)} signatures/s`);
  }
  await trips.close();
  show('relay_events_per_s', relay.relay);
  show('producer_events_per_s', relay.producer);
  show('relay_vs_producer', relay.relay / relay.producer, 2);
  show('holds_signatures_per_s', median(held));
  show('steady_rate_per_s', median(held) / 2, 1);
  const of = (name, field) => median(results[name].map((round) => round[field]));
  for (const name of ['idle', 'load']) {
    for (const field of ['order50', 'order99', 'trip50', 'trip99']) show(`${name}_${field}_ms`, of(name, field), 1);
  }
  const worse = (order, trip) => Math.max(...['idle', 'load'].map((name) => of(name, order) / of(name, trip)));
  show('sign_to_order_p50_vs_round_trip', worse('order50', 'trip50'), 2);
  show('sign_to_order_p99_vs_round_trip', worse('order99', 'trip99'), 2);
  console.log(`# ${rounds} interleaved rounds, medians; the worse of idle and steady rate counts`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await system.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
