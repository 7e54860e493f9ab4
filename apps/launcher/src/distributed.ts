import path from 'node:path';
import { SERVICES, type ServiceName } from '@engsales/events';
import { kafkaClient, provisionTopics, withAdmin } from '@engsales/messaging';
import { embeddedKey } from '@engsales/http';
import { kafkaSettings, portVariables, readConfig } from '@engsales/service';
import { CHECKOUT, dataDirOf } from './data-dir.js';
import { openDatabase } from './database.js';
import { startKafka } from './kafka/kafka-server.js';
import { refuseTakenPort } from './ports.js';
import type { Replicas } from './replicas.js';
import { startServiceProcess, type ServiceProcess } from './service-process.js';

export interface DistributedSystem {
  /** service -> base URL of its first replica */
  readonly urls: Readonly<Record<string, string>>;
  readonly brokers: string;
  readonly databaseUrl: string;
  /** Every replica, with its URL. */
  readonly replicas: readonly { readonly name: ServiceName; readonly url: string }[];
  stop(): Promise<void>;
}

export interface DistributedOptions {
  readonly replicas: Replicas;
  readonly say: (line: string) => void;
  readonly onOutput: (text: string) => void;
}

/** A second replica listens ten ports higher, a third twenty. */
const REPLICA_STEP = 10;
const RESTART_MS = 2_000;
const STOP_MS = 20_000;

/** The distributed profile on one machine: five services, each a process, on Kafka and PostgreSQL. */
export async function startDistributed(
  env: NodeJS.ProcessEnv,
  options: DistributedOptions,
): Promise<DistributedSystem> {
  const { say } = options;
  const places = placesOf(env, options.replicas);
  for (const { port, variable } of places) await refuseTakenPort(port, env.HOST || '127.0.0.1', variable);
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const database = await openDatabase(env, say);
    closers.push(() => database.close());
    const brokers = await openBrokers(env, say, closers);
    const full = {
      ...env,
      DATABASE_URL: database.url,
      KAFKA_BROKERS: brokers,
      ENGSALES_LOCAL_KEYS: 'true',
      ENGSALES_DATA_DIR: dataDirOf(env),
    };
    await embeddedKey(path.join(dataDirOf(env), 'keys'));
    await provision(full, say);
    const replicas = await startServices(places, full, options, closers);
    const urls: Record<string, string> = {};
    for (const { name, url } of replicas) urls[name] ??= url;
    return { urls, brokers, databaseUrl: database.url, replicas, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

interface ReplicaPlace {
  readonly name: ServiceName;
  readonly port: number;
  readonly variable: string;
}

function placesOf(env: NodeJS.ProcessEnv, replicas: Replicas): ReplicaPlace[] {
  return portVariables().flatMap(({ service, name: variable, fallback }) => {
    const first = Number(env[variable] || fallback);
    const places = Array.from({ length: replicas[service] ?? 1 }, (_, i) => i * REPLICA_STEP);
    return places.map((step) => ({ name: service, variable, port: first === 0 ? 0 : first + step }));
  });
}

async function openBrokers(env: NodeJS.ProcessEnv, say: (line: string) => void, closers: (() => Promise<void>)[]) {
  if (env.KAFKA_BROKERS) return env.KAFKA_BROKERS;
  say('starting Kafka');
  const port = Number(env.KAFKA_PORT || 7092);
  const kafka = await startKafka({ checkout: CHECKOUT, dataDir: dataDirOf(env), port, say });
  if (kafka.takenOver) say(`a Kafka left behind is used on (port ${kafka.port})`);
  closers.push(() => kafka.stop());
  return kafka.brokers;
}

async function provision(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const settings = kafkaSettings(readConfig(SERVICES[0], env, false), 'engsales.provision');
  if (!settings) throw new Error('KAFKA_BROKERS is not set');
  const kafka = kafkaClient(settings, () => undefined);
  const { created, problems } = await withAdmin(kafka, (admin) => provisionTopics(admin, { retentionDays: -1 }));
  if (problems.length > 0) throw new Error(`the topics are not as they must be:\n  ${problems.join('\n  ')}`);
  say(created.length > 0 ? `${created.length} topics created` : 'topics are as they must be');
}

async function startServices(
  places: readonly ReplicaPlace[],
  env: NodeJS.ProcessEnv,
  { say, onOutput }: DistributedOptions,
  closers: (() => Promise<void>)[],
) {
  let stopping = false;
  const running = new Map<ReplicaPlace, ServiceProcess>();
  const begin = (place: ReplicaPlace): ServiceProcess => {
    const { name, port, variable } = place;
    const begun = startServiceProcess(name, { ...env, [variable]: String(port) }, onOutput);
    running.set(place, begun);
    void begun.ended.then((how) => {
      if (stopping) return;
      say(`${name} (port ${port}) ended with ${how}; it is started again`);
      setTimeout(() => void (stopping || begin(place)), RESTART_MS);
    });
    return begun;
  };
  closers.push(async () => {
    stopping = true;
    for (const { child } of running.values()) child.kill('SIGTERM');
    const late = setTimeout(() => running.forEach(({ child }) => child.kill('SIGKILL')), STOP_MS);
    await Promise.all([...running.values()].map(({ ended }) => ended));
    clearTimeout(late);
  });
  return Promise.all(
    places.map(async (place) => {
      const port = await begin(place).ready;
      say(`${place.name}: ready on port ${port}`);
      return { name: place.name, url: `http://${env.HOST || '127.0.0.1'}:${port}` };
    }),
  );
}
