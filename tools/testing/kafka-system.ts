import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServiceProcess, type ServiceProcess } from '@engsales/launcher';
import { topicOf, type ServiceName } from '@engsales/events';
import { freshDatabase, type TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import { testBroker, type TestBroker } from './kafka.js';
import { SystemClient, type Service } from './system-client.js';

export interface Replica {
  readonly name: ServiceName;
  readonly process: ServiceProcess;
  readonly port: number;
  output: string;
}

/** Services as processes of their own on one real broker; a test may stop, kill, freeze and add each. */
export class KafkaSystem extends SystemClient {
  readonly replicas: Replica[] = [];

  private constructor(
    dataDir: string,
    readonly broker: TestBroker,
    readonly database: TestDatabase,
    private readonly brokers: string,
  ) {
    super(dataDir);
  }

  static async start(services: readonly ServiceName[], broker?: TestBroker, brokers?: string): Promise<KafkaSystem> {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-kafka-system-'));
    fs.chmodSync(dataDir, 0o755);
    const at = broker ?? (await testBroker());
    const system = new KafkaSystem(dataDir, at, await freshDatabase(), brokers ?? at.brokers);
    // one after another: two replicas that make the embedded key at once would be fine, a test that fails there would not
    for (const service of services) await system.add(service);
    return system;
  }

  /** The first replica that runs. */
  portOf(service: Service): number | undefined {
    return this.running(service)[0]?.port;
  }

  running(service: ServiceName): Replica[] {
    return this.replicas.filter(
      ({ name, process }) => name === service && process.child.exitCode === null && !process.child.signalCode,
    );
  }

  async add(name: ServiceName, extra: NodeJS.ProcessEnv = {}): Promise<Replica> {
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_LEVEL: 'error',
      LEASE_SECONDS: '2',
      RATE_LIMIT_PER_MINUTE: '0',
      ENGSALES_LOCAL_KEYS: 'true',
      ENGSALES_DATA_DIR: this.dataDir,
      DATABASE_URL: this.database.url,
      DATABASE_LAYOUT: 'schema',
      KAFKA_BROKERS: this.brokers,
      KAFKA_SESSION_SECONDS: '6',
      [`${name.toUpperCase()}_PORT`]: '0',
      ...extra,
    };
    let output = '';
    const begun = startServiceProcess(name, env, (text) => (output += text));
    const port = await begun.ready;
    const replica = {
      name,
      process: begun,
      port,
      get output() {
        return output;
      },
    };
    this.replicas.push(replica);
    return replica;
  }

  async end(replica: Replica, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    replica.process.child.kill(signal);
    await replica.process.ended;
  }

  /** Asked at one replica, not at whichever comes first. */
  async health(replica: Replica): Promise<{ status: number; kafka: { state?: string; status?: string } }> {
    const answer = await fetch(`http://127.0.0.1:${replica.port}/health/ready`);
    const body = (await answer.json()) as { details: { kafka: { state?: string; status?: string } } };
    return { status: answer.status, kafka: body.details.kafka };
  }

  /** Everything of a topic, in the order of each partition. */
  async recordsOf(topic: string): Promise<{ key: string; headers: Record<string, string>; value: string | null }[]> {
    const kafka = this.broker.client();
    const consumer = kafka.consumer({ groupId: `reader-${Date.now()}-${Math.random()}` });
    const admin = kafka.admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.disconnect();
    const total = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    const records: { key: string; headers: Record<string, string>; value: string | null }[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        const headers = Object.fromEntries(Object.entries(message.headers ?? {}).map(([k, v]) => [k, String(v)]));
        records.push({ key: String(message.key), headers, value: message.value?.toString() ?? null });
        return Promise.resolve();
      },
    });
    await eventually(async () => Promise.resolve(records.length >= total), `${total} records of ${topic}`);
    await consumer.disconnect();
    return records;
  }

  /** Per aggregate, duplicates dropped as consumers drop them: increasing, and nothing that is new comes too late. */
  async expectOrderOnTopic(service: ServiceName): Promise<Map<string, number[]>> {
    const seen = new Map<string, number[]>();
    for (const { headers } of await this.recordsOf(topicOf(service))) {
      const { ce_subject: subject = '', ce_sequence: sequence } = headers;
      if (!/^\d+$/.test(sequence ?? '')) continue;
      const sequences = seen.get(subject) ?? [];
      seen.set(subject, sequences);
      if (Number(sequence) > (sequences.at(-1) ?? -1)) sequences.push(Number(sequence));
      else expect(sequences).toContain(Number(sequence));
    }
    return seen;
  }

  async dispose(): Promise<void> {
    for (const {
      process: { child },
    } of this.replicas)
      child.kill('SIGCONT');
    const live = this.replicas.filter(({ process: { child } }) => child.exitCode === null && !child.signalCode);
    await Promise.all(live.map((replica) => this.end(replica, 'SIGTERM')));
    await this.broker.stop();
    await this.database.drop();
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }
}
