import { deadLetterTopicOf, topicOf, toWire, type PublicMessage } from '@engsales/events';
import { withAdmin } from '@engsales/messaging';
import { Partitioners } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import signed from '../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../tools/testing/eventually.js';
import { KafkaSystem, type Replica } from '../tools/testing/kafka-system.js';
import { expectExactlyThree } from '../tools/testing/system-client.js';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const GROUP = 'engsales.production.contract';

interface Signed {
  readonly contractId: string;
  readonly position: string;
}

/** Each fault ends the same way: every acknowledged signature has its orders, once, and each key is in order. */
describe('services on a real Kafka', () => {
  let system: KafkaSystem;
  const all: Signed[] = [];
  beforeAll(async () => {
    system = await KafkaSystem.start(['contract', 'production']);
  });
  afterAll(() => system.dispose());

  /** Signs under load; a caller whose request is cut does the same again with the same key. */
  async function sign(name: string, count: number): Promise<Signed[]> {
    const keys = Array.from({ length: count }, (_, i) => `${name}-${i}`);
    const mine = await Promise.all(keys.map((key) => signOnce(key)));
    all.push(...mine);
    return mine;
  }

  async function signOnce(key: string): Promise<Signed> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await system.signContract(key, today());
      } catch (error) {
        if (attempt === 60) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  /** Nothing lost, nothing twice, for this fault and all before it. */
  async function expectWhole(contracts: readonly Signed[] = all): Promise<void> {
    for (const { contractId } of contracts) {
      await eventually(
        async () => Object.keys(await system.productionEvents(contractId)).length >= 9,
        `the orders of ${contractId}`,
      );
    }
    for (const { position } of contracts.slice(-1)) await system.settled(position);
    for (const { contractId } of contracts) expectExactlyThree(await system.productionEvents(contractId));
    const onTopic = await system.expectOrderOnTopic('contract');
    for (const { contractId } of contracts) expect(onTopic.get(contractId)?.length).toBeGreaterThan(1);
  }

  const only = (name: 'contract' | 'production') => system.running(name)[0] as Replica;
  const counts = async () => {
    const { body } = await system.call('admin', ['ADMIN'], 'production', '/admin/consumers');
    return (body.items as { source: string; handled: number; duplicate: number }[]).find(
      (i) => i.source === 'contract',
    )!;
  };

  it('a broker that is killed under load and comes back costs time and nothing else', async () => {
    const before = sign('before-kill', 4);
    await before;
    const [contract, production] = [only('contract'), only('production')];
    const during = await system.broker
      .killAndRestart(async () => {
        const whileDown = sign('broker-down', 8); // commands need no broker: the store is the outbox
        await eventually(async () => (await system.health(contract)).kafka.state === 'UNREACHABLE', 'a clear state');
        await eventually(async () => (await system.health(production)).status === 503, 'not ready, alive');
        await whileDown;
      })
      .then(() => sign('after-kill', 4));
    expect(during).toHaveLength(4);
    await expectWhole();
    await eventually(async () => (await system.health(contract)).status === 200, 'ready again');
    await eventually(async () => (await system.health(production)).status === 200, 'ready again');
  });

  it.each(['before-send', 'after-send'])('a relay that dies %s sends again, and nobody notices', async (point) => {
    await system.end(only('contract'), 'SIGTERM');
    const doomed = await system.add('contract', { ENGSALES_FAILPOINT: `contract:${point}:1` });
    const signing = sign(`relay-${point}`, 3);
    expect(await doomed.process.ended).toBe('SIGKILL');
    await system.add('contract');
    await signing;
    await expectWhole();
  });

  it('a consumer that is frozen past its session and wakes changes nothing', async () => {
    const sleeper = only('production');
    const other = await system.add('production');
    await sign('awake', 3);
    const signing = sign('asleep', 8);
    await new Promise((resolve) => setTimeout(resolve, 50));
    sleeper.process.child.kill('SIGSTOP');
    const members = () =>
      withAdmin(system.broker.client(), (admin) => admin.describeGroups([GROUP])).then(
        (d) => d.groups[0]?.members.length,
      );
    await eventually(async () => (await members()) === 1, 'the broker has given its partitions away');
    const contracts = await signing;
    // asked at the one that is awake
    for (const { contractId } of contracts) {
      await eventually(async () => Object.keys(await productionEventsAt(other, contractId)).length >= 9, 'its orders');
    }
    sleeper.process.child.kill('SIGCONT');
    await eventually(async () => (await members()) === 2, 'it has joined again');
    await sign('woken', 4);
    await expectWhole();
    await system.end(sleeper, 'SIGTERM');
  });

  it('consumers that join, leave and die under load divide the work and double nothing', async () => {
    const signing = sign('churn', 24);
    const first = only('production');
    const second = await system.add('production');
    const third = await system.add('production');
    await system.end(first, 'SIGTERM');
    await system.end(second, 'SIGKILL');
    const fourth = await system.add('production');
    await system.end(third, 'SIGTERM');
    await signing;
    await expectWhole();
    expect(system.running('production')).toEqual([fourth]);
  });

  it('offsets that are deleted bring everything again, and nothing happens twice', async () => {
    await sign('before-deletion', 2);
    await expectWhole();
    const before = await counts();
    await system.end(only('production'), 'SIGTERM');
    await withAdmin(system.broker.client(), async (admin) => {
      await eventually(
        async () => (await admin.describeGroups([GROUP])).groups[0]?.members.length === 0,
        'nobody is left',
      );
      await admin.deleteGroups([GROUP]);
    });
    await system.add('production');
    await eventually(async () => (await counts()).duplicate >= before.duplicate + all.length, 'everything came again');
    expect((await counts()).handled).toBe(before.handled);
    await expectWhole();
  });

  it('a database that forgot where it was gets again what it lost', async () => {
    await sign('before-loss', 2);
    await expectWhole();
    await system.end(only('production'), 'SIGTERM');
    await system.database
      .pool()
      .query(`UPDATE production.consumer_checkpoint SET position = 0 WHERE source LIKE 'contract/%'`);
    const before = await system.database
      .pool()
      .query<{ duplicate: string }>(`SELECT duplicate FROM production.consumer_counters WHERE source = 'contract'`);
    await system.add('production');
    await eventually(
      async () => (await counts()).duplicate >= Number(before.rows[0]?.duplicate) + all.length,
      'everything came again',
    );
    await expectWhole();
  });

  it('the relay sends history again when it is told to, and consumers count it as duplicate', async () => {
    const before = await counts();
    const refused = await system.call('admin', ['ADMIN'], 'contract', '/admin/relay/rewind', {
      position: 'contract.9999',
      reason: 'x',
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'VALIDATION_FAILED']);
    const dry = await system.call('admin', ['ADMIN'], 'contract', '/admin/relay/rewind?dryRun=true', {
      position: 'contract.0',
      reason: 'x',
    });
    expect(dry.body).toMatchObject({ dryRun: true });
    await system.call('admin', ['ADMIN'], 'contract', '/admin/relay/rewind', {
      position: 'contract.0',
      reason: 'a test',
    });
    await eventually(async () => (await counts()).duplicate >= before.duplicate + all.length, 'history came again');
    const relay = (await system.call('admin', ['ADMIN'], 'contract', '/admin/relay')).body;
    expect(relay).toMatchObject({ state: 'RUNNING', topic: topicOf('contract'), lag: 0, trouble: null });
    const handled = await system.call(
      'admin',
      ['ADMIN'],
      'contract',
      `/admin/consumers?handled=${relay.position}&timeoutMs=30000`,
    );
    expect(handled.body).toMatchObject({ handled: true, groups: [{ group: GROUP, lag: 0 }] });
    await expectWhole();
  });

  it('records that are no events are kept with their bytes, copied, and hold nobody else up', async () => {
    const producer = system.broker.client().producer({ createPartitioner: Partitioners.DefaultPartitioner });
    const good: PublicMessage = {
      id: '00000000-0000-4000-8000-00000000bad0',
      type: 'contract.ContractSigned',
      source: 'contract',
      subject: 'poisoned',
      time: '2025-03-10T01:00:00.000Z',
      version: 1,
      projectId: 'poisoned',
      correlationId: 'poisoned',
      causationId: 'c',
      sequence: 4,
      data: signed,
    };
    const wire = toWire(good);
    const named = (subject: string) => ({ ...wire.headers, ce_id: randomUUID(), ce_subject: subject });
    const messages = [
      { key: 'poisoned', headers: named('bad-json'), value: '{"half":' },
      { key: 'poisoned', headers: named('empty'), value: null },
      {
        key: 'poisoned',
        headers: {
          ...named('unknown'),
          ce_type: 'engsales.contract.ContractRenamed',
          ce_dataschema: 'urn:engsales:schema:contract.ContractRenamed:1',
        },
        value: '{}',
      },
      { key: 'poisoned', headers: { note: 'nothing else' }, value: '{}' },
      { key: 'poisoned', headers: named('large'), value: JSON.stringify({ text: 'x'.repeat(1_000_000) }) },
      { key: 'poisoned', headers: named('binary'), value: Buffer.from([0, 255, 0, 128]) },
    ];
    await producer.connect();
    await producer.send({ topic: topicOf('contract'), acks: -1, messages });
    await producer.disconnect();
    const letters = async () =>
      (await system.call('admin', ['ADMIN'], 'production', '/admin/dead-letters?status=PARKED&limit=200')).body
        .items as {
        id: string;
        subject: string;
        code: string;
        reaction: string;
        record: { value: string | null; offset: string; topic: string };
      }[];
    await eventually(async () => (await letters()).length >= 6, 'six dead letters');
    const parked = await letters();
    expect(parked.map((l) => [l.subject, l.code, l.reaction === '*']).sort()).toEqual([
      ['bad-json', 'UNREADABLE', false],
      ['binary', 'UNREADABLE', false],
      ['empty', 'UNREADABLE', false],
      ['large', 'SCHEMA_VIOLATION', false],
      ['poisoned', 'BAD_ENVELOPE', true],
      ['unknown', 'UNKNOWN_EVENT', true],
    ]);
    const binary = parked.find((letter) => letter.subject === 'binary');
    expect(binary?.record).toMatchObject({
      topic: topicOf('contract'),
      value: Buffer.from([0, 255, 0, 128]).toString('base64'),
    });
    const reason = { reason: 'a test' };
    const dry = await system.call(
      'admin',
      ['ADMIN'],
      'production',
      `/admin/dead-letters/${binary?.id}/redrive?dryRun=true`,
      reason,
    );
    expect(dry.body).toMatchObject({ dryRun: true, items: [{ outcome: 'FAILED', fault: { code: 'UNREADABLE' } }] });
    for (const { id } of parked) {
      const answer = await system.call('admin', ['ADMIN'], 'production', `/admin/dead-letters/${id}/discard`, reason);
      expect(answer.body).toMatchObject({ status: 'DISCARDED' });
    }
    const copies = async () => await system.recordsOf(deadLetterTopicOf('production'));
    await eventually(async () => (await copies()).length >= 6, 'six copies');
    expect((await copies()).map(({ headers }) => headers['x-code']).sort()).toEqual(parked.map((l) => l.code).sort());
    await sign('after-poison', 2);
    await expectWhole();
  });

  it('a fault that does not pass ends the process, so that somebody looks; mended, it goes on', async () => {
    const pool = system.database.pool();
    const doomed = only('production');
    await pool.query('ALTER TABLE production.consumer_cursor RENAME TO hidden');
    const [contract] = await sign('hopeless', 1);
    expect(await doomed.process.ended).toBe(1);
    expect(doomed.output).toContain('failed again and again');
    await pool.query('ALTER TABLE production.hidden RENAME TO consumer_cursor');
    await system.add('production');
    await expectWhole([contract!]);
  });

  it('a frozen relay that wakes after another took over changes nothing', async () => {
    const sleeper = only('contract');
    const other = await system.add('contract');
    const held = async (replica: Replica) => (await relayAt(replica)).lease.held as boolean;
    await eventually(() => held(sleeper), 'the first holds the lease');
    sleeper.process.child.kill('SIGSTOP');
    await eventually(() => held(other), 'the other relays');
    const meanwhile = await signAt(other, 'relay-frozen');
    all.push(meanwhile);
    const position = () => relayAt(other).then((relay) => relay.position as string);
    await eventually(async () => (await relayAt(other)).lag === 0, 'everything is sent');
    const reached = await position();
    sleeper.process.child.kill('SIGCONT');
    await eventually(async () => !(await held(sleeper)), 'the sleeper knows that it lost the lease');
    expect(await position()).toBe(reached);
    await sign('relay-woken', 2);
    await expectWhole();
  });

  async function productionEventsAt(replica: Replica, contractId: string): Promise<Record<string, string[]>> {
    return pinned(replica).productionEvents(contractId);
  }
  async function relayAt(replica: Replica) {
    return (await pinned(replica).call('admin', ['ADMIN'], 'contract', '/admin/relay')).body;
  }
  const signAt = (replica: Replica, key: string) => pinned(replica).signContract(key, today());
  /** The same questions, asked at this replica whatever else runs. */
  function pinned(replica: Replica): KafkaSystem {
    return Object.assign(Object.create(system) as KafkaSystem, { portOf: () => replica.port });
  }
});
