import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { freePort, startServiceProcess } from '@engsales/launcher';
import { deadLetterTopicOf, SERVICES, topicOf } from '@engsales/events';
import { withAdmin } from '@engsales/messaging';
import { freshDatabase, type TestDatabase } from '../tools/testing/database.js';
import { eventually } from '../tools/testing/eventually.js';
import { testBroker } from '../tools/testing/kafka.js';

const TOPICS_MAIN = path.resolve(__dirname, '../apps/launcher/dist/kafka/topics-main.js');
const topics = (env: NodeJS.ProcessEnv, ...args: string[]) =>
  spawnSync(process.execPath, [TOPICS_MAIN, ...args], { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });

describe('starting on Kafka', () => {
  let database: TestDatabase;
  let scratch: string;
  beforeEach(async () => {
    database = await freshDatabase();
    scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-kafka-start-'));
  });
  afterEach(async () => {
    await database.drop();
    fs.rmSync(scratch, { recursive: true, force: true });
  });

  const start = (brokers: string, env: NodeJS.ProcessEnv = {}) =>
    startServiceProcess(
      'production',
      {
        PATH: process.env.PATH,
        LOG_LEVEL: 'error',
        ENGSALES_LOCAL_KEYS: 'true',
        ENGSALES_DATA_DIR: scratch,
        DATABASE_URL: database.url,
        DATABASE_LAYOUT: 'schema',
        PRODUCTION_PORT: '0',
        KAFKA_BROKERS: brokers,
        ...env,
      },
      () => undefined,
    );
  const ready = async (port: number) => {
    // a connection of its own: starting a broker blocks this process for longer than the service keeps an idle one
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) =>
      http.get({ host: '127.0.0.1', port, path: '/health/ready', agent: false }, resolve).once('error', reject),
    );
    const { details } = (await json(answer)) as { details: { kafka: { state: string } } };
    return `${answer.statusCode} ${details.kafka.state}`;
  };

  it('a broker that is not there yet is waited for, and said; with wrong topics nothing is sent or read', async () => {
    const port = await freePort();
    const service = start(`127.0.0.1:${port}`);
    const at = await service.ready;
    expect(await ready(at)).toBe('503 UNREACHABLE');
    expect((await fetch(`http://127.0.0.1:${at}/health/live`)).status).toBe(200);
    const broker = await testBroker({ port, provision: false });
    try {
      await eventually(async () => (await ready(at)) === '503 TOPICS_WRONG', 'the missing topics are named');
      expect(topics({ KAFKA_BROKERS: broker.brokers }).status).toBe(0);
      await eventually(async () => (await ready(at)) === '200 UP', 'it goes on by itself');
    } finally {
      service.child.kill('SIGTERM');
      expect(await service.ended).toBe(0);
      await broker.stop();
    }
  });

  it('npm run topics creates what is missing, checks what is there, and a service refuses to start on a mismatch', async () => {
    const broker = await testBroker({ provision: false });
    const env = { KAFKA_BROKERS: broker.brokers };
    try {
      expect(topics(env, '--check').stderr).toContain('engsales.contract.events does not exist');
      await withAdmin(broker.client(), (admin) =>
        admin.createTopics({ topics: [{ topic: topicOf('contract'), numPartitions: 6 }] }),
      );
      const provisioned = topics(env);
      expect([provisioned.status, provisioned.stdout.match(/^created /gm)]).toEqual([1, Array(9).fill('created ')]);
      expect(provisioned.stderr).toContain('engsales.contract.events has 6 partitions, not 12');
      expect(provisioned.stderr).toContain('keeps records 604800000 ms, less than 14 days');
      const refused = start(broker.brokers);
      expect(await refused.ended).toBe(1);
      await expect(refused.ready).rejects.toThrow('engsales.contract.events has 6 partitions, not 12');

      await withAdmin(broker.client(), (admin) => admin.deleteTopics({ topics: [topicOf('contract')] }));
      expect(topics(env, '--retention-days', '30').stdout).toContain('topics: 1 created, 0 problems');
      expect(topics(env).stdout).toContain('topics: 0 created, 0 problems');
      const found = await withAdmin(broker.client(), (admin) => admin.fetchTopicMetadata({ topics: [] }));
      const counts = Object.fromEntries(found.topics.map(({ name, partitions }) => [name, partitions.length]));
      for (const service of SERVICES) {
        expect([counts[topicOf(service)], counts[deadLetterTopicOf(service)]]).toEqual([12, 1]);
      }
      expect(topics({ KAFKA_BROKERS: '127.0.0.1:1' }).status).toBe(1);
      expect(topics({ KAFKA_BROKERS: 'nonsense' }).stderr).toContain('host:port');
    } finally {
      await broker.stop();
    }
  });

  it('talks TLS and logs in with SCRAM; a wrong password is a clear state', async () => {
    const password = randomBytes(12).toString('hex');
    const store = path.join(scratch, 'broker.p12');
    const pem = path.join(scratch, 'broker.pem');
    const secret = ['-storepass', password, '-keystore', store, '-storetype', 'PKCS12', '-alias', 'broker'];
    const name = ['-dname', 'CN=localhost', '-ext', 'SAN=IP:127.0.0.1,DNS:localhost'];
    execFileSync('keytool', ['-genkeypair', '-keyalg', 'RSA', '-validity', '2', ...name, ...secret], {
      stdio: 'ignore',
    });
    execFileSync('keytool', ['-exportcert', '-rfc', '-file', pem, ...secret], { stdio: 'ignore' });
    const [port, controller] = [await freePort(), await freePort()];
    const jaas = 'org.apache.kafka.common.security.scram.ScramLoginModule required';
    const broker = await testBroker({
      provision: false,
      port,
      format: ['--add-scram', `SCRAM-SHA-512=[name=engsales,password=${password}]`],
      properties: {
        listeners: `SASL_SSL://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
        'controller.quorum.voters': `1@127.0.0.1:${controller}`,
        'advertised.listeners': `SASL_SSL://127.0.0.1:${port}`,
        'listener.security.protocol.map': 'SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT',
        'inter.broker.listener.name': 'SASL_SSL',
        'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
        'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
        'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': `${jaas} username="engsales" password="${password}";`,
        'ssl.keystore.type': 'PKCS12',
        'ssl.keystore.location': store,
        'ssl.keystore.password': password,
        'ssl.truststore.type': 'PKCS12',
        'ssl.truststore.location': store,
        'ssl.truststore.password': password,
      },
    });
    const env = {
      KAFKA_BROKERS: `127.0.0.1:${port}`,
      KAFKA_SSL: 'true',
      KAFKA_SSL_CA_FILE: pem,
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'engsales',
      KAFKA_SASL_PASSWORD: password,
    };
    const wrong = start(env.KAFKA_BROKERS, { ...env, KAFKA_SASL_PASSWORD: 'wrong' });
    try {
      expect(topics(env)).toMatchObject({ status: 0 });
      expect(topics({ ...env, KAFKA_SASL_PASSWORD: 'wrong' }).status).toBe(1);
      const right = start(env.KAFKA_BROKERS, env);
      const at = await right.ready;
      await eventually(async () => (await ready(at)) === '200 UP', 'ready over TLS');
      right.child.kill('SIGTERM');
      expect(await right.ended).toBe(0);
      expect(await ready(await wrong.ready)).toBe('503 UNREACHABLE');
    } finally {
      wrong.child.kill('SIGTERM');
      await wrong.ended;
      await broker.stop();
    }
  });
});
