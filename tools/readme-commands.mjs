// Runs every ```sh block of the READMEs and of the walkthrough, in order, against one system that `npm start` runs.
// `npm test` is left out here because it is what CI has just run. Ends with `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const blocksOf = (file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map((m) => m[1].trim());
const english = blocksOf('README.md');
let [passed, failed] = [0, 0];
const report = (ok, what) => {
  if (ok) passed += 1;
  else failed += 1;
  process.stdout.write(`${ok ? 'ok' : 'FAILED'}: ${what}\n`);
};

report(JSON.stringify(english) === JSON.stringify(blocksOf('README.zh-CN.md')), 'both READMEs show the same commands');

const system = spawn('npm', ['start'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
await new Promise((resolve, reject) => {
  let output = '';
  system.stdout.on('data', (chunk) => (output += chunk) && output.includes('engsales ready') && resolve());
  system.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)));
});
report(true, 'npm start');

try {
  const bench = { BENCH_ROUNDS: '1', BENCH_SECONDS: '1', BENCH_FEED_EVENTS: '20000' };
  for (const block of english.filter((text) => !['npm start', 'npm test'].includes(text))) {
    const done = spawnSync('bash', ['-euo', 'pipefail', '-c', block], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...bench },
    });
    report(done.status === 0, block.split('\n')[0]);
    if (done.status !== 0) process.stdout.write(`${done.stdout}\n${done.stderr}\n`);
  }
  // the walkthrough is one session: what a block exports, the next one uses
  const walk = blocksOf('docs/walkthrough.md').join('\n');
  const done = spawnSync('bash', ['-euo', 'pipefail', '-c', walk], { cwd: root, encoding: 'utf8' });
  report(done.status === 0, 'docs/walkthrough.md');
  if (done.status !== 0) process.stdout.write(`${done.stdout}\n${done.stderr}\n`);
} finally {
  const ended = new Promise((resolve) => system.once('exit', resolve));
  process.kill(-system.pid, 'SIGINT');
  await ended;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
