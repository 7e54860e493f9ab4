// A process with nothing but timers, over built code: the crash test kills it at a failpoint and starts it again.
import { CommandExecutor, PostgresEventStore } from '@engsales/event-sourcing';
import { TimerRunner, workerSchemaOf } from '@engsales/timers';
import pg from 'pg';

const open = () => {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 3 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
const pools = { append: open(), read: open(), feed: open(), timers: open() };
const store = new PostgresEventStore(pools);
const executor = new CommandExecutor(store);

class Ring {
  type = 'Ring';
  constructor(data, issued) {
    this.data = data;
    this.issued = issued;
  }
}
const bell = {
  category: 'bell',
  stored: { Rung: 1 },
  initialState: 0,
  decide: (_command, times) => [{ type: 'Rung', data: { times: times + 1 } }],
  evolve: (_times, event) => event.data.times,
  idOf: (command) => command.data.id,
  projectOf: () => undefined,
};

const runner = new TimerRunner({
  pool: pools.timers,
  workerSchema: workerSchemaOf(undefined),
  clock: { now: () => new Date().toISOString(), today: () => '2025-03-10', offsetMs: 0 },
  commands: [Ring],
  execute: (command) => executor.execute(bell, command),
  failpoint: (name) => (name === process.env.FAILPOINT ? process.kill(process.pid, 'SIGKILL') : undefined),
  log: (level, message) => process.stdout.write(`${level} ${message}\n`),
});
const stop = new globalThis.AbortController();
process.once('SIGTERM', () => stop.abort());
await runner.run(stop.signal);
await store.close();
await Promise.all(Object.values(pools).map((pool) => pool.end()));
