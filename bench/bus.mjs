// npm run bench -- bus: our relay beside a bare kafkajs producer, and a signature's way to its production order beside a bare
// kafkajs round trip, on one Kafka and one PostgreSQL (fsync on), the services as processes of their own.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const fromRoot = createRequire(path.join(root, 'package.json'));
const { EVENT_STORE_SCHEMA, namedId, NO_STREAM, PostgresEventStore } = require('../libs/event-sourcing/dist/index.js');
const { contractVoided, SERVICES, topicOf, toWire } = require('../libs/events/dist/index.js');
const messaging = require('../libs/messaging/dist/index.js');
const { embeddedKey, signToken } = require('../libs/service/dist/index.js');
const { fixtureP1, startDistributed } = require('../deploy/dist/index.js');
const pg = fromRoot('pg');
const { Kafka, logLevel, Partitioners } = fromRoot('kafkajs');

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const relayEvents = Number(process.env.BENCH_RELAY_EVENTS ?? 30_000);
const idleSamples = Number(process.env.BENCH_IDLE_SAMPLES ?? 100);
const holdSamples = Number(process.env.BENCH_HOLD_SAMPLES ?? 400);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const CLIENTS = 24;

const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const median = (values) => quantile(values, 0.5);
const show = (name, value, digits = 0) => console.log(`${name}=${value.toFixed(digits)}`);
const say = (text) => console.error(text);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const sample = JSON.parse(
  readFileSync(path.join(root, 'libs/events/src/samples/contract.ContractVoided.v1.json'), 'utf8'),
);

/** Bare kafkajs, as its documentation shows it; acks of all replicas, one request at a time, as the relay sends. */
const bare = (brokers) => new Kafka({ clientId: 'bench', brokers: [brokers], logLevel: logLevel.NOTHING });

async function relayBench(system, databaseUrl) {
  const pool = (max) => new pg.Pool({ connectionString: databaseUrl, max });
  const pools = { append: pool(2), read: pool(4), feed: pool(2) };
  const work = pool(2);
  await work.query(EVENT_STORE_SCHEMA + messaging.MESSAGING_SCHEMA + messaging.MESSAGING_ON_KAFKA_SCHEMA);
  const store = new PostgresEventStore(pools);
  const metadata = () => ({
    $correlationId: randomUUID(),
    $causationId: randomUUID(),
    commandId: randomUUID(),
    fingerprint: 'f'.repeat(64),
    actor: { id: 'li-na', role: 'SALES' },
    schemaVersion: 1,
    occurredAt: '2026-01-02T03:04:05.678Z',
    projectId: randomUUID(),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  let left = relayEvents;
  const writer = async () => {
    while (left > 0) {
      const count = Math.min(10, left);
      left -= count;
      const events = Array.from({ length: count }, () => ({
        id: randomUUID(),
        type: 'Voided',
        data: sample,
        metadata: metadata(),
      }));
      await store.append(`bench-${randomUUID()}`, NO_STREAM, events);
    }
  };
  await Promise.all(Array.from({ length: 64 }, writer));

  const feed = messaging.publishedFeed('aftersales', store, (event) => messaging.publish(contractVoided, event.data));
  const checkpoints = new messaging.Checkpoints(work);
  const sender = new messaging.KafkaSender(
    messaging.kafkaClient({ brokers: [system.brokers], clientId: 'bench', sessionTimeoutMs: 30_000 }, () => undefined),
  );
  const relay = new messaging.Relay('aftersales', feed, checkpoints, {
    send: sender.send.bind(sender),
    ready: () => Promise.resolve(),
    onTrouble: say,
    failpoint: () => undefined,
  });
  const messages = [];
  const all = new AbortController();
  for await (const batch of feed.read(0n, { signal: all.signal, batchSize: 1000 })) {
    messages.push(...batch.messages.map(toWire));
    if (messages.length >= relayEvents) break;
  }
  const producer = bare(system.brokers).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  const topic = topicOf('aftersales');

  const bareRate = async () => {
    const began = performance.now();
    for (let at = 0; at < messages.length; at += 500)
      await producer.send({ topic, acks: -1, messages: messages.slice(at, at + 500) });
    return messages.length / ((performance.now() - began) / 1000);
  };
  let epoch = 0n;
  const relayRate = async () => {
    await checkpoints.rewind('relay', 'aftersales', 0n);
    const stop = new AbortController();
    const began = performance.now();
    const running = relay.run((epoch += 1n), stop.signal);
    const head = await store.head();
    while ((await relay.position()) < head) await sleep(5);
    const rate = messages.length / ((performance.now() - began) / 1000);
    stop.abort();
    await running;
    return rate;
  };
  await bareRate();
  await relayRate();
  const figures = { relay: [], producer: [] };
  for (let round = 1; round <= rounds + 2; round += 1) {
    figures.producer.push(await bareRate());
    figures.relay.push(await relayRate());
    say(
      `relay round ${round}: relay ${figures.relay.at(-1).toFixed(0)}/s, producer ${figures.producer.at(-1).toFixed(0)}/s`,
    );
  }
  await producer.disconnect();
  await sender.close();
  await store.close();
  await Promise.all([...Object.values(pools), work].map((p) => p.end()));
  return { relay: median(figures.relay), producer: median(figures.producer) };
}

/** Produces one record and waits until a consumer of the same process has it. */
async function roundTrips(brokers) {
  const kafka = bare(brokers);
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  const waiting = new Map();
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topicOf('lead')], fromBeginning: true });
  let joined;
  const ready = new Promise((resolve) => (joined = resolve));
  consumer.on(consumer.events.GROUP_JOIN, () => joined());
  await consumer.run({
    eachMessage: async ({ message }) => {
      waiting.get(message.key.toString())?.();
      waiting.delete(message.key.toString());
    },
  });
  await ready;
  const value = JSON.stringify({ note: 'x'.repeat(588) });
  const once = async () => {
    const key = randomUUID();
    const began = performance.now();
    const seen = new Promise((resolve) => waiting.set(key, resolve));
    await producer.send({ topic: topicOf('lead'), acks: -1, messages: [{ key, value }] });
    await seen;
    return performance.now() - began;
  };
  for (let i = 0; i < 20; i += 1) await once();
  const close = () => Promise.all([producer.disconnect(), consumer.disconnect()]);
  return { once, close };
}

