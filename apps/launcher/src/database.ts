import path from 'node:path';
import { Client } from 'pg';
import { CHECKOUT, dataDirOf } from './data-dir.js';
import { startPostgres } from './postgres/postgres-server.js';

export interface OpenedDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** `DATABASE_URL`, or the PostgreSQL from npm, which one launcher at a time may use. */
export async function openDatabase(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<OpenedDatabase> {
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
