import { toWire, type PublicMessage } from '@engsales/events';
import { randomUUID } from 'node:crypto';
import { freshDatabase } from '../../../../tools/testing/database.js';
import { testBroker, type TestBroker } from '../../../../tools/testing/kafka.js';
import type { Said } from '../bus/bus-under-test.js';
import { messageBusContract } from '../bus/message-bus.contract.js';
import { MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_SCHEMA } from '../schema.js';
import { KafkaBus } from './kafka-bus.js';
import { withAdmin } from './kafka-client.js';
import { KafkaLink } from './kafka-link.js';
import { KafkaSender } from './kafka-sender.js';
import { PartitionCheckpoints } from './partition-checkpoints.js';

let broker: TestBroker;
beforeAll(async () => (broker = await testBroker({ provision: false })));
afterAll(() => broker.stop());

async function makeBus() {
  const database = await freshDatabase();
  await database.pool().query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA);
  const topic = `test.${randomUUID().slice(0, 8)}`;
  const kafka = broker.client();
  const plan = { topic, partitions: 12, retentionDays: -1 };
  const configEntries = [
    { name: 'max.message.bytes', value: '2097152' },
    { name: 'retention.ms', value: '-1' },
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
        sessionTimeoutMs: 10_000,
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

messageBusContract('the Kafka bus', makeBus, { dividesAmongReplicas: true });
