import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** file -> files that it imports, all seen from the root. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** The source files that git knows or could know. */
export function sourceFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const isSource = (file: string) => /\.(ts|mjs)$/.test(file) && !file.endsWith('.d.ts');
  return listed.split('\n').filter((file) => isSource(file) && fs.existsSync(path.join(root, file)));
}

/** What a source text imports or exports from elsewhere: values, types, and whatever `import(...)` names literally. */
export function specifiersIn(text: string): string[] {
  const found: string[] = [];
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest));
  return found;
}

/** Which file imports which, through relative paths and through the packages of this repository. */
export function importGraph(root: string): ImportGraph {
  const files = new Set(sourceFiles(root));
  const packages = workspacePackages(root);
  const targetOf = (file: string, specifier: string): string | undefined => {
    const built = specifier.startsWith('.')
      ? path.join(path.dirname(file), specifier)
      : exportedFile(packages, specifier);
    return built === undefined ? undefined : sourceOf(built, files);
  };
  return new Map(
    [...files].map((file) => {
      const specifiers = specifiersIn(fs.readFileSync(path.join(root, file), 'utf8'));
      const targets = specifiers.map((specifier) => targetOf(file, specifier));
      return [file, new Set(targets.filter((target) => target !== undefined))];
    }),
  );
}

/** Sets of files that reach each other by imports; each set is sorted. */
export function circlesIn(graph: ImportGraph): string[][] {
  const reachable = new Map([...graph.keys()].map((file) => [file, reachableFrom(file, graph)]));
  const circles = new Map<string, string[]>();
  for (const [file, others] of reachable) {
    if (!others.has(file)) continue;
    const circle = [...others].filter((other) => reachable.get(other)?.has(file)).sort();
    circles.set(circle.join('\n'), circle);
  }
  return [...circles.values()];
}

/** The imports inside a circle, one per line. */
export function describeCircle(circle: readonly string[], graph: ImportGraph): string {
  const inside = (file: string) => [...(graph.get(file) ?? [])].filter((target) => circle.includes(target));
  return circle.flatMap((file) => inside(file).map((target) => `${file} -> ${target}`)).join('\n');
}

function reachableFrom(file: string, graph: ImportGraph): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(graph.get(file) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return reached;
}

interface WorkspacePackage {
  readonly dir: string;
  /** `.` or `./name` -> built file */
  readonly exports: Readonly<Record<string, string>>;
}

function workspacePackages(root: string): Map<string, WorkspacePackage> {
  const { workspaces } = readJson<{ workspaces: string[] }>(path.join(root, 'package.json'));
  const dirs = workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return fs.readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`);
  });
  const manifests = dirs.filter((dir) => fs.existsSync(path.join(root, dir, 'package.json')));
  return new Map(
    manifests.map((dir) => {
      const { name, exports = {} } = readJson<{ name: string; exports?: Record<string, { default: string }> }>(
        path.join(root, dir, 'package.json'),
      );
      return [
        name,
        { dir, exports: Object.fromEntries(Object.entries(exports).map(([key, to]) => [key, to.default])) },
      ];
    }),
  );
}

/** The built file behind `@engsales/lib` or `@engsales/lib/name`; undefined for packages of others. */
function exportedFile(packages: ReadonlyMap<string, WorkspacePackage>, specifier: string): string | undefined {
  const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  const found = packages.get(name);
  if (!found) return undefined;
  const key = rest ? `./${rest}` : '.';
  const [pattern, target] = Object.entries(found.exports).find(([each]) => matches(each, key)) ?? [];
  if (!pattern || !target) return undefined;
  const star = key.slice(pattern.indexOf('*'));
  return path.join(found.dir, pattern.includes('*') ? target.replace('*', star) : target);
}

const matches = (pattern: string, key: string) =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key;

/** The source behind a built or named file: `x/dist/a.js` is made from `x/src/a.ts` or `x/a.ts`. */
function sourceOf(file: string, files: ReadonlySet<string>): string | undefined {
  const places = [file, file.replace('/dist/', '/src/'), file.replace('/dist/', '/')];
  return places.flatMap((place) => [place, place.replace(/\.js$/, '.ts')]).find((place) => files.has(place));
}

function readJson<Content>(file: string): Content {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Content;
}
