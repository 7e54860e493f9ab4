// What every npm script does first, with nothing installed yet: check Node, install, build.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.env.NX_DAEMON = 'false';
process.env.SCARF_ANALYTICS = 'false';

// progress goes to stderr: stdout belongs to the command, which may promise one JSON object or one token there
const say = (text) => process.stderr.write(text);

export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

export function demand(command, args, what, options) {
  if (run(command, args, options) === 0) return;
  process.stderr.write(`${what} failed\n`);
  process.exit(1);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`engsales needs Node 20.19 or newer; this is ${process.versions.node}\n`);
  process.exit(1);
}

/** npm ci when node_modules is missing or older than the lock file. */
export function ensureInstalled(dir = root) {
  refuseOldNode();
  const lock = path.join(dir, 'package-lock.json');
  const installed = path.join(dir, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('installing packages (npm ci, about a minute)\n');
  demand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci', { cwd: dir, stdio: ['ignore', 2, 2] });
}

/** Builds what changed; Nx keeps the rest. Quiet unless something fails. */
export function ensureBuilt() {
  ensureInstalled();
  const first = !existsSync(path.join(root, 'apps/launcher/dist/embedded-main.js'));
  say(first ? 'building (first time, about a minute)\n' : 'building what changed\n');
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const done = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout}${done.stderr}\nthe build failed\n`);
  process.exit(1);
}

/** For small commands: build only when there is no build yet. */
export function ensureBuiltOnce(main) {
  if (!existsSync(path.join(root, main))) ensureBuilt();
  else ensureInstalled();
}
