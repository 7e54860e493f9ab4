import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../deploy/src/postgres/postgres-server.js';
import { serverAccount } from '../../deploy/src/postgres/server-account.js';
import { chmodSync } from 'node:fs';

/** One real PostgreSQL for the whole run; each suite makes databases of its own in it. */
export default async function setup(): Promise<void> {
  if (process.env.TEST_POSTGRES_URL) return;
  serverAccount();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'engsales-test-pg-'));
  chmodSync(dataDir, 0o755);
  const server = await startPostgres({
    checkout: path.resolve(__dirname, '../..'),
    dataDir,
    port: 0,
    durable: false,
    say: () => undefined,
  });
  process.env.TEST_POSTGRES_URL = server.url('postgres');
  const shared = globalThis as { engsalesTestPostgres?: { stop: () => Promise<void>; dataDir: string } };
  shared.engsalesTestPostgres = { stop: () => server.stop(), dataDir };
}
