// What the sources say of each route and no decorator does: a summary, the type of the answer, the codes of its refusals.
import ts from 'typescript';
import { classesIn, decoratorsOf, nodesIn, openProgram } from './program.mjs';
import { refusalsIn } from './refusals.mjs';
import { typeSchemas } from './type-schemas.mjs';

const ROUTES = ['Get', 'Post', 'CommandRoute', 'BeginRoute'];

/** For a service: `Controller.method` -> facts, and the schemas that the answers refer to. */
export function readFacts(knownCodes) {
  const opened = openProgram();
  const { checker, sources } = opened;
  const types = typeSchemas(checker);
  const refusals = refusalsIn(opened, knownCodes);
  const classes = classesIn(sources);
  const commandAnswer = schemaOfNamed('CommandAnswer');
  return (service) => ({ routes: routesOf(service), schemas: types.schemas });

  /** Of the controllers of the service, and of those that every service has. */
  function routesOf(service) {
    const folders = [`/services/${service}/`, '/libs/admin/'];
    const routes = {};
    for (const controller of classes.filter((one) => decoratorsOf(one).some(({ name }) => name === 'Controller'))) {
      if (!folders.some((folder) => controller.getSourceFile().fileName.includes(folder))) continue;
      for (const method of controller.members.filter(ts.isMethodDeclaration)) {
        const route = decoratorsOf(method).find(({ name }) => ROUTES.includes(name));
        if (route) routes[`${controller.name.text}.${method.name.getText()}`] = factsOf(method, route);
      }
    }
    return routes;
  }

  function factsOf(method, { name, args }) {
    const isCommand = name === 'CommandRoute' || name === 'BeginRoute';
    const codes = new Set(refusals.ofMethod(method));
    if (isCommand) for (const code of refusals.ofCommand(args[0].text)) codes.add(code);
    const mayBeTried =
      isCommand || [...nodesIn(method)].some((node) => ts.isIdentifier(node) && node.text === 'isDryRun');
    return {
      ...saidOf(method),
      mayBeTried,
      answer: isCommand ? commandAnswer : answerOf(method),
      codes: [...codes].sort(),
    };
  }

  /** The first sentence is the summary, in both languages; the rest describes. */
  function saidOf(method) {
    const symbol = checker.getSymbolAtLocation(method.name);
    const said = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
    const [summary = '', ...more] = said.split('\n');
    return { summary: summary.trim(), description: more.join('\n').trim() };
  }

  function answerOf(method) {
    const type = checker.getAwaitedType(checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method)));
    if (type.flags & ts.TypeFlags.Void) return undefined;
    const asked = type.flags & ts.TypeFlags.Any ? handlerOfQuery(method) : undefined;
    return types.schemaOf(asked ?? type);
  }

  /** The query bus answers what the handler of the query does. */
  function handlerOfQuery(method) {
    const query = [...nodesIn(method)].find(
      (node) =>
        ts.isNewExpression(node) &&
        ts.isCallExpression(node.parent) &&
        node.parent.expression.getText().endsWith('.execute'),
    );
    const handler = classes.find((one) =>
      decoratorsOf(one).some(
        ({ name, args }) => name === 'QueryHandler' && args[0].getText() === query?.expression.getText(),
      ),
    );
    const execute = handler?.members.find((member) => member.name?.getText() === 'execute');
    return (
      execute && checker.getAwaitedType(checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(execute)))
    );
  }

  function schemaOfNamed(name) {
    for (const file of sources) {
      const found = file.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name);
      if (found) return types.schemaOf(checker.getTypeAtLocation(found.name));
    }
    throw new Error(`no source declares ${name}`);
  }
}
