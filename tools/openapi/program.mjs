// The sources of the whole repository as one TypeScript program, so that a reference leads to the text and not to a .d.ts.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../setup.mjs';

export function openProgram() {
  const base = ts.readConfigFile(path.join(root, 'tsconfig.base.json'), ts.sys.readFile).config;
  const { options } = ts.convertCompilerOptionsFromJson(base.compilerOptions, root);
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'services'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed
    .split('\n')
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/spec\.ts$|\.(walk|fixtures)\.ts$/.test(file));
  const program = ts.createProgram({
    rootNames: files.map((file) => path.join(root, file)).filter((file) => ts.sys.fileExists(file)),
    options: {
      ...options,
      noEmit: true,
      paths: {
        '@engsales/event-sourcing/domain': [path.join(root, 'libs/event-sourcing/src/domain.ts')],
        '@engsales/*': [path.join(root, 'libs/*/src/index.ts')],
      },
    },
  });
  return { program, checker: program.getTypeChecker(), sources: program.getSourceFiles().filter(isOurs) };
}

const isOurs = (file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/');

/** Every node below, the node itself first. */
export function* nodesIn(node) {
  yield node;
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesIn(child);
}

/** The classes of all sources. */
export function classesIn(sources) {
  return sources.flatMap((file) => file.statements.filter(ts.isClassDeclaration));
}

/** The decorators of a node by name, each with its arguments. */
export function decoratorsOf(node) {
  return (ts.getDecorators(node) ?? []).flatMap(({ expression }) =>
    ts.isCallExpression(expression) && ts.isIdentifier(expression.expression)
      ? [{ name: expression.expression.text, args: expression.arguments }]
      : [],
  );
}

/** Where the value that a name stands for is written. */
export function declarationOf(checker, name) {
  let symbol = checker.getSymbolAtLocation(name);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  return symbol?.valueDeclaration;
}
