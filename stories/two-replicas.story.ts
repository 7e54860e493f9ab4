import { randomBytes } from 'node:crypto';
import { freshDatabase } from '../tools/testing/database.js';
import { eventually } from '../tools/testing/eventually.js';
import { expectExactlyThree, SystemProcess } from '../tools/testing/system.js';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('two processes of every service on one database', () => {
  it('one works in the background; stopped past its lease, the other takes over, and the sleeper changes nothing when it wakes', async () => {
    const database = await freshDatabase();
    // one vault, so one key for both
    const PERSONAL_DATA_MASTER_KEY = randomBytes(32).toString('base64');
    const env = { DATABASE_URL: database.url, DATABASE_LAYOUT: 'schema', PERSONAL_DATA_MASTER_KEY };
    const first = await SystemProcess.with(env);
    const second = await SystemProcess.with(env);
    const lease = async (system: SystemProcess) =>
      (await system.call('admin', ['ADMIN'], 'production', '/admin/consumers')).body.lease as {
        held: boolean;
        epoch: string | null;
      };
    try {
      await first.start();
      await eventually(async () => (await lease(first)).held, 'the first holds the lease');
      await second.start();
      expect((await lease(second)).held).toBe(false);
      const before = await first.signContract('before', today());
      await first.settled(before.position);

      // stopped with work in hand: contracts are being signed all the while
      const signing = Promise.all(Array.from({ length: 8 }, (_, i) => second.signContract(`during-${i}`, today())));
      await new Promise((resolve) => setTimeout(resolve, 60));
      first.pass('SIGSTOP');
      const during = await signing;
      for (const { position } of during) await second.settled(position);
      expect((await lease(second)).held).toBe(true);
      first.pass('SIGCONT');

      await eventually(async () => !(await lease(first)).held, 'the sleeper knows that it lost the lease');
      const after = await first.signContract('after', today());
      await second.settled(after.position);
      for (const { contractId } of [before, ...during, after]) {
        expectExactlyThree(await second.productionEvents(contractId));
        expectExactlyThree(await first.productionEvents(contractId));
      }
      await second.dispose();
      await eventually(async () => (await lease(first)).held, 'a stopped holder lets the lease go');
    } finally {
      await first.dispose();
      await second.dispose();
      await database.drop();
    }
  });
});
