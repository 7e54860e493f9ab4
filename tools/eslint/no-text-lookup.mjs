// A table that is looked up by a text that came in also answers to `constructor` and `__proto__`, which nobody put there.
import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

export const noTextLookup = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      found: 'Look a text up in a Map, or ask Object.hasOwn first: a plain object answers to inherited names.',
    },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const isOpenText = (type) =>
      (type.flags & ts.TypeFlags.String) !== 0 || (type.isUnion() && type.types.some(isOpenText));
    return {
      'MemberExpression[computed=true]'(node) {
        if (isOpenText(services.getTypeAtLocation(node.property))) context.report({ node, messageId: 'found' });
      },
    };
  },
});
