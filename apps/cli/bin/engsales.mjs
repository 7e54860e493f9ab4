import { ensureBuiltOnce } from '../../../tools/setup.mjs';

ensureBuiltOnce('apps/cli/dist/engsales-main.js');
await import('../dist/engsales-main.js');
