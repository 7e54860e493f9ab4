import { kafkaSettings } from './kafka-config.js';
import { ConfigError, describeVariables, readConfig } from './service-config.js';
import { describeSettings } from './settings.js';
import { describeTexts } from './texts.js';

const url = 'postgres://u:p@127.0.0.1:5432/engsales';
const problemsOf = (env: NodeJS.ProcessEnv, embedded = true): readonly string[] => {
  try {
    readConfig('contract', env, embedded);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
};

describe('the configuration', () => {
  it('has a default for everything but the database', () => {
    expect(readConfig('contract', { DATABASE_URL: url }, true)).toMatchObject({
      port: 7103,
      databaseUrl: url + '_contract',
      LEASE_SECONDS: 5,
      schema: undefined,
    });
  });
  it('takes one database with a schema per service, or a database of its own', () => {
    expect(readConfig('contract', { DATABASE_URL: url, DATABASE_LAYOUT: 'schema' }, true)).toMatchObject({
      databaseUrl: url,
      schema: 'contract',
    });
    expect(readConfig('contract', { DATABASE_URL: url, CONTRACT_DATABASE_URL: 'postgres://x/y' }, true)).toMatchObject({
      databaseUrl: 'postgres://x/y',
    });
  });
  it('names everything that is wrong at once', () => {
    const wrong = {
      DATABASE_URL: 'mysql://x',
      CONTRACT_PORT: '70000',
      LEASE_SECONDS: '0',
      LOG_LEVEL: 'loud',
      FINGERPRINT_SECRET: 'short',
      ENGSALES_CLOCK: 'noon',
    };
    const problems = problemsOf(wrong);
    for (const name of Object.keys(wrong)) expect(problems.some((problem) => problem.startsWith(name))).toBe(true);
  });
  it('refuses to run a single service without Kafka and without an identity provider, and what is not there yet', () => {
    expect(problemsOf({ DATABASE_URL: url }, false).map((problem) => problem.split(':')[0])).toEqual([
      'KAFKA_BROKERS',
      'OIDC_ISSUER',
      'FINGERPRINT_SECRET',
      'PERSONAL_DATA_MASTER_KEY',
      'STAFF_ID_SECRET',
    ]);
    expect(problemsOf({ DATABASE_URL: url, EVENTSTORE_URL: 'esdb://x' })).toHaveLength(1);
    const laptop = { DATABASE_URL: url, KAFKA_BROKERS: 'b:9092', ENGSALES_LOCAL_KEYS: 'true' };
    expect(problemsOf(laptop, false)).toEqual([]);
  });
  it('takes brokers, TLS and a login for Kafka, and says what is missing', () => {
    const wrong = { KAFKA_BROKERS: 'no port', KAFKA_SSL_CA_FILE: '/no/such/file', KAFKA_SASL_MECHANISM: 'plain' };
    const problems = problemsOf({ DATABASE_URL: url, ...wrong });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'KAFKA_BROKERS',
      'KAFKA_SSL_CA_FILE',
      'KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD',
      'KAFKA_SSL_CA_FILE',
    ]);
    const login = { KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_SASL_USERNAME: 'u', KAFKA_SASL_PASSWORD: 'p' };
    const env = {
      DATABASE_URL: url,
      KAFKA_BROKERS: 'a:1, b:2',
      KAFKA_SSL: 'true',
      KAFKA_SSL_CA_FILE: __filename,
      ...login,
    };
    expect(kafkaSettings(readConfig('contract', env, true), 'me')).toMatchObject({
      brokers: ['a:1', 'b:2'],
      sasl: { mechanism: 'scram-sha-512', username: 'u', password: 'p' },
      tls: { ca: [expect.stringContaining('kafkaSettings')] },
      sessionTimeoutMs: 30_000,
    });
  });
  it('takes what the company has settled, with its defaults, and says what cannot be', () => {
    const hours = { variable: 'ANSWER_HOURS', fallback: 4, most: 240, fractions: true, meaning: 'hours' };
    const minutes = { variable: 'FEEDBACK_MINUTES', fallback: 120, most: 600, meaning: 'minutes' };
    const settle = (env: NodeJS.ProcessEnv) =>
      readConfig('production', { DATABASE_URL: url, ...env }, true, { hours, minutes }).settings;
    expect(settle({ ANSWER_HOURS: '0.5' })).toEqual({ hours: 0.5, minutes: 120 });
    for (const wrong of ['601', '-1', '1.5', 'soon', ' ', '0x10']) {
      expect(() => settle({ FEEDBACK_MINUTES: wrong })).toThrow('FEEDBACK_MINUTES: ');
    }
    expect(describeSettings({ hours })).toEqual([{ name: 'ANSWER_HOURS', fallback: '4', meaning: 'hours' }]);
  });
  it('takes what the company says of itself, one line each, and says what is wrong with it', () => {
    const name = { variable: 'COMPANY_NAME', most: 5, meaning: 'name' };
    const fault = (text: string) => (text.startsWith('A') ? undefined : 'begins with A');
    const code = { variable: 'COMPANY_CODE', most: 9, meaning: 'code', spell: (t: string) => t.toUpperCase(), fault };
    const say = (env: NodeJS.ProcessEnv) =>
      readConfig('contract', { DATABASE_URL: url, ...env }, true, {}, { name, code }).texts;
    expect(say({})).toEqual({ name: undefined, code: undefined });
    expect(say({ COMPANY_NAME: ' 某某公司 ', COMPANY_CODE: 'a1' })).toEqual({ name: '某某公司', code: 'A1' });
    expect(say({ COMPANY_NAME: '  ' })).toEqual({ name: undefined, code: undefined });
    expect(() => say({ COMPANY_NAME: '某某某某公司' })).toThrow('COMPANY_NAME: at most 5 signs');
    expect(() => say({ COMPANY_NAME: '某\n某' })).toThrow('COMPANY_NAME: one line');
    expect(() => say({ COMPANY_CODE: 'b1' })).toThrow('COMPANY_CODE: begins with A');
    expect(describeTexts({ name })).toEqual([{ name: 'COMPANY_NAME', fallback: '', meaning: 'name' }]);
  });
  it('describes every variable', () => expect(describeVariables().every((v) => v.meaning !== '')).toBe(true));
});
