import { ensureBuilt } from './setup.mjs';

ensureBuilt();
await import('../dist/kafka/topics-main.js');
