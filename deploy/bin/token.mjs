import { ensureBuiltOnce } from './setup.mjs';

ensureBuiltOnce();
await import('../dist/token-main.js');
