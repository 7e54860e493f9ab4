import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { eventually } from '../../../tools/testing/eventually.js';
import { timersUnderTest, type TimersUnderTest } from '../test/timers-under-test.js';
import { setTimer } from './timers.js';

const PROGRAM = path.resolve(__dirname, '../test/ring-bells.mjs');

/** Over built code: `npm run build` first. */
describe('kill -9 of a process that holds a timer’s job', () => {
  let t: TimersUnderTest;
  let child: ChildProcess | undefined;
  beforeEach(async () => void (t = await timersUnderTest()));
  afterEach(async () => {
    child?.kill('SIGKILL');
    await t.dispose();
  });

  const start = (failpoint = '') => {
    const env = { PATH: process.env.PATH, DATABASE_URL: t.database.url, FAILPOINT: failpoint };
    return spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  };

  it.each([
    ['before-timer-command', 0],
    ['after-timer-command', 1],
  ])('at %s: the next process has the effect once', async (point, rungBefore) => {
    await setTimer(t.source.manager, { key: 'k', dueAt: '2025-03-10T01:00:00Z', command: 'Ring', data: { id: 'a' } });
    child = start(point);
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(await t.rung('a')).toHaveLength(rungBefore);
    expect(await t.jobs()).toMatchObject([{ key: 'k', locked_by: expect.stringMatching(/^pool-/) }]);
    child = start();
    await eventually(async () => (await t.timers()).length + (await t.jobs()).length === 0, 'row and job are done');
    expect(await t.rung('a')).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
