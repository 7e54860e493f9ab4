import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort, refuseTakenPort } from '../ports.js';
import { kafkaJars } from './kafka-jars.js';

export interface KafkaOptions {
  readonly checkout: string;
  /** Keeps the broker in `kafka/`: its log directories, server.properties, server.log. */
  readonly dataDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly say: (line: string) => void;
  /** Further properties, for tests: a listener with TLS and SASL, for example. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Further arguments of the storage format, for tests: SCRAM users. */
  readonly format?: readonly string[];
}

export interface KafkaServer {
  readonly port: number;
  /** What KAFKA_BROKERS takes. */
  readonly brokers: string;
  readonly pid: number;
  /** True when a broker left behind by a killed launcher was found running and is used on. */
  readonly takenOver: boolean;
  stop(): Promise<void>;
  untilEnded(): Promise<void>;
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

const HEAP = ['-Xms256m', '-Xmx512m', '-XX:TieredStopAtLevel=1'];
const START_MS = 60_000;

/** Apache Kafka, one node that is broker and controller, on 127.0.0.1 only. Resolves when it accepts connections. */
export async function startKafka(options: KafkaOptions): Promise<KafkaServer> {
  const home = path.join(options.dataDir, 'kafka');
  const left = runningIn(home);
  const broker = left ?? (await launch(options, home));
  const stop = () => end(broker.pid, home);
  try {
    await untilReachable(broker, home);
  } catch (error) {
    await stop();
    throw error;
  }
  const untilEnded = async () => {
    while (isAlive(broker.pid)) await new Promise((resolve) => setTimeout(resolve, 500));
  };
  return { ...broker, brokers: `127.0.0.1:${broker.port}`, takenOver: left !== undefined, stop, untilEnded };
}

async function launch(options: KafkaOptions, home: string): Promise<Running> {
  const jars = path.join(kafkaJars(options.checkout, options.say), '*');
  const port = options.port === 0 ? await freePort() : options.port;
  await refuseTakenPort(port, '127.0.0.1', 'KAFKA_PORT');
  mkdirSync(home, { recursive: true });
  const settings = path.join(home, 'server.properties');
  const properties = { ...brokerProperties(home, port, await freePort()), ...options.properties };
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
  rmSync(settings, { force: true }); // its rights are given when it is made
  writeFileSync(settings, `${lines.join('\n')}\n`, { mode: 0o600 });
  if (!existsSync(path.join(home, 'data', 'meta.properties'))) format(jars, settings, options);
  const logging = path.join(options.checkout, 'deploy/kafka/log4j2.properties');
  const flags = [`-Dlog4j2.configurationFile=${logging}`, `-Dengsales.log=${path.join(home, 'server.log')}`];
  const sink = openSync(path.join(home, 'console.log'), 'w');
  // a process group of its own: Ctrl-C reaches the launcher, which stops the broker after its clients
  const child = spawn('java', [...HEAP, ...flags, '-cp', jars, 'kafka.Kafka', settings], {
    detached: true,
    stdio: ['ignore', sink, sink],
  });
  closeSync(sink);
  child.unref();
  if (child.pid === undefined) throw new Error('java could not be started');
  writeFileSync(pidFile(home), JSON.stringify({ pid: child.pid, port } satisfies Running));
  return { pid: child.pid, port };
}

/** What our broker is told, on a laptop and in tests; deploy/compose.yaml says the same. */
export function brokerProperties(home: string, port: number, controllerPort: number): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': path.join(home, 'data'),
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    // after kill -9 the old registration must time out before the broker may come back: 4 s instead of 10
    'broker.session.timeout.ms': '3000',
    'broker.heartbeat.interval.ms': '500',
  };
}

function format(jars: string, settings: string, { format: further = [], say }: KafkaOptions): void {
  say('formatting the Kafka storage (first start only)');
  const tool = (args: readonly string[]) => {
    const done = spawnSync('java', ['-cp', jars, 'kafka.tools.StorageTool', ...args], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`Kafka's storage tool failed: ${done.stdout}${done.stderr}`);
    return done.stdout.trim();
  };
  tool(['format', '-t', tool(['random-uuid']), '-c', settings, ...further]);
}

async function untilReachable(broker: Running, home: string): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    if (await accepts(broker.port)) return;
    if (!isAlive(broker.pid)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const log = ['console.log', 'server.log'].map((name) => tail(path.join(home, name))).join('');
  throw new Error(`Kafka did not start; see ${home}/server.log\n${log}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      probe.destroy();
      resolve(answer);
    };
    probe.once('connect', () => done(true));
    probe.once('error', () => done(false));
  });
}

const pidFile = (home: string) => path.join(home, 'broker.json');

/** The broker that this directory's own pid file names, while it lives; never looked up by name. */
function runningIn(home: string): Running | undefined {
  if (!existsSync(pidFile(home))) return undefined;
  const running = JSON.parse(readFileSync(pidFile(home), 'utf8')) as Running;
  return isAlive(running.pid) && runsFrom(running.pid, home) ? running : undefined;
}

/** The number in an old pid file may by now be some other program's. */
function runsFrom(pid: number, home: string): boolean {
  const args = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  return args.includes(path.join(home, 'server.properties'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // a child that has ended stays in the table until it is reaped
    return !/^Z/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '');
  } catch {
    return false;
  }
}

/** A clean stop; after 30 s an unclean one, which loses nothing that was acknowledged. */
async function end(pid: number, home: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  while (isAlive(pid) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(pidFile(home), { force: true });
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-2_000) : '';
}
