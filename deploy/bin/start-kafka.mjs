import { ensureBuilt } from './setup.mjs';

ensureBuilt();
await import('../dist/distributed-main.js');
