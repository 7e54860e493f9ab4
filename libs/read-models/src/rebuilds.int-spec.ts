import { MemoryEventStore, type DomainEvent } from '@engsales/event-sourcing';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../tools/testing/database.js';
import { projection } from './projection.js';
import { Rebuilds, RebuildUnderWay } from './rebuilds.js';
import { READ_MODELS_SCHEMA } from './schema.js';

type Nothing = DomainEvent<'NothingHappened', object>;
const first = projection<Nothing>({ name: 'first', tables: ['first_rows'], on: {} });
const second = projection<Nothing>({ name: 'second', tables: ['second_rows'], on: {} });

/** A store whose head nobody learns before it is let go. */
class HeldStore extends MemoryEventStore {
  private release: () => void = () => undefined;
  private readonly held = new Promise<void>((resolve) => (this.release = resolve));

  letGo(): void {
    this.release();
  }

  override async head(): Promise<bigint> {
    await this.held;
    return super.head();
  }
}

describe('rebuilds of a service', () => {
  let database: TestDatabase;
  const sources: DataSource[] = [];
  const ofReplica = async (store = new MemoryEventStore()) => {
    const source = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 2 } }).initialize();
    sources.push(source);
    return { rebuilds: new Rebuilds(store, source), source };
  };
  beforeEach(async () => {
    database = await freshDatabase();
    const { source } = await ofReplica();
    await source.query(
      `${READ_MODELS_SCHEMA}; CREATE TABLE first_rows (n int PRIMARY KEY); CREATE TABLE second_rows (n int PRIMARY KEY)`,
    );
  });
  afterEach(async () => {
    for (const source of sources.splice(0)) await source.destroy();
    await database.drop();
  });

  it('are done one at a time, whatever they name, in one process and over replicas', async () => {
    const store = new HeldStore();
    const { rebuilds: here, source } = await ofReplica(store);
    const { rebuilds: there } = await ofReplica();
    const running = here.rebuild(first);
    const isLocked = async () =>
      (
        await source.query<unknown[]>(
          `SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
      ).length > 0;
    while (!(await isLocked())) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(here.underWay?.projection).toBe('first');
    for (const rebuilds of [here, there]) {
      await expect(rebuilds.rebuild(second)).rejects.toThrow(RebuildUnderWay);
      await expect(rebuilds.rollBack(second)).rejects.toThrow(RebuildUnderWay);
    }
    expect(here.underWay?.projection).toBe('first');
    store.letGo();
    expect((await running).tables).toEqual([{ table: 'first_rows', rowsBefore: 0, rowsAfter: 0, differing: 0 }]);
    expect(here.underWay).toBeUndefined();
    expect((await there.rebuild(second)).projection).toBe('second');
    expect(await here.rollBack(second)).toBe(true);
  });

  it('that fail leave the way free for the next', async () => {
    const { rebuilds } = await ofReplica();
    const broken = projection<Nothing>({ name: 'broken', tables: ['no_such_rows'], on: {} });
    await expect(rebuilds.rebuild(broken)).rejects.toThrow('no_such_rows');
    expect((await rebuilds.rebuild(first)).projection).toBe('first');
  });
});
