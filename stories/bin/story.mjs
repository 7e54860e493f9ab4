import { ensureBuilt } from '../../tools/setup.mjs';

ensureBuilt();
await import('../dist/walk-p1/story-main.js');
