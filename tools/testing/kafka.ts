import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startKafka, type KafkaOptions, type KafkaServer } from '@engsales/launcher/kafka/kafka-server';
import { kafkaClient, provisionTopics, withAdmin } from '@engsales/messaging';
import type { Kafka } from 'kafkajs';

export interface TestBroker {
  readonly brokers: string;
  readonly server: KafkaServer;
  client(brokers?: string): Kafka;
  /** kill -9, then the same broker on the same port and data. */
  killAndRestart(whileDown?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** A broker for one suite: topics and groups have fixed names, so suites do not share one. */
export async function testBroker(options: Partial<KafkaOptions> & { provision?: boolean } = {}): Promise<TestBroker> {
  const { provision = true, ...given } = options;
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-kafka-'));
  const checkout = path.resolve(__dirname, '../..');
  const start = (port: number) => startKafka({ checkout, dataDir, say: () => undefined, ...given, port });
  let server = await start(given.port ?? 0);
  const { brokers } = server;
  const client = (at = brokers) =>
    kafkaClient(
      { brokers: [at], clientId: `test-${randomBytes(3).toString('hex')}`, sessionTimeoutMs: 10_000 },
      () => undefined,
    );
  if (provision) await withAdmin(client(), (admin) => provisionTopics(admin, { retentionDays: -1 }));
  return {
    brokers,
    client,
    get server() {
      return server;
    },
    killAndRestart: async (whileDown = () => Promise.resolve()) => {
      process.kill(server.pid, 'SIGKILL');
      try {
        await whileDown();
      } finally {
        server = await start(server.port);
      }
    },
    stop: async () => {
      await server.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
