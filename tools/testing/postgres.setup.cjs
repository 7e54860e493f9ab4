const { chmodSync, mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** One real PostgreSQL for the whole run; each suite makes databases of its own in it. Needs `npm run build` first. */
module.exports = async function setup() {
  if (process.env.TEST_POSTGRES_URL) return;
  const { startPostgres } = require('../../apps/launcher/dist/postgres/postgres-server.js');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'engsales-test-pg-'));
  chmodSync(dataDir, 0o755);
  const checkout = path.resolve(__dirname, '../..');
  const server = await startPostgres({ checkout, dataDir, port: 0, durable: false, say: () => undefined });
  process.env.TEST_POSTGRES_URL = server.url('postgres');
  globalThis.engsalesTestPostgres = { server, dataDir };
};
