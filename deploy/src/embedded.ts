import path from 'node:path';
import { AftersalesModule } from '@engsales/aftersales';
import { ContractModule } from '@engsales/contract';
import { LeadModule } from '@engsales/lead';
import { ProductionModule } from '@engsales/production';
import {
  Clock,
  ConfigError,
  prepareService,
  readConfig,
  type ProcessRuntime,
  type ServiceConfig,
  type ServiceHost,
} from '@engsales/service';
import { TenderModule } from '@engsales/tender';
import { Client } from 'pg';
import { refuseTakenPort } from './ports.js';
import { startPostgres } from './postgres/postgres-server.js';

export const SERVICE_MODULES = [LeadModule, TenderModule, ContractModule, ProductionModule, AftersalesModule] as const;

export interface EmbeddedSystem {
  readonly hosts: readonly ServiceHost[];
  /** service -> base URL */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const CHECKOUT = path.resolve(__dirname, '../..');
const dataDirOf = (env: NodeJS.ProcessEnv) => path.resolve(CHECKOUT, env.ENGSALES_DATA_DIR || '.data');

/** The embedded profile: PostgreSQL from npm (or `DATABASE_URL`) and all five services in this process. */
export async function startEmbedded(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<EmbeddedSystem> {
  const configs = checkedConfigs(env);
  for (const { name, config } of configs) await refuseTakenPort(config.port, config.HOST, `${name.toUpperCase()}_PORT`);
  const database = await openDatabase(env, say);
  const hosts: ServiceHost[] = [];
  const stop = async () => {
    const stopped = await Promise.allSettled(hosts.map((host) => host.stop()));
    await database.close();
    for (const outcome of stopped) if (outcome.status === 'rejected') throw outcome.reason;
  };
  try {
    const shared: ProcessRuntime = { clock: new Clock(env.ENGSALES_CLOCK), feeds: new Map(), groups: [] };
    const full = { ...env, DATABASE_URL: database.url, ENGSALES_DATA_DIR: dataDirOf(env) };
    for (const module of SERVICE_MODULES) {
      const host = await prepareService(module, full, shared, true);
      hosts.push(host);
      say(
        `${host.name}: ${host.migrations.length ? `${host.migrations.length} migrations applied` : 'database up to date'}`,
      );
    }
    const urls: Record<string, string> = {};
    for (const host of hosts) {
      urls[host.name] = `http://${host.runtime.config.HOST}:${await host.start()}`;
    }
    return { hosts, urls, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** @throws ConfigError with the problems of all five services, each once */
function checkedConfigs(env: NodeJS.ProcessEnv): { name: string; config: ServiceConfig }[] {
  const placeholder = { DATABASE_URL: 'postgres://127.0.0.1/engsales', ...env };
  const problems = new Set<string>();
  const configs = SERVICE_MODULES.flatMap(({ service: { name } }) => {
    try {
      return [{ name, config: readConfig(name, placeholder, true) }];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      error.problems.forEach((problem) => problems.add(problem));
      return [];
    }
  });
  if (problems.size > 0) throw new ConfigError([...problems]);
  return configs;
}

async function openDatabase(env: NodeJS.ProcessEnv, say: (line: string) => void) {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, close: () => Promise.resolve() };
  const dataDir = dataDirOf(env);
  const port = Number(env.POSTGRES_PORT || 7100); // 0 takes a free one
  say(`starting PostgreSQL (data in ${path.relative(process.cwd(), dataDir) || dataDir})`);
  const server = await startPostgres({ checkout: CHECKOUT, dataDir, port, durable: true, say });
  if (server.takenOver) say(`a PostgreSQL left behind is used on (port ${server.port})`);
  const lock = await lockDataDirectory(server.url('postgres'), dataDir).catch(async (error: unknown) => {
    if (!server.takenOver) await server.stop(); // else it is the other launcher's
    throw error;
  });
  const close = async () => {
    await lock.end().catch(() => undefined);
    await server.stop();
  };
  return { url: server.url('engsales'), close };
}

/** One launcher per data directory: the session lock goes with its process, however that ends. */
async function lockDataDirectory(url: string, dataDir: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const deadline = performance.now() + 5_000;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('engsales.launcher')) AS locked`,
    );
    if (rows[0]?.locked) return client;
    if (performance.now() > deadline) {
      await client.end();
      throw new Error(`another engsales runs on ${dataDir}; stop it or set ENGSALES_DATA_DIR`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
