import { freshDatabase, type TestDatabase } from '../tools/testing/database.js';
import { eventually } from '../tools/testing/eventually.js';
import { expectExactlyThree, SystemProcess } from '../tools/testing/system.js';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** S39: kill -9 at any point is safe. */
describe('kill -9', () => {
  let databases: TestDatabase[];
  let system: SystemProcess;
  beforeEach(async () => {
    const database = await freshDatabase();
    databases = [database];
    // base name of the per-service databases: unique, so that suites do not share them
    system = await SystemProcess.with({ DATABASE_URL: database.url, DATABASE_LAYOUT: 'schema' });
  });
  afterEach(async () => {
    await system.dispose();
    for (const database of databases) await database.drop();
  });

  it.each(['before-reaction', 'after-effect', 'before-checkpoint'])(
    'at %s loses nothing and doubles nothing',
    async (point) => {
      await system.start({ ENGSALES_FAILPOINT: `production:${point}:1` });
      // the process may die under the caller, who then does what callers do: the same again, with the same key
      const first = await system.signContract(`crash-${point}`, today()).catch(() => undefined);
      expect(await system.ended()).toBe('SIGKILL');
      await system.start();
      if (first) {
        await system.settled(first.position);
        expectExactlyThree(await system.productionEvents(first.contractId));
      }
      const again = await system.signContract(`crash-${point}`, today());
      if (first) expect(again).toEqual(first);
      await system.settled(again.position);
      expectExactlyThree(await system.productionEvents(again.contractId));
    },
  );

  it.each(['before-timer-command', 'after-timer-command'])(
    'at %s, while a timer is being fired, has its effect exactly once',
    async (point) => {
      await system.start({ ENGSALES_FAILPOINT: `contract:${point}:1` });
      const { contractId } = await system.signContract(`timer-${point}`, today());
      const later = new Date(Date.now() + 8 * 86_400_000).toISOString(); // the advance was due after seven days
      const goOn = () => system.call('admin', ['ADMIN'], 'contract', '/admin/clock', { now: later });
      await goOn().catch(() => undefined);
      expect(await system.ended()).toBe('SIGKILL');
      await system.start();
      await goOn();
      const overdue = async () => {
        const { body } = await system.call('x', ['FINANCE'], 'contract', `/api/v1/contracts/${contractId}/history`);
        return body.items.filter((item: { type: string }) => item.type === 'PaymentMilestoneOverdue').length as number;
      };
      const timers = async () => (await system.call('admin', ['ADMIN'], 'contract', '/admin/timers')).body.items;
      await eventually(async () => (await overdue()) > 0 && (await timers()).length === 0, 'the timer is done');
      expect(await overdue()).toBe(1);
    },
  );

  it.each([
    ['suspended', 'COMMERCE', 'suspend-contract', { reason: '业主停工', since: today() }, 'HoldPlaced'],
    ['voided', 'COMPANY_LEADER', 'void-contract', { reason: '资金未落实', docRef: 'ZF-1' }, 'ProductionOrderCancelled'],
  ] as const)(
    'in the middle of a contract that is %s stops every order exactly once',
    async (_title, role, command, body, event) => {
      // one message of the signature and three of the own feed come before it
      await system.start({ ENGSALES_FAILPOINT: 'production:after-effect:5' });
      const { contractId, position } = await system.signContract(`stop-${command}`, today());
      await system.settled(position);
      const stop = () =>
        system.call('x', [role], 'contract', `/api/v1/contracts/${contractId}/${command}`, body, {
          'idempotency-key': 'stop',
        });
      await stop().catch(() => undefined);
      expect(await system.ended()).toBe('SIGKILL');
      await system.start();
      const again = await stop();
      expect(again.status).toBe(200);
      await system.settled(String(again.body.position));
      const orders = Object.keys(await system.productionEvents(contractId)).filter((id) =>
        id.startsWith('productionOrder-'),
      );
      for (const stream of orders) {
        const { body: history } = await system.call('a', ['ADMIN'], 'production', `/admin/streams/${stream}`);
        const types = history.items.map((item: { type: string }) => item.type) as string[];
        expect(types.filter((type) => type === event)).toEqual([event]);
      }
      expect(orders).toHaveLength(3);
    },
  );

  it('at random moments under load leaves every signed contract with exactly its orders', async () => {
    const keys = Array.from({ length: 24 }, (_, i) => `load-${i}`);
    const signed = new Map<string, { contractId: string; position: string }>();
    await system.start();
    for (let kill = 0; kill < 3; kill += 1) {
      const waiting = keys.filter((key) => !signed.has(key));
      const work = Promise.allSettled(
        waiting.map(async (key) => signed.set(key, await system.signContract(key, today()))),
      );
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
      await system.signal('SIGKILL');
      await work;
      await system.start();
    }
    const acknowledged = new Map(signed);
    for (const key of keys) signed.set(key, await system.signContract(key, today()));
    for (const [key, first] of acknowledged) expect(signed.get(key)).toEqual(first);
    const last = [...signed.values()].map((s) => Number(s.position.split('.')[1])).reduce((a, b) => Math.max(a, b));
    await system.settled(`contract.${last}`);
    for (const { contractId } of signed.values()) expectExactlyThree(await system.productionEvents(contractId));
  });
});
