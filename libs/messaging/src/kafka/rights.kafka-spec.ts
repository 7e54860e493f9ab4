import { SERVICES, topicOf, type ServiceName } from '@engsales/events';
import { freshDatabase, type TestDatabase } from '../../../../tools/testing/database.js';
import { eventually } from '../../../../tools/testing/eventually.js';
import { documentedAcls, securedBroker, type SecuredBroker } from '../../../../tools/testing/secured-kafka.js';
import { MESSAGING_ON_KAFKA_SCHEMA, MESSAGING_SCHEMA, MESSAGING_UNTRUSTED_SCHEMA } from '../schema.js';
import { KafkaBus } from './kafka-bus.js';
import { withAdmin } from './kafka-client.js';
import { KafkaLink } from './kafka-link.js';
import { KafkaSender } from './kafka-sender.js';
import { PartitionCheckpoints } from './partition-checkpoints.js';
import { findRights, wantedRights } from './rights.js';
import { topicPlans } from './topics.js';

const record = { key: 'k', headers: { note: 'a test' }, value: '{}' };

describe('a broker on which each service has a login', () => {
  let secured: SecuredBroker;
  let database: TestDatabase;
  beforeAll(async () => {
    secured = await securedBroker(['erp']);
    database = await freshDatabase();
    await database.pool().query(MESSAGING_SCHEMA + MESSAGING_ON_KAFKA_SCHEMA + MESSAGING_UNTRUSTED_SCHEMA);
  });
  afterAll(async () => {
    await secured.stop();
    await database.drop();
  });

  const recordsOn = (topic: string) =>
    withAdmin(secured.clientOf('admin'), async (admin) =>
      (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0),
    );
  const linkOf = (service: ServiceName, user: string = service) =>
    new KafkaLink(secured.clientOf(user), topicPlans(SERVICES), () => undefined, wantedRights(service, true));

  it.each(SERVICES)('lets only %s write its topic', async (publisher) => {
    const topic = topicOf(publisher);
    const before = await recordsOn(topic);
    for (const user of [...SERVICES, 'erp']) {
      const sender = new KafkaSender(secured.clientOf(user));
      const sending = sender.send(topic, [record]);
      if (user === publisher) await sending;
      else await expect(sending).rejects.toThrow('Not authorized to access topics');
      await sender.close();
    }
    expect(await recordsOn(topic)).toBe(before + 1);
  });

  it.each(SERVICES)(
    'gives %s all that it needs and nothing that it should not have, and asking writes nothing',
    async (service) => {
      const before = await Promise.all(SERVICES.map((each) => recordsOn(topicOf(each))));
      expect(await findRights(secured.clientOf(service), wantedRights(service, true))).toEqual({
        missing: [],
        tooMany: [],
      });
      expect(await linkOf(service).look()).toMatchObject({ status: 'UP', warnings: [] });
      expect(await Promise.all(SERVICES.map((each) => recordsOn(topicOf(each))))).toEqual(before);
    },
  );

  it('a login that may write everything works, with a warning for each topic that is not its own', async () => {
    const before = await recordsOn(topicOf('contract'));
    const { status, warnings } = await linkOf('production', 'admin').look();
    expect(status).toBe('UP');
    expect(warnings).toEqual(
      ['lead', 'tender', 'contract', 'aftersales'].map(
        (other) => `this login may write engsales.${other}.events, which another service publishes`,
      ),
    );
    expect(await recordsOn(topicOf('contract'))).toBe(before);
  });

  it('a login that may not write its topics is a state that names them, and ends once the right is given', async () => {
    const link = linkOf('contract', 'tender');
    expect(await link.look()).toMatchObject({
      status: 'NOT_AUTHORIZED',
      message:
        'this login may not write engsales.contract.events, engsales.contract.dead-letters: see docs/integrate-kafka.md',
    });
    const granted = documentedAcls('contract').map((entry) => ({ ...entry, principal: 'User:tender' }));
    await withAdmin(secured.clientOf('admin'), (admin) => admin.createAcls({ acl: granted }));
    await eventually(async () => (await link.look()).status === 'UP', 'it goes on by itself');
  });

  it('a login that may see nothing is told what it lacks', async () => {
    expect(await linkOf('contract', 'erp').look()).toMatchObject({
      status: 'TOPICS_WRONG',
      message: expect.stringContaining(
        'engsales.contract.events does not exist, or this login may not see it',
      ) as string,
    });
  });

  it('a group that the broker refuses is named while it is tried again', async () => {
    const stop = new AbortController();
    const link = linkOf('lead');
    await link.look();
    const bus = new KafkaBus(secured.clientOf('lead'), link, new PartitionCheckpoints(database.pool()), {
      sessionTimeoutMs: 10_000,
      isTransient: () => true,
      onTrouble: () => undefined,
      onLost: () => undefined,
    });
    // a group of another service: lead may only join its own
    const subscribing = bus.subscribe({
      group: 'production',
      source: 'contract',
      epoch: 0n,
      signal: stop.signal,
      deliver: () => Promise.resolve(),
    });
    await expect(subscribing).rejects.toMatchObject({ type: 'GROUP_AUTHORIZATION_FAILED' });
    expect([...bus.refused.keys()]).toEqual(['engsales.production.contract']);
    stop.abort();
  });
});
