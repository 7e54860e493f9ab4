import { contractVoided, toWire, type ContractVoidedData } from '@engsales/events';
import sample from '../../../events/src/samples/contract.ContractVoided.v1.json';
import { freshDatabase, type TestDatabase } from '../../../../tools/testing/database.js';
import { eventually } from '../../../../tools/testing/eventually.js';
import { Checkpoints } from '../bus/checkpoints.js';
import { ClaimFence } from '../bus/claim-fence.js';
import { LeaseLost, type Claim, type Incoming } from '../bus/message-bus.js';
import { DeadLetters } from '../dead-letters/dead-letters.js';
import { Redrive } from '../dead-letters/redrive.js';
import { Retrier } from '../dead-letters/retrier.js';
import { issue, when, type Reaction } from '../reaction.js';
import { MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_SCHEMA, MESSAGING_UNTRUSTED_SCHEMA } from '../schema.js';
import { aMessage } from '../testing.js';
import { Counters } from './counters.js';
import { Cursors } from './cursors.js';
import { InvalidMessage, type Fault } from './faults.js';
import { MessageHandler, runReaction, type HandlerParts } from './message-handler.js';

const sequenceOf = (message: object) => (message as { sequence?: number }).sequence;
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
  let checkpoints: Checkpoints;
  let held: Claim;
  const claimed = async (epoch: bigint): Promise<Claim> => {
    await checkpoints.claim('g', 'contract', epoch);
    return { group: 'g', checkpoint: 'contract', epoch };
  };
  const running = () => new AbortController().signal;
  const reaction = (changes: Partial<Reaction> = {}): Reaction => ({
    ...when(contractVoided, { name: 'r', then: (m) => [issue(Override, m.data.reason, { subject: m.subject })] }),
    ...changes,
  });
  const handlerOf = (reactions: Reaction[] = [reaction()]) => new MessageHandler('g', 'contract', reactions, parts);

  const redriveOf = (reactions: readonly Reaction[]) =>
    new Redrive(parts.deadLetters, reactions, (r, m) => runReaction(r, m, parts), parts.classify);

  beforeEach(async () => {
    database = await freshDatabase();
    const pool = database.pool();
    await pool.query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA + MESSAGING_UNTRUSTED_SCHEMA);
    checkpoints = new Checkpoints(pool);
    held = await claimed(1n);
    done = [];
    fail = () => undefined;
    parts = {
      cursors: new Cursors(pool),
      fence: new ClaimFence(checkpoints),
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
    await handlerOf().deliver([...history, ...history], held, running());
    await handlerOf().deliver(history, held, running());
    expect(done).toEqual(['a:1', 'a:2', 'a:3']);
    expect(await parts.counters.of('g', 'contract')).toMatchObject({ handled: 3, duplicate: 6 });
  });

  it('keeps the order of each project, side by side with others', async () => {
    const batch = [1, 2, 3, 4].flatMap((n) => ['a', 'b', 'c'].map((subject) => message(subject, n)));
    await handlerOf().deliver(batch, held, running());
    for (const subject of ['a', 'b', 'c']) {
      expect(done.filter((d) => d.startsWith(subject))).toEqual([1, 2, 3, 4].map((n) => `${subject}:${n}`));
    }
  });

  it('counts what it has no reaction for, and moves on', async () => {
    await handlerOf([]).deliver([message('a', 1)], held, running());
    expect(await parts.counters.of('g', 'contract')).toMatchObject({ ignored: 1, handled: 0 });
  });

  it('takes a listed refusal as done and parks any other', async () => {
    fail = (target) => ({ kind: 'refusal', code: target === '1' ? 'ALREADY' : 'NO', message: '' });
    await handlerOf([reaction({ nothingToDo: ['ALREADY'] })]).deliver(
      [message('a', 1), message('a', 2)],
      held,
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
    await handlerOf().deliver([message('a', 1), message('b', 2)], held, running());
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
      then: (m: { subject: string }) => [issue(Close, 'urgent', { subject: m.subject })],
    } as unknown as Reaction;
    await handlerOf([reaction(), urgent]).deliver(
      [poison, message('a', 2), message('a', 3), message('b', 1)],
      held,
      running(),
    );
    expect(done.sort()).toEqual(['a:urgent', 'a:urgent', 'a:urgent', 'b:1', 'b:urgent']);
    const letters = await parts.deadLetters.list({}, 0n, 9);
    expect(letters.map((l) => [l.status, sequenceOf(l.message)])).toEqual([
      ['PARKED', 1],
      ['QUEUED', 2],
      ['QUEUED', 3],
    ]);

    done = [];
    const redrive = redriveOf([reaction()]);
    const id = letters[0]?.id ?? '';
    expect(await redrive.redrive(id, 'admin', 'try', false)).toMatchObject([
      { outcome: 'FAILED', fault: { code: 'BAD' } },
    ]);
    expect(done).toEqual([]);
    fail = () => undefined;
    // a message that comes while the lane is redriven waits for the lane and then goes on
    const [outcomes] = await Promise.all([
      redrive.redrive(id, 'admin', 'mended', false),
      handlerOf().deliver([message('a', 4)], held, running()),
    ]);
    expect(outcomes?.every((o) => o.outcome === 'REDRIVEN')).toBe(true);
    expect(await parts.deadLetters.countOpen()).toBe(0);
    expect(done).toEqual(['a:poison', 'a:2', 'a:3', 'a:4']);
  });

  it('puts the next message at the head of the lane when the head is discarded', async () => {
    fail = () => ({ kind: 'permanent', code: 'BAD', message: '' });
    await handlerOf().deliver([message('a', 1), message('a', 2)], held, running());
    const [head] = await parts.deadLetters.list({}, 0n, 9);
    const redrive = redriveOf([reaction()]);
    expect(await redrive.discard(head?.id ?? '', 'admin', 'never readable')).toBe(true);
    expect(await redrive.discard(head?.id ?? '', 'admin', 'again')).toBe(false);
    const letters = await parts.deadLetters.list({}, 0n, 9);
    expect(letters.map((l) => [sequenceOf(l.message), l.status])).toEqual([
      [1, 'DISCARDED'],
      [2, 'PARKED'],
    ]);
  });

  it('parks what breaks its schema or comes from the future', async () => {
    const broken = aMessage(contractVoided, { reason: 'x' } as ContractVoidedData, { subject: 'a', sequence: 1 });
    const future = { ...message('b', 1), version: 2 };
    await handlerOf().deliver([broken, future], held, running());
    const codes = (await parts.deadLetters.list({}, 0n, 9)).map((l) => `${l.subject} ${l.code}`).sort();
    expect(codes).toEqual(['a SCHEMA_VIOLATION', 'b UNKNOWN_EVENT']);
    expect(done).toEqual([]);
  });

  it('lets a process with an old claim do nothing more, and write nothing of what it held', async () => {
    const old = held;
    await handlerOf().deliver([message('a', 1)], old, running());
    let wake = () => undefined as void;
    const sleeping = new Promise<void>((resolve) => (wake = resolve));
    const awake = parts;
    parts = { ...awake, execute: (...given) => sleeping.then(() => awake.execute(...given)) };
    // stopped with a message in hand: somebody else claims meanwhile
    const waking = handlerOf().deliver([message('b', 1), message('b', 2)], old, running());
    const newer = await claimed(2n);
    wake();
    parts = awake;
    await expect(waking).rejects.toThrow(LeaseLost);
    await expect(new ClaimFence(checkpoints).assertHeld(old)).rejects.toThrow(LeaseLost);
    expect((await parts.cursors.load('g', 'contract', ['a', 'b'])).done).toEqual(new Map([['a', 1]]));
    await handlerOf().deliver([message('b', 1), message('b', 2)], newer, running());
    expect((await parts.cursors.load('g', 'contract', ['b'])).done).toEqual(new Map([['b', 2]]));
  });

  it('parks a record that is no event with its bytes, for the reactions that it concerns, and redrives it once it can be read', async () => {
    const a = data.contractId;
    const good = message(a, 1, 'good');
    const record = {
      topic: 'engsales.contract.events',
      partition: 3,
      offset: '42',
      key: Buffer.from(a),
      headers: toWire(good).headers,
      value: Buffer.from([0, 255, 1]),
    };
    const broken: Incoming = {
      defect: { code: 'UNREADABLE', message: 'the value is no JSON' },
      id: good.id,
      source: 'contract',
      subject: a,
      projectId: a,
      type: good.type,
      record,
    };
    await handlerOf().deliver([broken, message(a, 2), message('b', 1)], held, running());
    expect(done).toEqual(['b:1']);
    const [letter, queued] = await parts.deadLetters.list({}, 0n, 9);
    expect(letter).toMatchObject({ status: 'PARKED', reaction: 'r', code: 'UNREADABLE', subject: a });
    expect(letter?.record).toMatchObject({ topic: record.topic, partition: 3, offset: '42', value: 'AP8B' });
    expect(queued).toMatchObject({ status: 'QUEUED', record: null });
    const again = () => redriveOf([reaction()]).redrive(letter?.id ?? '', 'admin', 'try', false);
    expect(await again()).toMatchObject([{ outcome: 'FAILED', fault: { code: 'UNREADABLE' } }]);
    await database.pool().query('UPDATE dead_letter SET raw_value = $1', [toWire(good).value]);
    expect((await again())?.map((o) => o.outcome)).toEqual(['REDRIVEN', 'REDRIVEN']);
    expect(done).toEqual(['b:1', `${a}:good`, `${a}:2`]);
  });

  it('parks a sequence that is impossibly far ahead, and handles what comes after as before', async () => {
    const forged = { ...message('a', 50_000, 'forged'), position: 'contract.60000' };
    await handlerOf().deliver([message('a', 1), forged, message('a', 2)], held, running());
    expect(done).toEqual(['a:1', 'a:2']);
    expect((await parts.cursors.load('g', 'contract', ['a'])).done).toEqual(new Map([['a', 2]]));
    const [letter] = await parts.deadLetters.list({}, 0n, 9);
    expect(letter).toMatchObject({ reaction: '*', code: 'SEQUENCE_IMPOSSIBLE', status: 'PARKED' });
    // an operator who knows better may have it handled
    expect(await redriveOf([reaction()]).redrive(letter!.id, 'admin', 'it is true', false)).toMatchObject([
      { outcome: 'REDRIVEN' },
    ]);
    expect(done).toEqual(['a:1', 'a:2', 'a:forged']);
  });

  it('lets a message that breaks its schema move no cursor', async () => {
    const broken = aMessage(contractVoided, { reason: 'x' } as ContractVoidedData, { subject: 'a', sequence: 900 });
    const close = { ...reaction({ neverQueued: true }), name: 'close' };
    await handlerOf([close]).deliver([broken, message('a', 2)], held, running());
    expect(done).toEqual(['a:2']);
  });

  describe('whatever a record holds', () => {
    const place = { topic: 'engsales.contract.events', partition: 0 };
    const disbelieved: Incoming = {
      defect: { code: 'SUBJECT_CONTRADICTED', message: 'x' },
      id: '00000000-0000-4000-9000-00000000f00d',
      source: 'contract',
      subject: 'a',
      projectId: 'a',
      type: contractVoided.type,
      record: { ...place, offset: '1', key: null, headers: {}, value: null },
    };

    it.each<[string, Partial<NonNullable<Incoming['record']>>]>([
      ['no value and no key', {}],
      ['NUL in headers, in their names too', { headers: { 'a\0b': 'c\0d' } }],
      ['a key and a value that are not UTF-8', { key: Buffer.from([0xff, 0]), value: Buffer.from([0xc0, 0]) }],
      [
        'headers of which the bytes are kept',
        {
          headerBytes: [
            { name: 'raw', value: '/w==' },
            { name: 'none', value: null },
          ],
        },
      ],
      ['20,000 headers', { headers: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`h${n}`, 'x'])) }],
      ['a header of a megabyte', { headers: { ce_id: '\0'.repeat(1_000_000) } }],
      ['a million levels', { value: Buffer.from('['.repeat(1_000_000)) }],
    ])('it parks, and is listed and tried again as it was: %s', async (_what, given) => {
      const record = { ...disbelieved.record!, ...given };
      await handlerOf().deliver([{ ...disbelieved, record }, message('a', 1)], held, running());
      expect(done).toEqual(['a:1']);
      const [letter] = await parts.deadLetters.list({}, 0n, 9);
      const base64 = (bytes: Buffer | null) => bytes && bytes.toString('base64');
      expect({ ...letter?.record, value: letter?.record?.value?.replaceAll('\n', '') ?? null }).toEqual({
        ...record,
        key: base64(record.key),
        value: base64(record.value),
        headerBytes: record.headerBytes ?? null,
      });
      const outcomes = await redriveOf([reaction()]).redrive(letter!.id, 'admin', 'try', false);
      expect(outcomes).toMatchObject([{ outcome: 'FAILED', fault: { kind: 'permanent' } }]);
    });

    it('two of one id are two letters, and the same one again is the same', async () => {
      const other = { ...disbelieved, record: { ...disbelieved.record!, offset: '2' } };
      await handlerOf().deliver([disbelieved, other, disbelieved], held, running());
      const letters = await parts.deadLetters.list({}, 0n, 9);
      expect(letters.map((l) => [l.record?.offset, l.attempts])).toEqual([
        ['1', 2],
        ['2', 1],
      ]);
    });
  });

  it('keeps what nobody here knows without holding its aggregate up, and hands it to a version that does', async () => {
    const unknown = { ...message('a', 1), type: 'contract.ContractRenamed' };
    const nameless: Incoming = { ...unknown, defect: { code: 'BAD_ENVELOPE', message: 'missing: ce_type' }, id: 'x' };
    delete (nameless as { type?: string }).type;
    await handlerOf().deliver([unknown, nameless, message('a', 2)], held, running());
    expect(done).toEqual(['a:2']);
    const letters = await parts.deadLetters.list({}, 0n, 9);
    expect(letters.map((l) => [l.reaction, l.code, l.status])).toEqual([
      ['*', 'UNKNOWN_EVENT', 'PARKED'],
      ['*', 'BAD_ENVELOPE', 'PARKED'],
    ]);
    const newer = { ...reaction(), type: unknown.type, then: () => [issue(Override, 'renamed', { subject: 'a' })] };
    expect(await redriveOf([reaction()]).redrive(letters[0]!.id, 'admin', 'try', true)).toMatchObject([
      { outcome: 'FAILED', fault: { code: 'NO_REACTION' } },
      { outcome: 'FAILED', fault: { code: 'BAD_ENVELOPE' } },
    ]);
    const outcomes = await redriveOf([newer]).redrive(letters[0]!.id, 'admin', 'try', true);
    expect(outcomes?.[0]).toMatchObject({ outcome: 'WOULD_RUN', commands: [{ target: 'renamed' }] });
  });

  it('tries a message by itself while what it needs may still arrive, and gives up after the ttl', async () => {
    fail = () => ({ kind: 'refusal', code: 'NOT_FOUND', message: 'no such order' });
    const stop = new AbortController();
    await handlerOf().deliver([message('a', 1), message('a', 2)], held, running());
    const retrier = new Retrier(parts.deadLetters, redriveOf([reaction()]), () => undefined);
    const retrying = retrier.run(stop.signal);
    const [letter] = await parts.deadLetters.list({}, 0n, 9);
    expect(letter?.retryAt).not.toBeNull();
    await eventually(
      async () => ((await parts.deadLetters.find(letter!.id))?.attempts ?? 0) >= 2,
      'a second try that fails again',
    );
    fail = () => undefined;
    await eventually(async () => (await parts.deadLetters.countOpen()) === 0, 'it has arrived');
    expect(done).toEqual(['a:1', 'a:2']);
    expect(await parts.deadLetters.find(letter!.id)).toMatchObject({ status: 'REDRIVEN', closedBy: 'system:retry' });

    fail = () => ({ kind: 'refusal', code: 'NOT_FOUND', message: 'no such order' });
    parts = { ...parts, deadLetters: new DeadLetters(database.pool(), 1) };
    await handlerOf().deliver([message('b', 1)], held, running());
    const lost = () => parts.deadLetters.list({ status: 'PARKED' }, 0n, 9);
    await eventually(async () => (await lost())[0]?.retryAt === null, 'the time to arrive is over');
    expect((await lost()).map((l) => [l.subject, l.code, l.status])).toEqual([['b', 'NOT_FOUND', 'PARKED']]);
    stop.abort();
    await retrying;
  });

  it('lets a process that wakes up between two tries do nothing more, and park nothing', async () => {
    const old = held;
    let failures = 0;
    parts = { ...parts, rules: { ...parts.rules, firstPauseMs: 2_000, longestPauseMs: 2_000 } };
    fail = () => {
      failures += 1;
      return { kind: 'transient', code: 'DOWN', message: '' };
    };
    const waking = handlerOf().deliver([message('a', 1)], old, running());
    await eventually(async () => Promise.resolve(failures === 1), 'the first try');
    const newer = await claimed(2n);
    fail = () => undefined;
    await handlerOf().deliver([message('a', 1), message('a', 2)], newer, running());
    await expect(waking).rejects.toThrow(LeaseLost);
    expect(done).toEqual(['a:1', 'a:2']);
    expect(await parts.deadLetters.countOpen()).toBe(0);
  });

  it('tries only the head of a lane by itself, with pauses, and what queued behind it in its turn', async () => {
    let tries = 0;
    fail = () => {
      tries += 1;
      return { kind: 'refusal', code: 'NOT_FOUND', message: '' };
    };
    await handlerOf().deliver([message('a', 1), message('a', 2)], held, running());
    // a second parked one in the same lane, as reactions that are never queued make it
    await database.pool().query(`UPDATE dead_letter SET status = 'PARKED', retry_at = clock_timestamp()`);
    const stop = new AbortController();
    const retrying = new Retrier(parts.deadLetters, redriveOf([reaction()]), () => undefined).run(stop.signal);
    await eventually(async () => Promise.resolve(tries >= 2), 'the head was tried');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(tries).toBeLessThan(5);
    fail = (target) => (target === '2' ? { kind: 'refusal', code: 'NOT_FOUND', message: '' } : undefined);
    await eventually(async () => Promise.resolve(done.includes('a:1')), 'the head has arrived');
    fail = () => undefined;
    await eventually(async () => (await parts.deadLetters.countOpen()) === 0, 'the one behind it too');
    expect(done).toEqual(['a:1', 'a:2']);
    stop.abort();
    await retrying;
  });

  it('parks text that could not be stored', async () => {
    await handlerOf().deliver([message('a', 1, 'half \ud800'), message('b', 1, 'nul \0')], held, running());
    expect((await parts.deadLetters.list({}, 0n, 9)).map((l) => l.code)).toEqual(['INVALID_TEXT', 'INVALID_TEXT']);
  });

  it('gives the message in hand back when it is told to stop', async () => {
    fail = () => ({ kind: 'transient', code: 'DOWN', message: '' });
    const stop = new AbortController();
    const delivering = handlerOf().deliver([message('a', 1)], held, stop.signal);
    setTimeout(() => stop.abort(), 30);
    await expect(delivering).rejects.toThrow();
    expect((await parts.cursors.load('g', 'contract', ['a'])).done).toEqual(new Map());
    expect(await parts.deadLetters.list({}, 0n, 9)).toEqual([]);
  });
});
