import { ensureBuilt } from '../../../tools/setup.mjs';

ensureBuilt();
await import('../dist/distributed-main.js');
