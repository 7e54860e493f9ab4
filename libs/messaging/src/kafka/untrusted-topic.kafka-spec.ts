import { contractVoided, topicOf, toWire, type ContractVoidedData } from '@engsales/events';
import { CompressionTypes, Partitioners, type IHeaders, type Message, type Producer } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import sample from '../../../events/src/samples/contract.ContractVoided.v1.json';
import { freshDatabase, type TestDatabase } from '../../../../tools/testing/database.js';
import { eventually } from '../../../../tools/testing/eventually.js';
import { testBroker, type TestBroker } from '../../../../tools/testing/kafka.js';
import { Checkpoints } from '../bus/checkpoints.js';
import { ClaimFence } from '../bus/claim-fence.js';
import { ConsumerRunner } from '../consumer/consumer-runner.js';
import { Counters } from '../consumer/counters.js';
import { Cursors } from '../consumer/cursors.js';
import { InvalidMessage, RETRY_RULES, type Fault } from '../consumer/faults.js';
import { runReaction, type HandlerParts } from '../consumer/message-handler.js';
import { DeadLetterCopies } from '../dead-letters/copies.js';
import { DeadLetters } from '../dead-letters/dead-letters.js';
import { Redrive } from '../dead-letters/redrive.js';
import { issue, when } from '../reaction.js';
import { MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_SCHEMA, MESSAGING_UNTRUSTED_SCHEMA } from '../schema.js';
import { aMessage } from '../testing.js';
import { KafkaBus } from './kafka-bus.js';
import { KafkaLink } from './kafka-link.js';
import { KafkaSender } from './kafka-sender.js';
import { PartitionCheckpoints } from './partition-checkpoints.js';
import { topicPlans } from './topics.js';

class Close {}
const CONTRACT = sample.contractId;
const HEALTHY: string = randomUUID();
const reaction = when(contractVoided, {
  name: 'close',
  then: ({ id, subject }) => [issue(Close, id, { subject })],
});
/** Of one project, so that all are in one partition. */
const voided = (sequence: number, subject = HEALTHY) => ({
  ...aMessage(
    contractVoided,
    { ...(sample as ContractVoidedData), contractId: subject },
    { id: randomUUID(), subject, projectId: CONTRACT, sequence },
  ),
  position: `contract.${sequence + 50}`,
});
/** Everything is as it must be, but what is changed. */
function recordOf(changes: Partial<Message> = {}, headers: IHeaders = {}): Message {
  const wire = toWire(voided(5, CONTRACT));
  return { ...wire, headers: { ...wire.headers, ...headers }, ...changes };
}
const inBase64 = (bytes: string | Buffer | null | undefined) =>
  expectedOf(bytes === null || bytes === undefined ? null : Buffer.from(bytes).toString('base64'));
/** PostgreSQL breaks the lines of base64. */
const expectedOf = (text: string | null) => (text === null ? null : text.replaceAll(/(.{76})(?!$)/g, '$1\n'));
const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

const POISON: readonly [what: string, code: string, record: Message][] = [
  ['a megabyte of [', 'UNREADABLE', recordOf({ value: '['.repeat(1_000_000) })],
  ['half a million lists', 'UNREADABLE', recordOf({ value: '['.repeat(500_000) + ']'.repeat(500_000) })],
  ['an object of 10,000 levels', 'UNREADABLE', recordOf({ value: deep(10_000) })],
  ['half a million numbers', 'UNREADABLE', recordOf({ value: `[${'0,'.repeat(500_000)}0]` })],
  ['no value', 'UNREADABLE', recordOf({ value: null })],
  ['bytes', 'UNREADABLE', recordOf({ value: Buffer.from([0, 255, 0xc0]) })],
  ['NUL in a header', 'BAD_ENVELOPE', recordOf({}, { ce_subject: 'a\0b' })],
  ['a header that is not UTF-8', 'BAD_ENVELOPE', recordOf({}, { ce_projectid: Buffer.from([0xff, 0xfe]) })],
  ['an endless header', 'BAD_ENVELOPE', recordOf({}, { ce_subject: 'x'.repeat(1_000_000) })],
  [
    '60,000 headers',
    'UNREADABLE',
    recordOf({ value: null }, Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`h${n}`, 'x']))),
  ],
  ['a key that is not UTF-8', 'BAD_ENVELOPE', recordOf({ key: Buffer.from([0xff]) })],
  ['no headers and no value', 'BAD_ENVELOPE', { key: CONTRACT, headers: {}, value: null }],
  ['another aggregate in its payload', 'SUBJECT_CONTRADICTED', recordOf({}, { ce_subject: 'another' })],
  ['a sequence that no store counts', 'SEQUENCE_IMPOSSIBLE', recordOf({}, { ce_sequence: '999999999999999' })],
  [
    'a sequence that no aggregate gets to',
    'SEQUENCE_IMPOSSIBLE',
    recordOf({}, { ce_sequence: '50000', ce_position: 'contract.60000' }),
  ],
];

