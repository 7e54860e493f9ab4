import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bare, createPartitioner, events, eventSourcing, median, messaging, pg, root, say, sleep } from './common.mjs';
import { metadata } from '../subjects/metadata.mjs';

const { EVENT_STORE_SCHEMA, NO_STREAM, PostgresEventStore } = eventSourcing;
const { contractVoided, topicOf, toWire } = events;
const sample = JSON.parse(
  readFileSync(path.join(root, 'libs/events/src/samples/contract.ContractVoided.v1.json'), 'utf8'),
);

/** Our relay from store to topic, and a bare producer that sends the same records in the same batches; events per second. */
export async function relayBesideProducer(system, databaseUrl, { rounds, relayEvents }) {
  const pool = (max) => new pg.Pool({ connectionString: databaseUrl, max });
  const pools = { append: pool(2), read: pool(4), feed: pool(2) };
  const work = pool(2);
  await work.query(
    EVENT_STORE_SCHEMA +
      messaging.MESSAGING_SCHEMA +
      messaging.MESSAGING_ON_KAFKA_SCHEMA +
      messaging.MESSAGING_UNTRUSTED_SCHEMA,
  );
  const store = new PostgresEventStore(pools);
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
    createPartitioner,
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
