import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

/** The system account that runs PostgreSQL: `postgres` where we are root (the server refuses root), else ourselves. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

export function serverAccount(): ServerAccount {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {};
  const found = passwdEntry();
  if (found) return found;
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const made = passwdEntry();
  if (!made) throw new Error('the system account "postgres" is missing and could not be made with useradd');
  return made;
}

function passwdEntry(): ServerAccount | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Can the account walk to the file and run it? Not below /root or another 0700 directory. */
export function canRun(file: string, account: ServerAccount): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', file], { ...account, cwd: '/' }).status === 0;
}

/** Where binaries and data go when the account cannot walk to the checkout. */
export function refugeFor(checkout: string): string {
  return path.join('/var/lib/engsales', createHash('sha256').update(checkout).digest('hex').slice(0, 12));
}

export function makeDirectory(dir: string, account: ServerAccount): void {
  mkdirSync(dir, { recursive: true });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(dir, account.uid, account.gid);
}

/** A copy of the binaries that the account can run; made once per version. */
export function copyOfBinaries(nativeDir: string, refuge: string, version: string): string {
  const target = path.join(refuge, `postgresql-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.new-${process.pid}`;
    mkdirSync(refuge, { recursive: true });
    chmodSync(path.dirname(refuge), 0o755);
    chmodSync(refuge, 0o755);
    cpSync(nativeDir, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, target);
  }
  return path.join(target, 'bin');
}
