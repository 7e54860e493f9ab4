import { randomBytes } from 'node:crypto';
import { Client, Pool, type PoolConfig } from 'pg';

export interface TestDatabase {
  readonly url: string;
  pool(config?: PoolConfig): Pool;
  drop(): Promise<void>;
}

/** A database of its own in the PostgreSQL that jest's global setup started. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run through jest, which starts PostgreSQL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  const pools: Pool[] = [];
  const pool = (config: PoolConfig = {}) => {
    const made = new Pool({ connectionString: url, max: 4, ...config });
    made.on('error', () => undefined);
    pools.push(made);
    return made;
  };
  const drop = async () => {
    await Promise.all(pools.filter((p) => !p.ended).map((p) => p.end()));
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, pool, drop };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
