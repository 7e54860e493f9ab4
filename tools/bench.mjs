import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './setup.mjs';

const [name] = process.argv.slice(2).filter((arg) => arg !== '--help');
if (!name || !existsSync(path.join(root, 'bench', `${name}.mjs`))) {
  process.stdout.write(
    'npm run bench -- store     appends and feed beside emmett-postgresql and pgbench\n' +
      'npm run bench -- bus       relay beside a bare producer, signature to order beside a bare round trip, on Kafka\n' +
      'npm run bench -- http      commands over HTTP beside a bare Nest route, the board beside its own SQL\n',
  );
  process.exit(name || process.argv.length === 2 ? 1 : 0);
}
ensureBuilt();
ensureInstalled(path.join(root, 'bench'));
process.exit(run(process.execPath, [path.join(root, 'bench', `${name}.mjs`)]));
