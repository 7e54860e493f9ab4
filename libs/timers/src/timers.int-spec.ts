import type { EntityManager } from 'typeorm';
import { eventually } from '../../../tools/testing/eventually.js';
import { Ring, timersUnderTest, type TimersUnderTest } from '../test/timers-under-test.js';
import { countOverdue, listTimers } from './timer-list.js';
import { dropTimer, setTimer } from './timers.js';

const NINE = '2025-03-10T01:00:00.000Z';
const TEN = '2025-03-10T02:00:00.000Z';
const ELEVEN = '2025-03-10T03:00:00.000Z';
const HOUR = 3_600_000;

describe('timers', () => {
  let t: TimersUnderTest;
  beforeEach(async () => {
    t = await timersUnderTest();
    t.clock.set(NINE);
    await t.runner.clockWasSet();
  });
  afterEach(() => t.dispose());

  const timer = (id: string, dueAt: string, parts: object = {}) => ({
    key: `bell/${id}`,
    dueAt,
    command: 'Ring',
    data: { id, ...parts },
  });
  const set = (...args: Parameters<typeof timer>) => setTimer(t.source.manager, timer(...args));
  const gone = () => eventually(async () => (await t.timers()).length === 0, 'no timer is left');
  const fromNow = (job: { run_at: Date } | undefined) => (job ? job.run_at.getTime() - Date.now() : NaN);

  describe('as a projection sets them', () => {
    it('are kept with their job, at the time on the real time line, and once only', async () => {
      await set('a', TEN);
      const [job] = await t.jobs();
      expect(job).toMatchObject({ key: 'bell/a', attempts: 0 });
      expect(Math.abs(fromNow(job) - HOUR)).toBeLessThan(60_000);
      const [before] = await t.timers();
      await set('a', TEN);
      expect(await t.jobs()).toEqual([job]);
      expect(await t.timers()).toEqual([before]);
    });

    it('are replaced by another deadline, and dropped', async () => {
      await set('a', TEN);
      await set('a', ELEVEN);
      const jobs = await t.jobs();
      expect(jobs).toHaveLength(1);
      expect(Math.abs(fromNow(jobs[0]) - 2 * HOUR)).toBeLessThan(60_000);
      expect(await t.timers()).toMatchObject([{ key: 'bell/a', due_at: new Date(ELEVEN) }]);
      await dropTimer(t.source.manager, 'bell/a');
      await dropTimer(t.source.manager, 'bell/a');
      expect([await t.timers(), await t.jobs()]).toEqual([[], []]);
    });

    it('come and go with the transaction', async () => {
      const rolledBack = (work: (rows: EntityManager) => Promise<void>) =>
        t.source
          .transaction(async (rows) => {
            await work(rows);
            throw new Error('roll back');
          })
          .catch(() => undefined);
      await rolledBack((rows) => setTimer(rows, timer('a', TEN)));
      expect([await t.timers(), await t.jobs()]).toEqual([[], []]);
      await t.source.transaction((rows) => setTimer(rows, timer('a', TEN)));
      const kept = [await t.timers(), await t.jobs()];
      await rolledBack((rows) => setTimer(rows, timer('a', ELEVEN)));
      await rolledBack((rows) => dropTimer(rows, 'bell/a'));
      expect([await t.timers(), await t.jobs()]).toEqual(kept);
      await t.source.transaction((rows) => dropTimer(rows, 'bell/a'));
      expect([await t.timers(), await t.jobs()]).toEqual([[], []]);
    });

    it('are not touched by a rebuild, which walks through old deadlines', async () => {
      await set('a', TEN);
      const kept = [await t.timers(), await t.jobs()];
      await t.sql('CREATE SCHEMA public_next');
      await t.source.transaction(async (rows) => {
        await rows.query('SET LOCAL search_path = public_next, public');
        await setTimer(rows, timer('a', NINE));
        await setTimer(rows, timer('b', NINE));
        await dropTimer(rows, 'bell/a');
      });
      expect([await t.timers(), await t.jobs()]).toEqual(kept);
    });

    it('need an instant, and count what is finer than a millisecond as the next one', async () => {
      await expect(set('a', 'tomorrow')).rejects.toThrow(RangeError);
      await set('a', '2025-03-10T02:00:00.000001Z');
      expect((await t.timers())[0]?.due_at.toISOString()).toBe('2025-03-10T02:00:00.001Z');
    });
  });

  describe('and the business clock', () => {
    it('fire when it is set past their deadline, not before, with its time', async () => {
      t.start();
      await set('a', TEN);
      await set('b', ELEVEN);
      await t.setClock('2025-03-10T02:00:01Z');
      await eventually(async () => (await t.rung('a')).length, 'a rang');
      await eventually(async () => (await t.jobs()).length === 1, 'the job of a is done');
      const [metadata] = await t.rung('a');
      expect(metadata).toMatchObject({ actor: { id: 'system:timer', role: 'SYSTEM' }, fingerprint: 'timer:Ring' });
      expect(metadata!.occurredAt >= TEN && metadata!.occurredAt < ELEVEN).toBe(true);
      expect(await t.rung('b')).toEqual([]);
      expect(await t.timers()).toMatchObject([{ key: 'bell/b' }]);
    });

    it('fire at once when they are overdue on arrival', async () => {
      t.start();
      await set('a', '2024-01-01T00:00:00Z');
      await gone();
      expect(await t.rung('a')).toHaveLength(1);
    });

    it('fire by themselves when the time has come', async () => {
      t.start();
      const due = new Date(Date.parse(t.clock.now()) + 1_500).toISOString();
      await set('a', due);
      await gone();
      const [metadata] = await t.rung('a');
      expect(metadata!.occurredAt >= due).toBe(true);
    });

    it('send nothing when their job comes too early, and are put back', async () => {
      await set('a', TEN);
      t.start();
      await eventually(() => Promise.resolve(t.lines.some((l) => l.message.includes('looking for jobs'))), 'it works');
      const [early] = await t
        .sql<{ id: string }>(`UPDATE graphile_worker._private_jobs SET run_at = now() RETURNING id`)
        .then((answer) => (answer as unknown as [{ id: string }[]])[0]);
      const again = await eventually(async () => {
        const jobs = await t.jobs();
        return jobs.length === 1 && jobs[0]?.id !== early!.id && jobs[0];
      }, 'the job is put back');
      expect(Math.abs(fromNow(again) - HOUR)).toBeLessThan(60_000);
      expect([await t.rung('a'), (await t.timers()).length]).toEqual([[], 1]);
    });

    it('move with it when it is set back, and still fire once', async () => {
      t.start();
      await set('a', TEN);
      await t.setClock('2025-03-09T02:00:00Z');
      const [job] = await t.jobs();
      expect(Math.abs(fromNow(job) - 24 * HOUR)).toBeLessThan(60_000);
      await t.setClock(ELEVEN);
      await gone();
      expect(await t.rung('a')).toHaveLength(1);
    });

    it('are waited for when the clock is set while a projection is at work', async () => {
      let setting: Promise<void> | undefined;
      await t.source.transaction(async (rows) => {
        await setTimer(rows, timer('a', TEN));
        setting = t.setClock(ELEVEN);
        const blocked = async () =>
          (await t.sql(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`))
            .length > 0;
        await Promise.race([setting, eventually(blocked, 'the clock waits for the projection')]);
      });
      await setting;
      expect(fromNow((await t.jobs())[0])).toBeLessThan(0);
    });
  });

  describe('that are due', () => {
    it('are removed when the command is refused, with a line in the log', async () => {
      await set('a', NINE, { broken: true });
      t.start();
      await gone();
      expect(await t.rung('a')).toEqual([]);
      expect(t.lines).toContainEqual({
        level: 'info',
        message: 'timer: Ring was refused, so it is no longer wanted',
        fields: { key: 'bell/a', code: 'BELL_BROKEN', reason: 'it does not ring' },
      });
    });

    it('are tried again after a failure', async () => {
      let failures = 0;
      t.before.run = async () => {
        failures += 1;
        if (failures === 1) throw new Error('the store is away');
      };
      await set('a', NINE);
      t.start();
      await gone();
      expect(failures).toBe(2);
      expect(await t.rung('a')).toHaveLength(1);
      expect(t.lines.some((l) => l.level === 'error' && l.message.includes('the store is away'))).toBe(true);
    });

    it('stay, and fail loudly, when nobody knows the command', async () => {
      await setTimer(t.source.manager, { ...timer('a', NINE), command: 'Gong' });
      t.start();
      const job = await eventually(async () => {
        const [first] = await t.jobs();
        return first?.last_error ? first : undefined;
      }, 'it failed');
      expect(job.last_error).toBe('timer bell/a: the service knows no command Gong that timers may send');
      await t.setClock('2025-03-10T01:10:00Z'); // a fresh attempt
      await eventually(async () => (await t.jobs())[0]?.last_error, 'it failed again');
      expect(await listTimers(t.pool, t.workerSchema, t.clock, 10)).toMatchObject([
        { key: 'bell/a', dueAt: NINE, command: 'Gong', data: { id: 'a' }, attempts: 1, lastError: job.last_error },
      ]);
      expect(t.lines.some((l) => l.level === 'error' && l.message.includes('no command Gong'))).toBe(true);
    });

    it('do not remove a deadline that was set anew while they fired', async () => {
      t.before.run = () => {
        t.before.run = () => Promise.resolve();
        return set('a', ELEVEN);
      };
      await set('a', NINE);
      t.start();
      await eventually(async () => (await t.rung('a')).length, 'it rang');
      await eventually(async () => (await t.jobs()).length === 1, 'the old job is done');
      expect(await t.timers()).toMatchObject([{ due_at: new Date(ELEVEN) }]);
      await t.setClock(ELEVEN);
      await gone();
      expect(await t.rung('a')).toHaveLength(2);
    });

    it('have their effect once when the same deadline is set again', async () => {
      t.start();
      for (let time = 0; time < 3; time += 1) {
        await set('a', NINE);
        await gone();
      }
      expect(await t.rung('a')).toHaveLength(1);
    });

    it('all fire, each once, when there are many', async () => {
      await t.source.transaction(async (rows) => {
        for (let n = 0; n < 300; n += 1) await setTimer(rows, timer(`many-${n}`, TEN));
      });
      t.start();
      await t.setClock(TEN);
      await t.setClock(ELEVEN); // while they fire
      await gone();
      const counts = await Promise.all(Array.from({ length: 300 }, async (_, n) => (await t.rung(`many-${n}`)).length));
      expect(counts.every((count) => count === 1)).toBe(true);
    });
  });

  describe('at start', () => {
    it('get a lost job back', async () => {
      await set('a', NINE);
      await t.sql(`DELETE FROM graphile_worker._private_jobs`);
      t.start();
      await gone();
      expect(await t.rung('a')).toHaveLength(1);
    });

    it('get the job back that a dead worker holds, also when it was replaced meanwhile', async () => {
      await set('a', NINE);
      await set('b', NINE);
      await t.sql(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'pool-dead', attempts = 1`);
      await set('b', '2025-03-10T00:59:00Z');
      expect(await t.jobs()).toHaveLength(3);
      t.start();
      await gone();
      await eventually(async () => (await t.jobs()).length === 0, 'no job is left');
      expect([(await t.rung('a')).length, (await t.rung('b')).length]).toEqual([1, 1]);
    });

    it('begin with no attempts behind them', async () => {
      await set('a', NINE);
      const later = `attempts = 9, run_at = now() + interval '6 hours', last_error = 'x'`;
      await t.sql(`UPDATE graphile_worker._private_jobs SET ${later}`);
      t.start();
      await gone();
      expect(await t.rung('a')).toHaveLength(1);
    });
  });

  it('go on when a job could not be marked as done', async () => {
    const unhandled: unknown[] = [];
    const hear = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', hear);
    await t.sql(`CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
      CREATE TRIGGER away BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION away()`);
    await set('a', NINE);
    t.start();
    const tried = () => t.lines.some(({ message }) => message === 'timers: will try again');
    await eventually(() => Promise.resolve(tried()), 'the worker ended and is started again');
    await t.sql('DROP FUNCTION away() CASCADE');
    await set('b', NINE);
    await gone();
    await eventually(async () => (await t.jobs()).length === 0, 'no job is left');
    process.off('unhandledRejection', hear);
    expect(unhandled).toEqual([]);
    expect([(await t.rung('a')).length, (await t.rung('b')).length]).toEqual([1, 1]);
  });

  it('go on after the database ended all connections', async () => {
    t.start();
    await set('a', NINE);
    await gone();
    await t.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await eventually(() => set('b', NINE).then(() => true, () => false), 'the database is back'); // prettier-ignore
    await gone();
    expect(await t.rung('b')).toHaveLength(1);
  });

  it('are listed by deadline, and those overdue are counted', async () => {
    for (const [id, due] of [
      ['c', ELEVEN],
      ['a', '2025-03-10T00:00:00Z'],
      ['b', '2025-03-10T00:59:45Z'],
    ] as const)
      // prettier-ignore
      await set(id, due);
    const list = await listTimers(t.pool, t.workerSchema, t.clock, 2);
    expect(list.map(({ key, attempts, lastError }) => [key, attempts, lastError])).toEqual([
      ['bell/a', 0, null],
      ['bell/b', 0, null],
    ]);
    expect(Math.abs(list[0]!.overdueSeconds - 3600)).toBeLessThan(15);
    expect(await countOverdue(t.pool, t.clock, 60)).toBe(1);
  });
});

describe('timers of a service that has a schema', () => {
  it('have their jobs beside it', async () => {
    const t = await timersUnderTest('contract');
    t.start();
    const data = { id: 'a' };
    await setTimer(t.source.manager, { key: 'k', dueAt: NINE, command: Ring.name, data });
    await eventually(async () => (await t.rung('a')).length, 'it rang');
    const [found] = await t.sql<{ timers: string; jobs: string; elsewhere: string | null }>(
      `SELECT to_regclass('contract.timer')::text AS timers, to_regclass('contract_worker._private_jobs')::text AS jobs,
              to_regnamespace('graphile_worker')::text AS elsewhere`,
    );
    expect(found).toEqual({ timers: 'timer', jobs: 'contract_worker._private_jobs', elsewhere: null });
    await t.dispose();
  });
});
