// Child process of postgres-event-store.int-spec.ts: appends to 20 hot streams for a while, prints how many appends landed.
const { randomUUID } = require('node:crypto');
const { Pool } = require('pg');
const { PostgresEventStore, WrongExpectedRevision } = require('../../../dist/index.js');

async function main([url, seed]) {
  const pools = {
    append: new Pool({ connectionString: url, max: 2 }),
    read: new Pool({ connectionString: url, max: 4 }),
    feed: new Pool({ connectionString: url, max: 1 }),
  };
  const store = new PostgresEventStore(pools);
  const metadata = {
    $correlationId: 'p',
    $causationId: 'c',
    commandId: seed,
    fingerprint: 'f',
    actor: { id: 'a', role: 'R' },
    schemaVersion: 1,
    occurredAt: 'x',
  };
  let landed = 0;
  const end = Date.now() + 3_000;
  const writer = async (n) => {
    while (Date.now() < end) {
      const stream = `hot-${(n * 7 + landed) % 20}`;
      const revision = (await store.readStream(stream)).length - 1;
      try {
        await store.append(stream, revision, [{ id: randomUUID(), type: 'Hot', data: { seed, n }, metadata }]);
        landed += 1;
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, n) => writer(n)));
  await store.close();
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  process.stdout.write(String(landed));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
