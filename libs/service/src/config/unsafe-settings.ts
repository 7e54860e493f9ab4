import { isLoopback } from '@engsales/http';
import fs from 'node:fs';
import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** What is good enough on one machine and nowhere else, in sentences; a service does not start with it. */
export function unsafeSettings(env: Env, databaseVariable: string, embedded: boolean): string[] {
  const hasOwnKeys = embedded || env.ENGSALES_LOCAL_KEYS === 'true';
  return [
    ...openHosts(env, embedded, hasOwnKeys),
    ...plainIssuers(env),
    ...['DATABASE_URL', databaseVariable].flatMap((name) => knownPasswords(name, env)),
    ...(hasOwnKeys ? readableKeys(path.resolve(env.ENGSALES_DATA_DIR ?? '.data', 'keys')) : []),
  ];
}

function openHosts({ HOST = '127.0.0.1', OIDC_ISSUER }: Env, embedded: boolean, hasOwnKeys: boolean): string[] {
  if (isLoopback(HOST)) return [];
  const problems = [];
  if (hasOwnKeys && !OIDC_ISSUER)
    problems.push(`HOST: ${HOST} is not loopback, and tokens signed with the key of this machine are taken there`);
  if (embedded) problems.push(`HOST: ${HOST} is not loopback, and the clock of the embedded profile can be set there`);
  return problems;
}

function plainIssuers({ OIDC_ISSUER: issuer = '' }: Env): string[] {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (url?.protocol !== 'http:' || isLoopback(url.hostname)) return [];
  return ['OIDC_ISSUER: must be https; only an issuer on loopback may be http'];
}

/** Of deploy/compose.yaml, and of the images of PostgreSQL. */
const KNOWN_PASSWORDS = ['engsales', 'postgres'];

function knownPasswords(name: string, env: Env): string[] {
  const url = URL.canParse(env[name] ?? '') ? new URL(env[name] ?? '') : undefined;
  if (!url || isLoopback(url.hostname) || !KNOWN_PASSWORDS.includes(url.password)) return [];
  return [`${name}: ${url.hostname} is not loopback, and its password is the one of a sample that everybody knows`];
}

function readableKeys(keysDir: string): string[] {
  if (process.platform === 'win32' || !fs.existsSync(keysDir)) return [];
  const readable = fs.readdirSync(keysDir).filter((name) => {
    const found = fs.statSync(path.join(keysDir, name), { throwIfNoEntry: false });
    return found?.isFile() === true && (found.mode & 0o077) !== 0;
  });
  if (readable.length === 0) return [];
  return [`ENGSALES_DATA_DIR: others may read ${readable.join(', ')} in ${keysDir}; chmod 600 makes them its owner's`];
}
