import { SERVICES } from '@engsales/events';
import { freePort } from '@engsales/launcher';
import { findRights, kafkaClient, provisionTopics, wantedRights, withAdmin } from '@engsales/messaging';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclEntry,
  type Kafka,
} from 'kafkajs';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './eventually.js';
import { testBroker, type TestBroker } from './kafka.js';

export interface SecuredBroker {
  readonly broker: TestBroker;
  /** A client that is logged in; `admin` may do everything. */
  clientOf(user: string): Kafka;
  /** What a service is started with, to log in. */
  loginOf(user: string): NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** A broker with a login per service (SASL/PLAIN) that gives each the rights of docs/integrate-kafka.md, and no other. */
export async function securedBroker(further: readonly string[] = []): Promise<SecuredBroker> {
  const users = ['admin', ...SERVICES, ...further];
  const passwords = new Map(users.map((user) => [user, randomBytes(12).toString('hex')]));
  const [port, controller] = [await freePort(), await freePort()];
  const logins = [...passwords].map(([user, password]) => `user_${user}="${password}"`).join(' ');
  const jaas = `org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="${passwords.get('admin')}" ${logins};`;
  const broker = await testBroker({
    provision: false,
    port,
    properties: {
      listeners: `SASL_PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
      'controller.quorum.voters': `1@127.0.0.1:${controller}`,
      'advertised.listeners': `SASL_PLAINTEXT://127.0.0.1:${port}`,
      'listener.security.protocol.map': 'SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
      'inter.broker.listener.name': 'SASL_PLAINTEXT',
      'sasl.enabled.mechanisms': 'PLAIN',
      'sasl.mechanism.inter.broker.protocol': 'PLAIN',
      'listener.name.sasl_plaintext.plain.sasl.jaas.config': jaas,
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      // the controller listener of this one node has no login; nobody else reaches it
      'super.users': 'User:admin;User:ANONYMOUS',
    },
  });
  const clientOf = (username: string) =>
    kafkaClient(
      {
        brokers: [broker.brokers],
        clientId: username,
        sessionTimeoutMs: 10_000,
        retries: 1,
        sasl: { mechanism: 'plain', username, password: passwords.get(username) ?? '' },
      },
      () => undefined,
    );
  const loginOf = (user: string) => ({
    KAFKA_SASL_MECHANISM: 'plain',
    KAFKA_SASL_USERNAME: user,
    KAFKA_SASL_PASSWORD: passwords.get(user),
  });
  await withAdmin(clientOf('admin'), async (admin) => {
    await provisionTopics(admin, { retentionDays: -1 });
    for (const service of SERVICES) await admin.createAcls({ acl: documentedAcls(service) });
  });
  for (const service of SERVICES) {
    const rights = () => findRights(clientOf(service), wantedRights(service, false));
    await eventually(async () => (await rights()).missing.length === 0, `the rights of ${service}`);
  }
  return { broker, clientOf, loginOf, stop: () => broker.stop() };
}

const DOCUMENT = path.resolve(__dirname, '../../docs/integrate-kafka.md');
const OPERATIONS: Readonly<Record<string, AclOperationTypes>> = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Describe: AclOperationTypes.DESCRIBE,
  DescribeConfigs: AclOperationTypes.DESCRIBE_CONFIGS,
};

/** The rights that the block of the document gives to this user: bash runs it, and what it asks of kafka-acls.sh is read. */
export function documentedAcls(user: string): AclEntry[] {
  const block = readFileSync(DOCUMENT, 'utf8').match(/^```sh\n(acl\(\) [\s\S]+?)```/m)?.[1];
  if (block === undefined) throw new Error('docs/integrate-kafka.md has no block that starts with acl()');
  const asked = execFileSync('bash', ['-euo', 'pipefail', '-c', `kafka-acls.sh() { echo "$*"; }\n${block}`], {
    encoding: 'utf8',
    env: { ...process.env, KAFKA_BROKERS: 'unasked:9092' },
  });
  const lines = asked
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return lines.filter((words) => words.includes(`User:${user}`)).flatMap((words) => entriesOf(words, user));
}

function entriesOf(words: readonly string[], user: string): AclEntry[] {
  const valuesOf = (option: string) => words.filter((_word, at) => words[at - 1] === option);
  const prefixed = valuesOf('--resource-pattern-type').includes('prefixed');
  const resources = [
    ...valuesOf('--topic').map((resourceName) => ({ resourceName, resourceType: AclResourceTypes.TOPIC })),
    ...valuesOf('--group').map((resourceName) => ({ resourceName, resourceType: AclResourceTypes.GROUP })),
  ];
  return resources.flatMap((resource) =>
    valuesOf('--operation').map((name) => ({
      ...resource,
      resourcePatternType: prefixed ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
      principal: `User:${user}`,
      host: '*',
      operation: OPERATIONS[name] ?? AclOperationTypes.UNKNOWN,
      permissionType: AclPermissionTypes.ALLOW,
    })),
  );
}
