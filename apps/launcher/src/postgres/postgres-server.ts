import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  closeSync,
  chownSync,
} from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { freePort, refuseTakenPort } from '../ports.js';
import { postgresBinaries } from './postgres-binaries.js';
import {
  canRun,
  copyOfBinaries,
  makeDirectory,
  refugeFor,
  serverAccount,
  type ServerAccount,
} from './server-account.js';

export interface PostgresOptions {
  /** Root of the checkout: names the refuge of the binaries when the server's account cannot walk here. */
  readonly checkout: string;
  /** Keeps the cluster in `postgres/` and its password in `keys/`. */
  readonly dataDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** false only in tests: no fsync. */
  readonly durable: boolean;
  readonly say: (line: string) => void;
}

export interface PostgresServer {
  readonly port: number;
  readonly binDir: string;
  /** True when a server left behind by a killed launcher was found running and is used on. */
  readonly takenOver: boolean;
  url(database: string): string;
  stop(): Promise<void>;
}

const USER = 'engsales';
const START_ATTEMPTS = 8;

/** Starts the PostgreSQL that npm installed, or goes on with the one that its own pid file says is still running. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = serverAccount();
  const { binDir, cluster, passwordFile } = await placeFor(options, account);
  const password = passwordIn(passwordFile);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) await initialise(binDir, cluster, password, account, options);
  const running = runningPort(cluster);
  const takenOver = running !== undefined && (await answers(running, password));
  const port = takenOver ? running : await start(binDir, cluster, account, options);
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const stop = () => run(path.join(binDir, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'], account);
  return { port, binDir, takenOver, url, stop };
}

/** Binaries and cluster each stay in the checkout where the server's account can walk to them. */
async function placeFor({ checkout, dataDir, say }: PostgresOptions, account: ServerAccount) {
  const binaries = await postgresBinaries();
  mkdirSync(dataDir, { recursive: true });
  const [canRunBinaries, canReachData] = [canRun(binaries.postgres, account), canRun(dataDir, account)];
  const refuge = refugeFor(canReachData ? checkout : dataDir);
  if (!canRunBinaries || !canReachData) {
    const what = canReachData ? 'binaries go' : 'binaries and data go';
    say(`PostgreSQL's account cannot walk to ${checkout}; ${what} to ${refuge}`);
  }
  return {
    binDir: canRunBinaries ? binaries.binDir : copyOfBinaries(binaries.nativeDir, refuge, binaries.version),
    cluster: path.join(canReachData ? dataDir : refuge, 'postgres'),
    // the password stays with its cluster: a new checkout at the old path finds both or neither
    passwordFile: canReachData
      ? path.join(dataDir, 'keys', 'postgres-password')
      : path.join(refuge, 'postgres-password'),
  };
}

function passwordIn(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

async function initialise(
  binDir: string,
  cluster: string,
  password: string,
  account: ServerAccount,
  options: PostgresOptions,
): Promise<void> {
  options.say('creating the PostgreSQL cluster (first start only)');
  // built beside and renamed: a start that is killed midway leaves nothing that looks like a cluster
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  makeDirectory(draft, account);
  const passwordFile = path.join(cluster, '..', `.initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  try {
    const auth = ['-A', 'scram-sha-256', '-U', USER, `--pwfile=${passwordFile}`];
    const shape = ['--encoding=UTF8', '--locale=C.UTF-8', ...(options.durable ? [] : ['--no-sync'])];
    await run(path.join(binDir, 'initdb'), ['-D', draft, ...auth, ...shape], account);
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function start(
  binDir: string,
  cluster: string,
  account: ServerAccount,
  options: PostgresOptions,
): Promise<number> {
  const port = options.port === 0 ? await freePort() : options.port;
  await refuseTakenPort(port, '127.0.0.1', 'POSTGRES_PORT');
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '500',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    log_min_messages: 'warning',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const log = path.join(cluster, 'server.log');
  const args = ['start', '-D', cluster, '-w', '-t', '90', '-l', log, '-o', flags.join(' ')];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run(path.join(binDir, 'pg_ctl'), args, account, `PostgreSQL did not start; see ${log}`);
      return port;
    } catch (error) {
      // backends of a killed server hold its shared memory until they notice; a moment later the start succeeds
      if (attempt === START_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** Port in the cluster's own pid file while that process lives; never looked up by name. */
function runningPort(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
    return Number(port);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? Number(port) : undefined;
  }
}

async function answers(port: number, password: string): Promise<boolean> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const client = new Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      // 57P03: the server is starting up or recovering
      if ((error as { code?: string }).code !== '57P03') return false;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  return false;
}

async function run(file: string, args: string[], account: ServerAccount, onFailure?: string): Promise<void> {
  const output = path.join(process.env.TMPDIR ?? '/tmp', `engsales-${process.pid}-${path.basename(file)}.log`);
  // pg_ctl's server inherits our pipes, so its output must go to a file or we would wait for ever
  const sink = openSync(output, 'w');
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(file, args, { ...account, cwd: '/', stdio: ['ignore', sink, sink] });
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (code !== 0) throw new Error(`${onFailure ?? `${path.basename(file)} failed`}: ${readFileSync(output, 'utf8')}`);
  } finally {
    closeSync(sink);
    rmSync(output, { force: true });
  }
}
