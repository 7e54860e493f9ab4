import { ensureBuilt } from '../../../tools/setup.mjs';

ensureBuilt();
await import('../dist/kafka/topics-main.js');