async function people(keysDir) {
  const key = await embeddedKey(keysDir);
  const token = (id, role) => signToken(key, { id, name: id, roles: [role] }, 4);
  return {
    SALES: await token('E1001', 'SALES'),
    COMPANY_LEADER: await token('E0001', 'COMPANY_LEADER'),
    COMMERCE: await token('E2003', 'COMMERCE'),
  };
}

async function signing(system, keysDir) {
  const tokens = await people(keysDir);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const document = {
    ...fixtureP1((date) => date.replace(/^20\d\d/, (year) => String(Number(year) + 3))),
    salespersonId: 'E1001',
    merchandiserId: 'E3007',
  };
  const lines = document.lines.filter((line) => line.fulfilment !== 'SERVICE');
  const contracts = `${system.urls.contract}/api/v1/contracts`;
  const post = async (role, url, body) => {
    const answer = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${tokens[role]}`, 'content-type': 'application/json' },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
  const prepare = async () => {
    const { id } = await post('SALES', contracts, document);
    await post('SALES', `${contracts}/${id}/submit-for-approval`, {});
    await post('COMPANY_LEADER', `${contracts}/${id}/approve-contract`, {});
    return id;
  };
  const prepareMany = async (count) => {
    const ready = [];
    let left = count;
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        ready.push(await prepare());
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return ready;
  };
  const headers = { authorization: `Bearer ${tokens.SALES}` };
  /** From the request to sign until the last of its production orders can be read; ms. */
  const signToOrder = async (id, began = performance.now()) => {
    await post('COMMERCE', `${contracts}/${id}/sign-contract`, {
      contractNo: `B-${randomUUID()}`,
      signedOn: today,
      signatories: [
        { side: 'OURS', personRef: 'p-1' },
        { side: 'THEIRS', personRef: 'p-2' },
      ],
      scanRef: 'scan',
    });
    const order = `${system.urls.production}/api/v1/production-orders/${namedId(`${id}:${lines.at(-1).lineId}`)}`;
    for (;;) {
      const answer = await fetch(order, { headers });
      await answer.arrayBuffer();
      if (answer.ok) return performance.now() - began;
      if (answer.status !== 404) throw new Error(`${order} answered ${answer.status}`);
      await sleep(1);
    }
  };
  return { prepareMany, signToOrder };
}

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
const ports = Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_PORT`, '0']));
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
const system = await startDistributed(env, { replicas: {}, say, onOutput: (text) => process.stderr.write(text) });
try {
  const databaseNamed = (name) => Object.assign(new URL(system.databaseUrl), { pathname: `/${name}` }).toString();
  const admin = new pg.Client({ connectionString: databaseNamed('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE bench_relay');
  await admin.end();
  const relay = await relayBench(system, databaseNamed('bench_relay'));
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
