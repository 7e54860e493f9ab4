import { ensureBuilt } from './setup.mjs';

// --json promises one JSON object on stdout, so the build's lines go elsewhere
if (process.argv.includes('--json'))
  process.stdout.write = (
    (write) =>
    (text, ...rest) =>
      process.env.STORY_OUTPUT === 'on' ? write(text, ...rest) : process.stderr.write(text)
  )(process.stdout.write.bind(process.stdout));
ensureBuilt();
process.env.STORY_OUTPUT = 'on';
await import('../dist/story/story-main.js');
