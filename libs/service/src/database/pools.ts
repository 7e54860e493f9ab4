import { installWorker, workerSchemaOf, type TimerLog } from '@engsales/timers';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { ServiceConfig } from '../config/service-config.js';
import type { ServiceDefinition } from '../definition.js';

export interface Pools {
  readonly append: Pool;
  readonly read: Pool;
  readonly feed: Pool;
  /** Cursors, claims, vault, staff. */
  readonly work: Pool;
  /** Dead letters: a lane that is being redriven holds its connection, and those behind it wait here and nowhere else. */
  readonly lanes: Pool;
  /**
   * How far readers have come: a crash of the database may lose the last of it, which costs duplicates and no more. So it
   * waits for no disk, and no command waits behind it.
   */
  readonly progress: Pool;
  /** The lease alone, so that nothing else can keep it from being renewed. */
  readonly lease: Pool;
  /** graphile-worker: one connection listens, two work. */
  readonly timers: Pool;
  close(): Promise<void>;
}

/** Separate pools, so that a rebuild or a slow reader cannot keep a command from its connection. */
export function openPools(config: ServiceConfig, onError: (error: Error) => void): Pools {
  let closing = false;
  // a server that stops right behind us may end connections that are being closed: no news
  const report = (error: Error) => {
    if (!closing) onError(error);
  };
  const open = (max: number, settings = '') => {
    const pool = new Pool({
      connectionString: config.databaseUrl,
      max,
      options: sessionOptions(config) + settings,
      connectionTimeoutMillis: 10_000,
      query_timeout: 30_000,
      keepAlive: true,
      maxLifetimeSeconds: 1_800,
    });
    pool.on('error', report);
    // a client that is checked out emits its own errors; without a listener they would end the process
    pool.on('connect', (client) => client.on('error', report));
    return pool;
  };
  const progress = open(4, NO_WAIT_FOR_DISK);
  const pools = {
    append: open(2),
    read: open(4),
    feed: open(2),
    work: open(4),
    lanes: open(3),
    progress,
    lease: open(1),
    timers: open(3),
  };
  const close = async () => {
    closing = true;
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  };
  return { ...pools, close };
}

/** Read models and migrations. Rows and checkpoint share a transaction, so a crash loses both or none. */
export function openDataSource(
  config: ServiceConfig,
  definition: ServiceDefinition,
  libraries: ServiceDefinition['migrations'],
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    migrations: [...libraries, ...definition.migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: rowConnections(config, 4),
  });
}

/** For rebuilds alone: one connection holds their lock, the other writes rows. */
export function openRebuildDataSource(config: ServiceConfig): DataSource {
  return new DataSource({ type: 'postgres', url: config.databaseUrl, extra: rowConnections(config, 2) });
}

const rowConnections = (config: ServiceConfig, max: number) => ({
  max,
  options: sessionOptions(config) + NO_WAIT_FOR_DISK,
  keepAlive: true,
  connectionTimeoutMillis: 10_000,
});

const NO_WAIT_FOR_DISK = ' -c synchronous_commit=off';

function sessionOptions({ schema }: ServiceConfig): string {
  const path = schema ? ` -c search_path=${schema}` : '';
  return `-c idle_in_transaction_session_timeout=60000 -c lock_timeout=30000${path}`;
}

/** Makes the database, or the schema, when it is missing. */
export async function ensureDatabase({ databaseUrl, schema }: ServiceConfig): Promise<void> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  const there = await withClient(databaseUrl, () => Promise.resolve(true)).catch((error: Error & { code?: string }) => {
    if (error.code === '3D000') return false; // no such database
    throw error;
  });
  const server = Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).toString();
  const create = `CREATE DATABASE "${name.replaceAll('"', '""')}"`;
  if (!there) await withClient(server, (client) => client.query(create).catch(ignoreExisting));
  if (schema)
    await withClient(databaseUrl, (client) =>
      client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`).catch(ignoreExisting),
    );
}

/** One migration run at a time over all replicas; the others wait and then find nothing to do. */
export async function migrate(config: ServiceConfig, dataSource: DataSource, log: TimerLog): Promise<string[]> {
  return withClient(config.databaseUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended($1, 0))`, [`engsales.migrate.${config.schema ?? ''}`]);
    const migrated = await dataSource.runMigrations();
    await installWorker(dataSource, config.databaseUrl, workerSchemaOf(config.schema), log);
    return migrated.map((migration) => migration.name);
  });
}

async function withClient<Result>(url: string, run: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Two replicas may make the same thing at the same moment: 42P04, 42P06, 23505. */
function ignoreExisting(error: Error & { code?: string }): void {
  if (!['42P04', '42P06', '23505'].includes(error.code ?? '')) throw error;
}
