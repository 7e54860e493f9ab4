import { ensureBuilt } from './setup.mjs';

ensureBuilt();
await import('../dist/story/story-main.js');
