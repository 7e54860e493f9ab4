// npm run check: what CI checks besides the tests.
import path from 'node:path';
import { demand, ensureBuilt, root } from './setup.mjs';

ensureBuilt();
const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
const prettier = path.join(root, 'node_modules/prettier/bin/prettier.cjs');
demand(process.execPath, [nx, 'run-many', '-t', 'typecheck', 'lint', '--output-style=stream'], 'types and lint');
demand(process.execPath, [prettier, '--check', '.', '--log-level=warn'], 'formatting (npm run format mends it)');
demand(process.execPath, [path.join(root, 'tools/docs.mjs'), '--check'], 'event documents');
process.stdout.write('check passed\n');
