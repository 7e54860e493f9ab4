import { ensureBuiltOnce } from './setup.mjs';

ensureBuiltOnce('cli/engsales-main.js');
await import('../dist/cli/engsales-main.js');
