// npm run docs: docs/asyncapi.json, docs/events.md and the lock of published schemas, all made from libs/events.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, root } from './setup.mjs';

const LOCK = 'libs/events/published-schemas.json';
const USAGE = `npm run docs               writes docs/asyncapi.json, docs/events.md and ${LOCK}
npm run docs -- --check    writes nothing, fails when one of them is stale
Both fail when a published schema was changed in a way that its readers would not survive.
`;

const given = process.argv.slice(2);
if (given.some((arg) => arg !== '--check')) {
  process.stdout.write(USAGE);
  process.exit(given.includes('--help') ? 0 : 1);
}
const check = given.includes('--check');
const textOf = (file) => (existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined);

function refuse(problems, advice) {
  process.stderr.write(`${problems.join('\n')}\n${advice}\n`);
  process.exit(1);
}

ensureBuilt();
const { default: prettier } = await import('prettier');
const { asyncApiDocument, currentSchemas, eventsMarkdown, incompatibilities } = await import('@engsales/events/docs');

async function json(file, value) {
  const style = await prettier.resolveConfig(path.join(root, file));
  return prettier.format(JSON.stringify(value), { ...style, parser: 'json' });
}

function samples() {
  const files = readdirSync(path.join(root, 'libs/events/src/samples'));
  return Object.fromEntries(
    files.map((file) => [path.basename(file, '.json'), JSON.parse(textOf(`libs/events/src/samples/${file}`))]),
  );
}

function published() {
  try {
    return JSON.parse(textOf(LOCK) ?? '{}');
  } catch (error) {
    return refuse([`${LOCK}: ${error.message}`], 'It is a merge conflict, or not what npm run docs wrote.');
  }
}

const problems = incompatibilities(published(), currentSchemas());
if (problems.length > 0) refuse(problems, 'A published schema only ever gains optional fields; publish a new version.');

const documents = {
  'docs/asyncapi.json': await json('docs/asyncapi.json', asyncApiDocument(samples())),
  'docs/events.md': eventsMarkdown(samples()),
  [LOCK]: await json(LOCK, currentSchemas()),
};
const stale = Object.keys(documents).filter((file) => documents[file] !== textOf(file));
if (check && stale.length > 0) refuse(stale, 'stale: npm run docs writes them');
for (const file of stale) writeFileSync(path.join(root, file), documents[file]);
process.stdout.write(stale.length > 0 ? `written: ${stale.join(', ')}\n` : 'the event documents are up to date\n');
