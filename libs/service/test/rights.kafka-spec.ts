import { withAdmin } from '@engsales/messaging';
import { AclOperationTypes } from 'kafkajs';
import { eventually } from '../../../tools/testing/eventually.js';
import { KafkaSystem } from '../../../tools/testing/kafka-system.js';
import { documentedAcls, securedBroker, type SecuredBroker } from '../../../tools/testing/secured-kafka.js';

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const isWrite = ({ operation }: { operation: AclOperationTypes }) => operation === AclOperationTypes.WRITE;
const acls = documentedAcls('contract').map((entry) => ({ ...entry, principal: 'User:reader' }));

describe('a service on a broker with ACLs', () => {
  let secured: SecuredBroker;
  let system: KafkaSystem;
  beforeAll(async () => {
    secured = await securedBroker(['reader']);
    system = await KafkaSystem.start([], secured.broker);
    await give(acls.filter((entry) => !isWrite(entry)));
    const seen = () => withAdmin(secured.clientOf('reader'), (admin) => admin.listTopics());
    await eventually(async () => (await seen()).length > 0, 'the reader sees the topics');
  });
  afterAll(() => system.dispose());

  const give = (acl: typeof acls) => withAdmin(secured.clientOf('admin'), (admin) => admin.createAcls({ acl }));

  it('whose relay may not write says so, takes commands, does not crash, and publishes once it may', async () => {
    const replica = await system.add('contract', secured.loginOf('reader'));
    expect(await stateOf(replica.port)).toMatchObject({
      status: 503,
      kafka: {
        state: 'NOT_AUTHORIZED',
        message: expect.stringContaining('may not write engsales.contract.events') as string,
      },
    });
    await system.signContract('without-rights', today());
    const relay = async () => (await system.call('admin', ['ADMIN'], 'contract', '/admin/relay')).body;
    expect(await relay()).toMatchObject({ state: 'WAITING', kafka: { status: 'NOT_AUTHORIZED' } });
    expect((await relay()).lag).toBeGreaterThan(0);

    await give(acls.filter(isWrite));
    await eventually(async () => (await relay()).lag === 0, 'everything is published');
    expect(await relay()).toMatchObject({ state: 'RUNNING', trouble: null, kafka: { status: 'UP', warnings: [] } });
    expect((await system.health(replica)).status).toBe(200);
    expect(replica.process.child.exitCode).toBeNull();
  });

  async function stateOf(port: number) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const { details } = (await answer.json()) as { details: { kafka: { state: string; message: string } } };
    return { status: answer.status, kafka: details.kafka };
  }
});
