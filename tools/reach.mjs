// npm run reach: the files of the services that name a command or one of its events, which is what a change of it costs.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = `npm run reach -- <Command> [Event ...]
Prints the files under services/*/src and services/*/test that name the command, then those that name one of its events.
A name counts as a part of a longer one too: RecordReceiptRequest and recordReceipt name RecordReceipt.
Example: npm run reach -- RecordReceipt ReceiptRecorded
`;

/** The TypeScript files of all services: path -> text. */
export function serviceFiles(root) {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'services'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.split('\n').filter((file) => /^services\/[^/]+\/(src|test)\/.*\.ts$/.test(file));
  const present = files.filter((file) => existsSync(path.join(root, file)));
  return new Map(present.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** Files that name the command, further files that name an event, and both together; each as sources, tests and folders. */
export function findReach(command, events, files) {
  const naming = (names) => [...files.keys()].filter((file) => names.some((name) => isNamed(name, files.get(file))));
  const byCommand = naming([command]);
  const byEvents = naming(events).filter((file) => !byCommand.includes(file));
  return {
    command: sortOut(byCommand),
    events: sortOut(byEvents),
    together: sortOut([...byCommand, ...byEvents]),
  };
}

/** The whole name, and no longer word: Record is not named by Recorded. */
function isNamed(name, text) {
  const first = name[0];
  const rest = name.slice(1);
  return new RegExp(`(?:${first}|\\b${first.toLowerCase()})${rest}(?![a-z])`).test(text);
}

function sortOut(files) {
  const isTest = (file) => /spec\.ts$|\.(fixtures|walk)\.ts$|^services\/[^/]+\/test\//.test(file);
  const sources = files.filter((file) => !isTest(file)).sort();
  const folders = [...new Set(sources.map((file) => path.dirname(file)))];
  return { sources, tests: files.filter(isTest).sort(), folders };
}

function describeReach({ sources, tests, folders }, whatIs) {
  const lines = [...sources.map((file) => `  ${file}`), ...tests.map((file) => `  ${file}  (test)`)];
  const counts = `${sources.length} source files in ${folders.length} folders, ${tests.length} test files`;
  return `${whatIs}: ${counts}\n${lines.map((line) => `${line}\n`).join('')}`;
}

function main(args) {
  const names = args.filter((arg) => arg !== '--help');
  if (names.length === 0 || names.length < args.length || names.some((name) => !/^[A-Z][A-Za-z0-9]+$/.test(name))) {
    process.stdout.write(USAGE);
    return args.includes('--help') ? 0 : 1;
  }
  const [command, ...events] = names;
  const found = findReach(
    command,
    events,
    serviceFiles(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')),
  );
  process.stdout.write(describeReach(found.command, command));
  if (events.length > 0) {
    const { sources, folders } = found.together;
    process.stdout.write(`\n${describeReach(found.events, `${events.join(', ')}, beyond those`)}`);
    process.stdout.write(`\ntogether: ${sources.length} source files in ${folders.length} folders\n`);
  }
  return found.together.sources.length > 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
