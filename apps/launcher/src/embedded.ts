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
import { dataDirOf } from './data-dir.js';
import { openDatabase } from './database.js';
import { refuseTakenPort } from './ports.js';

export const SERVICE_MODULES = [LeadModule, TenderModule, ContractModule, ProductionModule, AftersalesModule] as const;

export interface EmbeddedSystem {
  readonly hosts: readonly ServiceHost[];
  /** service -> base URL */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

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
  const placeholder = { DATABASE_URL: 'postgres://127.0.0.1/engsales', ...env, ENGSALES_DATA_DIR: dataDirOf(env) };
  const problems = new Set<string>();
  const configs = SERVICE_MODULES.flatMap(({ service: { name, settings } }) => {
    try {
      return [{ name, config: readConfig(name, placeholder, true, settings) }];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      error.problems.forEach((problem) => problems.add(problem));
      return [];
    }
  });
  if (problems.size > 0) throw new ConfigError([...problems]);
  return configs;
}
