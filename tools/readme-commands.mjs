// Runs every ```sh block of the READMEs, of the walkthrough and of the integrator's page against the system that each is
// written for. Two are left out: `npm test` is what CI has just run, and the block that gives rights needs a broker with
// logins (libs/service/test/rights.kafka-spec.ts runs it). Ends with `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const blocksOf = (file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map((m) => m[1].trim());
// rounds and samples small enough for CI: what is tested is that the commands run
const short = {
  BENCH_ROUNDS: '1',
  BENCH_SECONDS: '3',
  BENCH_FEED_EVENTS: '20000',
  BENCH_RELAY_EVENTS: '5000',
  BENCH_IDLE_SAMPLES: '10',
  BENCH_HOLD_SAMPLES: '30',
  BENCH_BOARD_ORDERS: '200',
  BENCH_BOARD_SAMPLES: '50',
};
let [passed, failed] = [0, 0];
const report = (ok, what) => {
  if (ok) passed += 1;
  else failed += 1;
  process.stdout.write(`${ok ? 'ok' : 'FAILED'}: ${what}\n`);
};

function runBlock(block, name) {
  const env = { ...process.env, ...short };
  const done = spawnSync('bash', ['-euo', 'pipefail', '-c', block], {
    cwd: root,
    encoding: 'utf8',
    env,
    timeout: 300_000,
  });
  report(done.status === 0, name);
  if (done.status !== 0) process.stdout.write(`${done.stdout}\n${done.stderr}\n`);
}

/** Starts a command that runs until it is told to stop, does the work when it is ready, and stops it with Ctrl-C. */
async function during(command, readyText, work) {
  const system = spawn('bash', ['-c', `exec ${command}`], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => system.once('close', (code) => resolve(code)));
  let output = '';
  const ready = new Promise((resolve, reject) => {
    system.stdout.on('data', (chunk) => (output += chunk) && output.includes(readyText) && resolve());
    void ended.then((code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
  });
  try {
    await ready;
    report(true, command);
  } catch (error) {
    report(false, `${command}\n${error.message}`);
    return;
  }
  try {
    work();
  } finally {
    process.kill(-system.pid, 'SIGINT');
    await ended;
    report(output.trimEnd().endsWith('stopped'), `${command} stops on Ctrl-C`);
  }
}

const LASTING = {
  'npm start': 'engsales ready',
  'npm run start:kafka': 'engsales ready',
  'npm run kafka': 'kafka ready',
};
const english = blocksOf('README.md');
const once = english.filter((block) => block !== 'npm test' && !(block in LASTING));
const onKafka = once.filter((block) => /--kafka|topics/.test(block));
const page = readFileSync(path.join(root, 'docs/integrate-kafka.md'), 'utf8');
for (const example of ['consume.mjs', 'Consume.java', 'consume.py']) {
  const code = readFileSync(path.join(root, 'docs/examples', example), 'utf8').trim();
  report(page.includes(code), `docs/integrate-kafka.md shows docs/examples/${example}`);
}
report(JSON.stringify(english) === JSON.stringify(blocksOf('README.zh-CN.md')), 'both READMEs show the same commands');
report(
  Object.keys(LASTING).every((command) => english.includes(command)),
  'the READMEs show every lasting command',
);

await during('npm start', LASTING['npm start'], () => {
  for (const block of once.filter((each) => !onKafka.includes(each))) runBlock(block, block.split('\n')[0]);
  // the walkthrough is one session: what a block exports, the next one uses
  runBlock(blocksOf('docs/walkthrough.md').join('\n'), 'docs/walkthrough.md');
});
await during('npm run start:kafka', LASTING['npm run start:kafka'], () => {
  for (const block of onKafka) runBlock(block, block);
  const integration = blocksOf('docs/integrate-kafka.md').filter((block) => !block.includes('kafka-acls.sh'));
  for (const block of integration) runBlock(block, `docs/integrate-kafka.md: ${block}`);
});
await during('npm run kafka', LASTING['npm run kafka'], () => undefined);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