describe('a topic on which anybody wrote anything', () => {
  let broker: TestBroker;
  let database: TestDatabase;
  let producer: Producer;
  let sender: KafkaSender;
  let deadLetters: DeadLetters;
  let done: string[];
  const stop = new AbortController();
  const running: Promise<unknown>[] = [];
  const troubles: unknown[] = [];

  beforeAll(async () => {
    broker = await testBroker();
    database = await freshDatabase();
    const pool = database.pool();
    await pool.query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA + MESSAGING_UNTRUSTED_SCHEMA);
    producer = broker.client().producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    sender = new KafkaSender(broker.client());
    deadLetters = new DeadLetters(pool);
    done = [];
    const link = new KafkaLink(broker.client(), topicPlans(['contract', 'production']), () => undefined);
    const bus = new KafkaBus(broker.client(), link, new PartitionCheckpoints(pool), {
      sessionTimeoutMs: 10_000,
      isTransient: () => false,
      onTrouble: (_group, _source, error) => troubles.push(error),
      onLost: () => undefined,
    });
    const parts = { ...partsOn(pool), deadLetters, execute };
    const runner = new ConsumerRunner('production', [reaction], bus, parts, {
      onTrouble: (_group, _source, error) => troubles.push(error),
    });
    const copies = new DeadLetterCopies('production', deadLetters, {
      send: sender.send.bind(sender),
      ready: (signal) => link.up(signal),
      onTrouble: (error) => troubles.push(error),
    });
    running.push(link.watch(stop.signal), runner.runAsMember(stop.signal), copies.run(stop.signal));
  });
  afterAll(async () => {
    stop.abort();
    await Promise.all(running);
    await producer.disconnect();
    await sender.close();
    await broker.stop();
    await database.drop();
  });

  const execute: HandlerParts['execute'] = ({ target }) => {
    done.push(target);
    return Promise.resolve();
  };
  const classify = (error: unknown): Fault => {
    const code = error instanceof InvalidMessage ? error.code : 'INTERNAL_ERROR';
    return { kind: error instanceof InvalidMessage ? 'permanent' : 'unknown', code, message: String(error) };
  };
  const partsOn = (pool: ReturnType<TestDatabase['pool']>) => ({
    cursors: new Cursors(pool),
    fence: new ClaimFence(new Checkpoints(pool)),
    counters: new Counters(pool),
    classify,
    rules: RETRY_RULES,
    failpoint: () => undefined,
  });
  const send = (message: Message, compression = CompressionTypes.None) =>
    producer.send({ topic: topicOf('contract'), acks: -1, messages: [message], compression });
  const allLetters = async () => {
    const letters = [];
    for (let after: string | null = '0'; after !== null;) {
      const { items, nextCursor } = await deadLetters.page({}, BigInt(after), 200);
      letters.push(...items);
      after = nextCursor;
    }
    return letters;
  };

  it('keeps each with its code and its bytes, copies it, and handles the good one behind it', async () => {
    for (const [what, , record] of POISON) await send({ ...record, headers: { ...record.headers, 'x-case': what } });
    const good = voided(6);
    await send(toWire(good));
    await eventually(async () => Promise.resolve(done.includes(good.id)), 'the good one');
    expect(done).toEqual([good.id]);
    await eventually(async () => (await allLetters()).length >= POISON.length, 'all others are parked');
    const letters = new Map((await allLetters()).map((letter) => [letter.record?.headers['x-case'], letter]));
    for (const [what, code, { key, value }] of POISON) {
      const letter = letters.get(what);
      expect([what, letter?.code]).toEqual([what, code]);
      expect(letter?.record).toMatchObject({ key: inBase64(key), value: inBase64(value) });
    }
    expect(letters.size).toBe(POISON.length);
    expect(troubles).toEqual([]);
    await eventually(async () => (await deadLetters.uncopied(1)).length === 0, 'all are copied');
  });

  it('tries each again when it is told to, and says why it cannot', async () => {
    const redrive = new Redrive(deadLetters, [reaction], (r, m) => runReaction(r, m, { execute, classify }), classify);
    for (const { id, code } of await allLetters()) {
      const [outcome] = (await redrive.redrive(id, 'admin', 'a test', true)) ?? [];
      // only the operator can know whether a step that is too large is true
      if (code === 'SEQUENCE_IMPOSSIBLE' && outcome?.outcome === 'WOULD_RUN') continue;
      expect(outcome).toMatchObject({ outcome: 'FAILED', fault: { kind: 'permanent' } });
    }
  });

  it('takes no batch that is larger than it looks', async () => {
    const bomb = recordOf({ value: Buffer.alloc(50_000_000) });
    await expect(send(bomb, CompressionTypes.GZIP)).rejects.toThrow(/larger|too large/i);
    const packed = voided(7);
    await send(toWire(packed), CompressionTypes.GZIP);
    await eventually(async () => Promise.resolve(done.includes(packed.id)), 'what is small is unpacked and handled');
  });
});
