// npm test: installs, builds, runs every test, and fails when a test file on disk did not run.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, root, run } from './setup.mjs';

ensureBuilt();
const scratch = mkdtempSync(path.join(os.tmpdir(), 'engsales-jest-'));
const report = path.join(scratch, 'report.json');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const given = process.argv.slice(2);
const { whatKafkaLacks } = createRequire(import.meta.url)('../apps/launcher/dist/kafka/kafka-jars.js');
const lacking = whatKafkaLacks();
const leftOut = lacking && !process.env.CI && given.length === 0;
const only = leftOut ? ['--selectProjects', 'spec', 'integration', 'component', 'story'] : [];
run(process.execPath, [jest, '--json', `--outputFile=${report}`, '--maxWorkers=2', ...only, ...given]);

let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  process.stderr.write('jest wrote no report\n0 passed, 1 failed\n');
  process.exit(1);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
let failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
const left = result.numPendingTests + result.numTodoTests;
if (left > 0) {
  process.stdout.write(`${left} tests were skipped: none may be\n`);
  failed += left;
}
if (given.length === 0) {
  const { testFilesOnDisk } = await import('./test-files.mjs');
  const ran = new Set(result.testResults.map((file) => path.relative(root, file.name)));
  const expected = testFilesOnDisk(root).filter((file) => !leftOut || !/\.kafka-(spec|story)\.ts$/.test(file));
  const missed = expected.filter((file) => !ran.has(file));
  for (const file of missed) process.stdout.write(`did not run: ${file}\n`);
  failed += missed.length;
}
if (leftOut)
  process.stdout.write(`left out: the tests on a real Kafka (*.kafka-spec.ts, *.kafka-story.ts), since ${lacking}\n`);
process.stdout.write(`${result.numPassedTests} passed, ${failed} failed\n`);
process.exit(failed === 0 && result.numPassedTests > 0 ? 0 : 1);
