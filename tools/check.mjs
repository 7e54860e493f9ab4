// npm run check: what CI checks besides the tests.
import path from 'node:path';
import { endedBy } from './end-of-life.mjs';
import { demand, ensureBuilt, root } from './setup.mjs';

ensureBuilt();
// it needs a package that a fresh checkout has only from here on
const { licenceFaults } = await import('./licences.mjs');
const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
const prettier = path.join(root, 'node_modules/prettier/bin/prettier.cjs');
demand(process.execPath, [nx, 'run-many', '-t', 'typecheck', 'lint', '--output-style=stream'], 'types and lint');
demand(process.execPath, [prettier, '--check', '.', '--log-level=warn'], 'formatting (npm run format mends it)');
demand(process.execPath, [path.join(root, 'tools/docs.mjs'), '--check'], 'event documents');
const faults = await licenceFaults();
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\nA package like that is not shipped.\n`);
  process.exit(1);
}
// no check fails by the calendar alone: what was right yesterday is told, not refused
for (const ended of endedBy(new Date().toISOString().slice(0, 10))) process.stdout.write(`note: ${ended}\n`);
process.stdout.write('check passed\n');
