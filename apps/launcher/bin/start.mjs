import { ensureBuilt } from '../../../tools/setup.mjs';

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm start: PostgreSQL and the five services in one process. Settings are environment variables; see README.md.\n',
  );
} else {
  ensureBuilt();
  await import('../dist/embedded-main.js');
}
