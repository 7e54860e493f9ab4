const { rmSync } = require('node:fs');

module.exports = async function teardown() {
  const shared = globalThis.engsalesTestPostgres;
  if (!shared) return;
  await shared.server.stop();
  rmSync(shared.dataDir, { recursive: true, force: true });
};
