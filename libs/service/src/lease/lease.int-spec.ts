import { freshDatabase, type TestDatabase } from '../../../../tools/testing/database.js';
import { eventually } from '../../../../tools/testing/eventually.js';
import { Lease, LEASE_SCHEMA } from './lease.js';

describe('the lease', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
    await database.pool().query(LEASE_SCHEMA);
  });
  afterEach(() => database.drop());

  const contender = (owner: string, seconds = 1) => {
    const stop = new AbortController();
    const epochs: bigint[] = [];
    const lease = new Lease(database.pool(), 'production', owner, seconds, () => undefined);
    const work = (epoch: bigint, signal: AbortSignal) => {
      epochs.push(epoch);
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    };
    const running = lease.whileHeld(work, stop.signal);
    const end = async () => {
      stop.abort();
      await running;
    };
    return { lease, epochs, end };
  };

  it('is held by one, and taken over with a higher epoch when it is let go', async () => {
    const one = contender('one');
    await eventually(() => Promise.resolve(one.lease.state.held), 'one holds it');
    const two = contender('two');
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // longer than the lease: renewal keeps it
    expect([one.lease.state.held, two.lease.state.held]).toEqual([true, false]);
    await one.end();
    await eventually(() => Promise.resolve(two.lease.state.held), 'two takes over');
    expect(two.epochs[0]).toBe((one.epochs.at(-1) ?? 0n) + 1n);
    await two.end();
  });

  it('ends the work of a holder whose row was taken', async () => {
    const one = contender('one');
    await eventually(() => Promise.resolve(one.lease.state.held), 'one holds it');
    await database
      .pool()
      .query(
        `UPDATE service_lease SET owner = 'thief', epoch = epoch + 1, expires_at = clock_timestamp() + interval '1 hour'`,
      );
    await eventually(() => Promise.resolve(!one.lease.state.held), 'one knows');
    await one.end();
    const { rows } = await database.pool().query<{ owner: string }>('SELECT owner FROM service_lease');
    expect(rows).toEqual([{ owner: 'thief' }]);
  });
});
