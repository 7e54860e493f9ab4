// Which codes a route can answer: every code that is written where its method, its rule or its handler can come to.
import ts from 'typescript';
import { classesIn, declarationOf, decoratorsOf, nodesIn } from './program.mjs';

export function refusalsIn({ checker, sources }, knownCodes) {
  const starts = startsOfCommands(sources);
  const duties = commandsWithDuties(sources);
  const codesFrom = (nodes) => [...reachableCodes(checker, nodes, knownCodes)].sort();
  return {
    /** Of a command: its rule in the table of the aggregate, and the handler that goes before it. */
    ofCommand: (command) => {
      const codes = codesFrom(starts.get(command) ?? []);
      return duties.has(command) ? [...codes, 'SEPARATION_OF_DUTIES'].sort() : codes;
    },
    ofMethod: (method) => codesFrom([method]),
  };
}

/** Command class -> the lines of rule tables and the handlers that name it. */
function startsOfCommands(sources) {
  const starts = new Map();
  const add = (command, node) => starts.set(command, [...(starts.get(command) ?? []), node]);
  for (const file of sources) {
    for (const node of nodesIn(file)) {
      if (!ts.isObjectLiteralExpression(node)) continue;
      const command = memberOf(node, 'command');
      if (command && ts.isIdentifier(command) && memberOf(node, 'decide')) add(command.text, node);
    }
  }
  for (const handler of classesIn(sources)) {
    for (const { name, args } of decoratorsOf(handler)) if (name === 'CommandHandler') add(args[0].text, handler);
  }
  return starts;
}

/** The commands in the tables of duties that exclude each other. */
function commandsWithDuties(sources) {
  const tables = sources.flatMap((file) =>
    [...nodesIn(file)].filter((node) => ts.isSatisfiesExpression(node) && /^Duties</.test(node.type.getText())),
  );
  return new Set(tables.flatMap(({ expression }) => expression.properties.map(({ name }) => name.getText())));
}

function memberOf(literal, name) {
  const member = literal.properties.find((property) => property.name?.getText() === name);
  return member && ts.isPropertyAssignment(member) ? member.initializer : member?.name;
}

function reachableCodes(checker, starts, knownCodes) {
  const codes = new Set();
  const seen = new Set();
  const open = [...starts];
  while (open.length > 0) {
    const start = open.pop();
    if (seen.has(start)) continue;
    seen.add(start);
    for (const node of nodesIn(start)) {
      if (ts.isStringLiteralLike(node))
        for (const code of codesNamed(node.text)) if (knownCodes.has(code)) codes.add(code);
      const target = ts.isIdentifier(node) ? followed(checker, node) : undefined;
      if (target) open.push(target);
    }
  }
  return codes;
}

/** `refuseBefore('DRAFTING', ...)` names the fact of a code. */
const codesNamed = (text) => [text, `DATE_BEFORE_${text}`];

/** What a name leads to, if it is text of ours; never a whole aggregate, whose rules belong to other commands. */
function followed(checker, name) {
  const parent = name.parent;
  if (ts.isPropertyAssignment(parent) && parent.name === name) return undefined;
  if (ts.isShorthandPropertyAssignment(parent)) {
    const symbol = checker.getShorthandAssignmentValueSymbol(parent);
    const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return usable(real?.valueDeclaration);
  }
  return usable(declarationOf(checker, name));
}

function usable(declaration) {
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return undefined;
  // every command passes it; the tables of duties say whom it can refuse
  if (declaration.name?.getText() === 'refuseSamePerson') return undefined;
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return declaration;
  if (ts.isPropertyAssignment(declaration)) return declaration.initializer;
  if (!ts.isVariableDeclaration(declaration)) return undefined;
  const { initializer } = declaration;
  const isAggregate =
    initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'aggregate';
  return isAggregate ? undefined : declaration;
}
