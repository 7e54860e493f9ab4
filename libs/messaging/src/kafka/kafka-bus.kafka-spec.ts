import { toWire, type PublicMessage } from '@engsales/events';
import { randomUUID } from 'node:crypto';
import { freshDatabase } from '../../../../tools/testing/database.js';
import { eventually } from '../../../../tools/testing/eventually.js';
import { testBroker, type TestBroker } from '../../../../tools/testing/kafka.js';
import type { Said } from '../bus/bus-under-test.js';
import { messageBusConformance } from '../bus/message-bus.conformance.js';
import { skippingConformance } from '../bus/skipping.conformance.js';
import { MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_SCHEMA, MESSAGING_UNTRUSTED_SCHEMA } from '../schema.js';
import { KafkaBus } from './kafka-bus.js';
import { withAdmin } from './kafka-client.js';
import { KafkaLink } from './kafka-link.js';
import { KafkaSender } from './kafka-sender.js';
import { PartitionCheckpoints } from './partition-checkpoints.js';

let broker: TestBroker;
beforeAll(async () => (broker = await testBroker({ provision: false })));
afterAll(() => broker.stop());

async function makeBus(sessionTimeoutMs = 10_000) {
  const database = await freshDatabase();
  await database.pool().query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA + MESSAGING_UNTRUSTED_SCHEMA);
  const topic = `test.${randomUUID().slice(0, 8)}`;
  const kafka = broker.client();
  const plan = { topic, partitions: 12, retentionDays: -1 };
  const configEntries = [
    { name: 'max.message.bytes', value: '2097152' },
    { name: 'retention.ms', value: '-1' },
    { name: 'compression.type', value: 'uncompressed' },
  ];
  await withAdmin(kafka, (admin) =>
    admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 12, configEntries }] }),
  );
  const sender = new KafkaSender(kafka);
  const sequences = new Map<string, number>();
  let position = 0;
  const messageOf = ({ subject, projectId = subject, data }: Said): PublicMessage => {
    const sequence = sequences.get(subject) ?? 0;
    sequences.set(subject, sequence + 1);
    return {
      id: randomUUID(),
      type: 'contract.ContractVoided',
      source: 'contract',
      subject,
      time: '2025-03-10T01:00:00.000Z',
      version: 1,
      projectId,
      correlationId: projectId,
      causationId: 'c',
      sequence,
      position: `contract.${(position += 1)}`,
      data,
    };
  };
  const links: AbortController[] = [];
  return {
    another: () => {
      const link = new KafkaLink(kafka, [plan], () => undefined);
      const stop = new AbortController();
      links.push(stop);
      void link.watch(stop.signal);
      return new KafkaBus(broker.client(), link, new PartitionCheckpoints(database.pool()), {
        sessionTimeoutMs,
        topicOf: () => topic,
        groupPrefix: topic,
        isTransient: () => true,
        onTrouble: () => undefined,
        onLost: (_group, _source, partition, from) => {
          throw new Error(`records lost on ${partition} from ${from}`);
        },
      });
    },
    publish: async (...said: readonly Said[]) => {
      for (const each of said.map(messageOf).map(toWire)) await sender.send(topic, [each]);
    },
    dispose: async () => {
      links.forEach((link) => link.abort());
      await sender.close();
      await database.drop();
    },
  };
}

skippingConformance('the Kafka bus', () => makeBus());
messageBusConformance('the Kafka bus', () => makeBus(), { dividesAmongReplicas: true });

describe('the Kafka bus', () => {
  it('keeps its membership while a handler takes longer than the session, and holds up no other partition', async () => {
    const bus = await makeBus(6_000);
    const stop = new AbortController();
    const handled: string[] = [];
    const running = bus.another().subscribe({
      group: 'slow',
      source: 'contract',
      epoch: 0n,
      signal: stop.signal,
      deliver: async (batch) => {
        const slow = batch.some(({ subject }) => subject === 'slow');
        if (slow) await new Promise((resolve) => setTimeout(resolve, 9_000));
        handled.push(...batch.map(({ subject }) => subject));
      },
    });
    await bus.publish({ subject: 'slow', data: 1 });
    for (let i = 0; i < 20; i += 1) await bus.publish({ subject: `quick-${i}`, data: i });
    await eventually(async () => Promise.resolve(handled.includes('slow')), 'the slow one');
    stop.abort();
    await running;
    // all that were in other partitions went ahead of it, and nothing came twice
    expect(handled.indexOf('slow')).toBeGreaterThan(10);
    expect(new Set(handled).size).toBe(handled.length);
    await bus.dispose();
  });
});
