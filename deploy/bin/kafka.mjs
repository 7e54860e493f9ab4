import { ensureBuilt } from './setup.mjs';

ensureBuilt();
await import('../dist/kafka/kafka-main.js');
