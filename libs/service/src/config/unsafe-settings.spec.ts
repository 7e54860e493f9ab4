import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigError, readConfig } from './service-config.js';

const SECRET = Buffer.alloc(32, 1).toString('base64');
const BASE = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/engsales', ENGSALES_DATA_DIR: '/no/such/directory' };
const DISTRIBUTED = {
  ...BASE,
  KAFKA_BROKERS: 'b:9092',
  OIDC_ISSUER: 'https://id.example',
  FINGERPRINT_SECRET: SECRET,
  PERSONAL_DATA_MASTER_KEY: SECRET,
  STAFF_ID_SECRET: SECRET,
};
const LAPTOP = { ...BASE, KAFKA_BROKERS: 'b:9092', ENGSALES_LOCAL_KEYS: 'true' };

function problemsOf(env: NodeJS.ProcessEnv, embedded: boolean): readonly string[] {
  try {
    readConfig('contract', env, embedded);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('a service that others can reach', () => {
  const OPEN = { HOST: '0.0.0.0' };
  const OWN_KEY = 'HOST: 0.0.0.0 is not loopback, and tokens signed with the key of this machine are taken there';
  const CLOCK = 'HOST: 0.0.0.0 is not loopback, and the clock of the embedded profile can be set there';
  it.each<[string, NodeJS.ProcessEnv, boolean, string[]]>([
    ['with an identity provider starts', DISTRIBUTED, false, []],
    ['with the keys of a laptop does not', LAPTOP, false, [OWN_KEY]],
    ['with the keys of a laptop beside a provider starts', { ...LAPTOP, ...DISTRIBUTED }, false, []],
    ['does not in the embedded profile', BASE, true, [OWN_KEY, CLOCK]],
    ['does not with a settable clock', { ...BASE, OIDC_ISSUER: 'https://id.example' }, true, [CLOCK]],
  ])('%s', (_title, env, embedded, problems) => expect(problemsOf({ ...env, ...OPEN }, embedded)).toEqual(problems));
  it.each(['127.0.0.1', '::1', 'localhost', ''])('is not one that listens on %j', (HOST) =>
    expect(problemsOf({ ...BASE, HOST }, true)).toEqual([]),
  );
});

describe('an issuer of tokens', () => {
  const issuer = (OIDC_ISSUER: string) => problemsOf({ ...DISTRIBUTED, OIDC_ISSUER }, false);
  it.each(['https://id.example', 'http://127.0.0.1:8080/realms/x', 'http://localhost:8080', 'http://[::1]:8080'])(
    'may be %s',
    (url) => expect(issuer(url)).toEqual([]),
  );
  it.each(['http://id.example', 'HTTP://10.0.0.1:8080/realms/x', 'http://localhost.example'])(
    'may not be %s: tokens could be forged on the way',
    (url) => expect(issuer(url)).toEqual(['OIDC_ISSUER: must be https; only an issuer on loopback may be http']),
  );
  it('has a map of roles that names roles', () =>
    expect(problemsOf({ ...DISTRIBUTED, OIDC_ROLE_MAP: 'sales=SALES,fin' }, false)).toEqual([
      'OIDC_ROLE_MAP: fin: must be <name at the provider>=<role>, such as sales=SALES',
    ]));
});

describe('the password of a database', () => {
  it.each(['engsales', 'postgres'])('off loopback is not %s', (password) => {
    const url = `postgres://engsales:${password}@db.example:5432/engsales`;
    const words = 'db.example is not loopback, and its password is the one of a sample that everybody knows';
    expect(problemsOf({ ...DISTRIBUTED, DATABASE_URL: url }, false)).toEqual([`DATABASE_URL: ${words}`]);
    expect(problemsOf({ ...DISTRIBUTED, CONTRACT_DATABASE_URL: url }, false)).toEqual([
      `CONTRACT_DATABASE_URL: ${words}`,
    ]);
  });
  it.each(['postgres://engsales:engsales@127.0.0.1/x', 'postgres://engsales:a1b2@db.example/x', 'postgres://db/x'])(
    'may be that of %s',
    (DATABASE_URL) => expect(problemsOf({ ...DISTRIBUTED, DATABASE_URL }, false)).toEqual([]),
  );
});

describe('the keys of this machine', () => {
  let dataDir: string;
  const keyFile = () => path.join(dataDir, 'keys', 'token-key.json');
  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'keys-'));
    fs.mkdirSync(path.join(dataDir, 'keys'));
    fs.writeFileSync(keyFile(), '{}', { mode: 0o600 });
  });
  afterEach(() => fs.rmSync(dataDir, { recursive: true }));

  it('are read by their owner only', () => {
    expect(problemsOf({ ...BASE, ENGSALES_DATA_DIR: dataDir }, true)).toEqual([]);
    for (const mode of [0o640, 0o604, 0o620]) {
      fs.chmodSync(keyFile(), mode);
      const words = `others may read token-key.json in ${path.join(dataDir, 'keys')}; chmod 600 makes them its owner's`;
      expect(problemsOf({ ...BASE, ENGSALES_DATA_DIR: dataDir }, true)).toEqual([`ENGSALES_DATA_DIR: ${words}`]);
    }
  });
  it('are of no interest where they are not used', () => {
    fs.chmodSync(keyFile(), 0o644);
    expect(problemsOf({ ...DISTRIBUTED, ENGSALES_DATA_DIR: dataDir }, false)).toEqual([]);
  });
});
