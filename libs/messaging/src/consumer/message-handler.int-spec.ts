import { contractVoided, type ContractVoidedData } from '@engsales/events';
import sample from '../../../events/src/samples/contract.ContractVoided.v1.json';
import { freshDatabase, type TestDatabase } from '../../../../tools/testing/database.js';
import { LeaseLost } from '../bus/message-bus.js';
import { DeadLetters } from '../dead-letters/dead-letters.js';
import { Redrive } from '../dead-letters/redrive.js';
import { step, when, type Reaction } from '../reaction.js';
import { MESSAGING_SCHEMA } from '../schema.js';
import { aMessage } from '../testing.js';
import { Counters } from './counters.js';
import { Cursors } from './cursors.js';
import { InvalidMessage, type Fault } from './faults.js';
import { MessageHandler, runReaction, type HandlerParts } from './message-handler.js';

class Override {}
class Close {}
const data = sample as ContractVoidedData;
const message = (subject: string, sequence: number, reason = String(sequence), projectId = subject) =>
  aMessage(contractVoided, { ...data, reason }, { subject, sequence, projectId });

describe('what a consumer group does with messages', () => {
  let database: TestDatabase;
  let done: string[];
  let fail: (target: string) => Fault | undefined;
  let parts: HandlerParts;
  const running = () => new AbortController().signal;
  const reaction = (changes: Partial<Reaction> = {}): Reaction => ({
    ...when(contractVoided, { name: 'r', then: (m) => [step(Override, m.data.reason, { subject: m.subject })] }),
    ...changes,
  });
  const handlerOf = (reactions: Reaction[] = [reaction()]) => new MessageHandler('g', 'contract', reactions, parts);

  beforeEach(async () => {
    database = await freshDatabase();
    await database.pool().query(MESSAGING_SCHEMA);
    const pool = database.pool();
    done = [];
    fail = () => undefined;
    parts = {
      cursors: new Cursors(pool),
      counters: new Counters(pool),
      deadLetters: new DeadLetters(pool),
      classify: (error) =>
        error instanceof InvalidMessage
          ? { kind: 'permanent', code: error.code, message: error.message }
          : ((error as { fault?: Fault }).fault ?? { kind: 'unknown', code: 'INTERNAL_ERROR', message: String(error) }),
      rules: { unknownTries: 3, transientMs: 60_000, firstPauseMs: 1, longestPauseMs: 5 },
      failpoint: () => undefined,
      execute: (s) => {
        const fault = fail(s.target);
        if (fault) return Promise.reject(Object.assign(new Error(fault.code), { fault }));
        done.push(`${(s.data as { subject: string }).subject}:${s.target}`);
        return Promise.resolve();
      },
    };
  });
  afterEach(() => database.drop());

  it('changes nothing on a replay 1 2 3 1 2 3 (override, opened, closed would leave a gate open)', async () => {
    const history = [message('a', 1), message('a', 2), message('a', 3)];
    await handlerOf().deliver([...history, ...history], 1n, running());
    await handlerOf().deliver(history, 1n, running());
    expect(done).toEqual(['a:1', 'a:2', 'a:3']);
    expect(await parts.counters.of('g', 'contract')).toMatchObject({ handled: 3, duplicate: 6 });
  });

  it('keeps the order of each project, side by side with others', async () => {
    const batch = [1, 2, 3, 4].flatMap((n) => ['a', 'b', 'c'].map((subject) => message(subject, n)));
    await handlerOf().deliver(batch, 1n, running());
    for (const subject of ['a', 'b', 'c']) {
      expect(done.filter((d) => d.startsWith(subject))).toEqual([1, 2, 3, 4].map((n) => `${subject}:${n}`));
    }
  });

  it('counts what it has no reaction for, and moves on', async () => {
    await handlerOf([]).deliver([message('a', 1)], 1n, running());
    expect(await parts.counters.of('g', 'contract')).toMatchObject({ ignored: 1, handled: 0 });
  });

  it('takes a listed refusal as done and parks any other', async () => {
    fail = (target) => ({ kind: 'refusal', code: target === '1' ? 'ALREADY' : 'NO', message: '' });
    await handlerOf([reaction({ nothingToDo: ['ALREADY'] })]).deliver(
      [message('a', 1), message('a', 2)],
      1n,
      running(),
    );
    expect(await parts.counters.of('g', 'contract')).toMatchObject({ handled: 1, nothing_to_do: 1, parked: 1 });
    expect((await parts.deadLetters.list({}, 0n, 9)).map((l) => [l.code, l.status, l.attempts])).toEqual([
      ['NO', 'PARKED', 1],
    ]);
  });

  it('waits a transient fault out, and gives an unknown one a few tries', async () => {
    let left = 4;
    fail = (target) => {
      if (target === '1') return (left -= 1) > 0 ? { kind: 'transient', code: 'DOWN', message: '' } : undefined;
      return { kind: 'unknown', code: 'BUG', message: '' };
    };
    await handlerOf().deliver([message('a', 1), message('b', 2)], 1n, running());
    expect(done).toEqual(['a:1']);
    expect((await parts.deadLetters.list({}, 0n, 9)).map((l) => [l.subject, l.code, l.attempts])).toEqual([
      ['b', 'BUG', 3],
    ]);
  });

  it('queues later messages of a parked aggregate, lets others and the never queued pass, and redrives in order', async () => {
    const poison = message('a', 1, 'poison');
    fail = (target) => (target === 'poison' ? { kind: 'permanent', code: 'BAD', message: '' } : undefined);
    const urgent = {
      ...reaction({ neverQueued: true }),
      name: 'urgent',
      then: (m: { subject: string }) => [step(Close, 'urgent', { subject: m.subject })],
    } as unknown as Reaction;
    await handlerOf([reaction(), urgent]).deliver(
      [poison, message('a', 2), message('a', 3), message('b', 1)],
      1n,
      running(),
    );
    expect(done.sort()).toEqual(['a:urgent', 'a:urgent', 'a:urgent', 'b:1', 'b:urgent']);
    const letters = await parts.deadLetters.list({}, 0n, 9);
    expect(letters.map((l) => [l.status, l.message.sequence])).toEqual([
      ['PARKED', 1],
      ['QUEUED', 2],
      ['QUEUED', 3],
    ]);

    done = [];
    const redrive = new Redrive(
      parts.deadLetters,
      () => reaction(),
      (r, m) => runReaction(r, m, parts),
      parts.classify,
    );
    const id = letters[0]?.id ?? '';
    expect(await redrive.redrive(id, 'admin', 'try', false)).toMatchObject([
      { outcome: 'FAILED', fault: { code: 'BAD' } },
    ]);
    expect(done).toEqual([]);
    fail = () => undefined;
    // a message that comes while the lane is redriven waits for the lane and then goes on
    const [outcomes] = await Promise.all([
      redrive.redrive(id, 'admin', 'mended', false),
      handlerOf().deliver([message('a', 4)], 1n, running()),
    ]);
    expect(outcomes?.every((o) => o.outcome === 'REDRIVEN')).toBe(true);
    expect(await parts.deadLetters.countOpen()).toBe(0);
    expect(done).toEqual(['a:poison', 'a:2', 'a:3', 'a:4']);
  });

  it('puts the next message at the head of the lane when the head is discarded', async () => {
    fail = () => ({ kind: 'permanent', code: 'BAD', message: '' });
    await handlerOf().deliver([message('a', 1), message('a', 2)], 1n, running());
    const [head] = await parts.deadLetters.list({}, 0n, 9);
    const redrive = new Redrive(
      parts.deadLetters,
      () => reaction(),
      () => Promise.resolve(),
      parts.classify,
    );
    expect(await redrive.discard(head?.id ?? '', 'admin', 'never readable')).toBe(true);
    expect(await redrive.discard(head?.id ?? '', 'admin', 'again')).toBe(false);
    const letters = await parts.deadLetters.list({}, 0n, 9);
    expect(letters.map((l) => [l.message.sequence, l.status])).toEqual([
      [1, 'DISCARDED'],
      [2, 'PARKED'],
    ]);
  });

  it('parks what breaks its schema or comes from the future', async () => {
    const broken = aMessage(contractVoided, { reason: 'x' } as ContractVoidedData, { subject: 'a', sequence: 1 });
    const future = { ...message('b', 1), version: 2 };
    await handlerOf().deliver([broken, future], 1n, running());
    const codes = (await parts.deadLetters.list({}, 0n, 9)).map((l) => `${l.subject} ${l.code}`).sort();
    expect(codes).toEqual(['a SCHEMA_VIOLATION', 'b UNKNOWN_EVENT']);
    expect(done).toEqual([]);
  });

  it('lets a process with an old epoch write nothing', async () => {
    await handlerOf().deliver([message('a', 1)], 2n, running());
    await expect(handlerOf().deliver([message('a', 2)], 1n, running())).rejects.toThrow(LeaseLost);
    expect(await parts.cursors.load('g', 'contract', ['a'])).toEqual(new Map([['a', 1]]));
  });

  it('gives the message in hand back when it is told to stop', async () => {
    fail = () => ({ kind: 'transient', code: 'DOWN', message: '' });
    const stop = new AbortController();
    const delivering = handlerOf().deliver([message('a', 1)], 1n, stop.signal);
    setTimeout(() => stop.abort(), 30);
    await expect(delivering).rejects.toThrow();
    expect(await parts.cursors.load('g', 'contract', ['a'])).toEqual(new Map());
    expect(await parts.deadLetters.list({}, 0n, 9)).toEqual([]);
  });
});
