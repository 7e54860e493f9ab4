import { ConfigError, describeVariables, readConfig } from './service-config.js';

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
  it('refuses to run a single service without Kafka, and what is not there yet', () => {
    expect(problemsOf({ DATABASE_URL: url }, false).map((problem) => problem.split(':')[0])).toEqual([
      'KAFKA_BROKERS',
      'OIDC_ISSUER',
      'FINGERPRINT_SECRET',
      'PERSONAL_DATA_MASTER_KEY',
    ]);
    expect(problemsOf({ DATABASE_URL: url, KAFKA_BROKERS: 'b:9092', EVENTSTORE_URL: 'esdb://x' })).toHaveLength(2);
  });
  it('describes every variable', () => expect(describeVariables().every((v) => v.meaning !== '')).toBe(true));
});
