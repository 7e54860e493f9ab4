// npm run docs: docs/asyncapi.json, docs/events.md and the lock of published schemas from libs/events; docs/openapi, docs/errors.md and what each
// service does from its module and its sources.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brokenPromises } from './openapi/compatibility.mjs';
import { errorsMarkdown, openApiDocuments } from './openapi/documents.mjs';
import { faultsOf } from './openapi/lint.mjs';
import { ensureBuilt, root } from './setup.mjs';

const LOCK = 'libs/events/published-schemas.json';
const SERVICES = ['lead', 'tender', 'contract', 'production', 'aftersales'];
const MARK = '<!-- npm run docs writes what follows -->';
const USAGE = `npm run docs               writes docs/asyncapi.json, docs/events.md, docs/openapi, docs/errors.md, ${LOCK} and the README of each service
npm run docs -- --check    writes nothing, fails when one of them is stale
Both fail when a published schema, or a route, was changed in a way that its users would not survive.
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
const { describeUseCases } = await import('@engsales/service');

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

/** The introduction is written by hand, the rest follows from the module. */
async function serviceReadme(module) {
  const { name } = module.service;
  const file = `services/${name}/README.md`;
  const introduction = (textOf(file) ?? `# ${name}\n`).split(MARK)[0].trim();
  return [file, `${introduction}\n\n${MARK}\n\n${describeUseCases(module)}`.trim() + '\n'];
}

const problems = incompatibilities(published(), currentSchemas());
if (problems.length > 0) refuse(problems, 'A published schema only ever gains optional fields; publish a new version.');

async function moduleOf(name) {
  const { [`${name[0].toUpperCase()}${name.slice(1)}Module`]: module } = await import(`@engsales/${name}`);
  return module;
}

/** The pages of the API: linted, and kept as they were promised. */
async function apiPages(modules) {
  const pages = await openApiDocuments(modules);
  const files = {};
  for (const [name, page] of Object.entries(pages)) {
    const file = `docs/openapi/${name}.json`;
    const published = textOf(file);
    const broken = published === undefined ? [] : brokenPromises(JSON.parse(published), page);
    if (broken.length > 0)
      refuse(broken, `${file} is published; before the first release it may be deleted and written anew.`);
    const faults = await faultsOf(page);
    if (faults.length > 0) refuse(faults, `${file}: the linter refuses it`);
    files[file] = await json(file, page);
  }
  return { ...files, 'docs/errors.md': await markdown('docs/errors.md', await errorsMarkdown(modules, pages)) };
}

async function markdown(file, text) {
  const style = await prettier.resolveConfig(path.join(root, file));
  return prettier.format(text, { ...style, parser: 'markdown' });
}

const modules = await Promise.all(SERVICES.map(moduleOf));
const documents = {
  'docs/asyncapi.json': await json('docs/asyncapi.json', asyncApiDocument(samples())),
  'docs/events.md': eventsMarkdown(samples()),
  [LOCK]: await json(LOCK, currentSchemas()),
  ...(await apiPages(modules)),
  ...Object.fromEntries(await Promise.all(modules.map(serviceReadme))),
};
const stale = Object.keys(documents).filter((file) => documents[file] !== textOf(file));
if (check && stale.length > 0) refuse(stale, 'stale: npm run docs writes them');
mkdirSync(path.join(root, 'docs/openapi'), { recursive: true });
for (const file of stale) writeFileSync(path.join(root, file), documents[file]);
process.stdout.write(stale.length > 0 ? `written: ${stale.join(', ')}\n` : 'the documents are up to date\n');
process.exit(0); // a described service leaves handles of its libraries open
