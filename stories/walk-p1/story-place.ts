import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { embeddedKey } from '@engsales/http';
import { dataDirOf, startDistributed, startEmbedded, type Replicas } from '@engsales/launcher';
import { portVariables } from '@engsales/service';
import { addDays, daysBetween } from '@engsales/values';
import { P1_BEGINS_AT, P1_SIGNED_ON } from './fixture-p1.js';
import { StoryRun } from './story-run.js';
import type { WalkContext } from './walk-context.js';

/** Where a story is walked. */
export interface StoryPlace {
  /** service -> its replicas */
  readonly urls: Readonly<Record<string, readonly string[]>>;
  readonly keysDir: string;
  readonly context: WalkContext;
  close(): Promise<void>;
}

/** The system on the configured ports, if one answers. Its clock stays as it is, so the fixture's dates move to its today. */
export async function runningSystem(kafka: boolean, say: (line: string) => void): Promise<StoryPlace | undefined> {
  const urls = Object.fromEntries(
    portVariables().map(({ service, name, fallback }) => [
      service,
      [`http://${process.env.HOST ?? '127.0.0.1'}:${process.env[name] ?? fallback}`],
    ]),
  );
  const found = await Promise.all(Object.values(urls).map(([url]) => healthOf(`${url}/health/ready`)));
  if (found.some((answer) => answer?.status !== 'ok' || 'kafka' in (answer.info ?? {}) !== kafka)) return undefined;
  say(`walking on the running system (${urls.contract?.join(', ')})`);
  const keysDir = path.join(dataDirOf(process.env), 'keys');
  return { urls, keysDir, context: await todaysContext(urls, keysDir), close: () => Promise.resolve() };
}

async function healthOf(url: string): Promise<{ status?: string; info?: object } | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  return (await answer?.json().catch(() => undefined)) as { status?: string; info?: object } | undefined;
}

async function todaysContext(urls: StoryPlace['urls'], keysDir: string): Promise<WalkContext> {
  const story = new StoryRun(urls, await embeddedKey(keysDir), () => undefined);
  const today = String((await story.get('admin', 'contract', '/admin/clock')).today);
  const shift = daysBetween(P1_SIGNED_ON, today);
  const contractNo = `HT-${today.slice(0, 4)}-${Date.now().toString(36).toUpperCase()}`;
  return { contractNo, date: (d) => addDays(d, shift), setsClock: false };
}

/** A system on free ports with a fresh database and the clock at the fixture's first day. */
export function ownSystem(say: (line: string) => void): Promise<StoryPlace> {
  say('starting a system for the story');
  return onFreePorts(async (env, keysDir) => {
    const clock = { ENGSALES_CLOCK: P1_BEGINS_AT };
    const { urls, stop } = await startEmbedded({ ...env, ...clock }, () => undefined);
    const context = { contractNo: 'HT-2025-0031', date: (d: string) => d, setsClock: true };
    return { urls: mapValues(urls, (url) => [url]), keysDir, context, close: stop };
  });
}

/** Five processes or more, a Kafka and a PostgreSQL of their own. Processes have no clock to set: the dates are today's. */
export function ownKafkaSystem(replicas: Replicas, say: (line: string) => void): Promise<StoryPlace> {
  say('starting Kafka, PostgreSQL and the services for the story, each a process');
  return onFreePorts(async (env, keysDir) => {
    const quiet = { replicas, say: () => undefined, onOutput: () => undefined };
    const { urls: first, replicas: all, stop } = await startDistributed(env, quiet);
    const urls = mapValues(first, (_url, name) => all.filter((each) => each.name === name).map(({ url }) => url));
    return { urls, keysDir, context: await todaysContext(urls, keysDir), close: stop };
  });
}

async function onFreePorts(
  start: (env: NodeJS.ProcessEnv, keysDir: string) => Promise<StoryPlace>,
): Promise<StoryPlace> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'engsales-story-'));
  chmodSync(dataDir, 0o755);
  const free = Object.fromEntries(portVariables().map(({ name }) => [name, '0']));
  const { PATH, HOME, JAVA_HOME } = process.env;
  const env = { PATH, HOME, JAVA_HOME, LOG_LEVEL: 'error', ...free, POSTGRES_PORT: '0', KAFKA_PORT: '0' };
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const place = await start({ ...env, ENGSALES_DATA_DIR: dataDir }, path.join(dataDir, 'keys'));
    return { ...place, close: () => place.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
