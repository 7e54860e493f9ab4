import {
  CommandExecutor,
  EVENT_STORE_SCHEMA,
  PostgresEventStore,
  Rejected,
  type Aggregate,
  type Command,
  type DomainEvent,
  type Issued,
} from '@engsales/event-sourcing';
import { installWorker, TimerRunner, TIMERS_SCHEMA, workerSchemaOf, type FiringParts } from '@engsales/timers';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../../../tools/testing/database.js';

/** Rings a bell; a bell that is broken refuses. */
export class Ring implements Command<'Ring', { id: string; broken?: boolean }> {
  readonly type = 'Ring';
  constructor(
    readonly data: { id: string; broken?: boolean },
    readonly issued: Issued,
  ) {}
}
type Rung = DomainEvent<'Rung', { times: number }>;

const bell: Aggregate<number, Ring, Rung> = {
  category: 'bell',
  stored: { Rung: 1 },
  initialState: 0,
  decide({ data }, times) {
    if (data.broken) throw new Rejected('BELL_BROKEN', 'it does not ring');
    return [{ type: 'Rung', data: { times: times + 1 } }];
  },
  evolve: (_times, event) => event.data.times,
  idOf: (command) => command.data.id,
  projectOf: () => undefined,
  transitions: {},
  commands: [Ring],
  endedCode: undefined,
};

export class TestClock {
  offsetMs = 0;
  now = () => new Date(Date.now() + this.offsetMs).toISOString();
  today = () => this.now().slice(0, 10);
  set(instant: string) {
    this.offsetMs = Date.parse(instant) - Date.now();
  }
}

export interface Job {
  readonly id: string;
  readonly key: string | null;
  readonly run_at: Date;
  readonly attempts: number;
  readonly revision: number;
  readonly locked_by: string | null;
  readonly last_error: string | null;
}

/** Timers over a real store in a database of their own, as a service has them. */
export async function timersUnderTest(schema?: string) {
  const database = await freshDatabase();
  const workerSchema = workerSchemaOf(schema);
  const options = schema ? `-c search_path=${schema}` : '';
  if (schema) await database.pool().query(`CREATE SCHEMA ${schema}`);
  const source = await new DataSource({ type: 'postgres', url: database.url, extra: { options } }).initialize();
  await source.query(EVENT_STORE_SCHEMA);
  await source.query(TIMERS_SCHEMA);
  const lines: { level: string; message: string; fields?: Record<string, unknown> }[] = [];
  const log: FiringParts['log'] = (level, message, fields) => lines.push({ level, message, ...(fields && { fields }) });
  await installWorker(source, database.url, workerSchema, log);
  const open = (): Pool => {
    const pool = database.pool({ max: 3, options });
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const pool = open();
  const store = new PostgresEventStore({ append: open(), read: open(), feed: open() });
  const executor = new CommandExecutor(store);
  const clock = new TestClock();
  /** Runs before a command is executed; tests put failures here. */
  const before: { run: () => Promise<void> } = { run: () => Promise.resolve() };
  const runner = new TimerRunner({
    pool,
    workerSchema,
    clock,
    commands: [Ring],
    execute: async (command) => {
      await before.run();
      return executor.execute(bell, command as Ring);
    },
    failpoint: () => undefined,
    log,
  });
  const stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const sql = <Row>(text: string, values?: unknown[]) => source.query<Row[]>(text, values);
  return {
    database,
    source,
    pool,
    clock,
    runner,
    lines,
    before,
    workerSchema,
    sql,
    start: () => void (running = runner.run(stop.signal)),
    stop: async () => {
      stop.abort();
      await running;
    },
    dispose: async () => {
      stop.abort();
      await running;
      await store.close();
      await source.destroy();
      await database.drop();
    },
    rung: async (id: string) => (await store.readStream(`bell-${id}`)).map((event) => event.metadata),
    timers: () => sql<{ key: string; due_at: Date; set_at: Date }>('SELECT * FROM timer ORDER BY key'),
    jobs: () => sql<Job>(`SELECT * FROM ${workerSchema}.jobs ORDER BY id`),
    setClock: (instant: string) => {
      clock.set(instant);
      return runner.clockWasSet();
    },
  };
}

export type TimersUnderTest = Awaited<ReturnType<typeof timersUnderTest>>;
