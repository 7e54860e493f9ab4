import { ensureBuiltOnce } from '../../../tools/setup.mjs';

ensureBuiltOnce('apps/cli/dist/token-main.js');
await import('../dist/token-main.js');
