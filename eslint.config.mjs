import js from '@eslint/js';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { noTextLookup } from './tools/eslint/no-text-lookup.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const services = ['lead', 'tender', 'contract', 'production', 'aftersales'];

// decision 1: publish() does not wait, a saga that throws once is dead, commit() loses events
const banned = {
  name: '@nestjs/cqrs',
  importNames: ['EventBus', 'Saga', 'AggregateRoot', 'EventsHandler', 'EventPublisher'],
  message: 'Only CommandBus and QueryBus: the others lose events (docs/decisions/0001).',
};
const noService = (except) => ({
  regex: `^@engsales/(${services.filter((name) => name !== except).join('|')})(/|$)`,
  message: 'A service imports libs, never another service.',
});
const restrict = (patterns, paths = []) => ['error', { paths: [banned, ...paths], patterns }];
const literal = 'Data crosses a boundary as a literal, so that the compiler sees every field.';
const rest = { selector: 'ObjectPattern > RestElement', message: literal };
const spreadOf = (argument) => ({
  selector: `ObjectExpression > SpreadElement > .argument${argument}`,
  message: literal,
});
const infrastructure = '^(@nestjs|typeorm|pg|kafkajs|@eventstore|class-validator|class-transformer|node:|uuid)';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.data/**',
      '.cache/**',
      'bench/**',
      'stories/api-client/**',
      '**/*.cjs',
    ],
  },
  js.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // an exhaustive switch is one decision, however many cases it has
      complexity: ['error', { max: 12, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 6],
      'max-lines': ['error', 250],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      'no-restricted-imports': restrict([noService()]),
    },
  },
  ...services.map((name) => ({
    files: [`services/${name}/**/*.ts`],
    rules: {
      'no-restricted-imports': restrict([
        noService(name),
        { regex: `services/(?!${name})`, message: 'Never another service.' },
      ]),
    },
  })),
  {
    files: ['services/*/src/domain/**/*.ts'],
    ignores: ['**/*.{spec,walk,fixtures}.ts'],
    rules: {
      'no-restricted-imports': restrict([
        {
          regex: '^@engsales/(?!event-sourcing/domain$|values$)',
          message: 'domain/ knows the types of an aggregate and value types only.',
        },
        { regex: infrastructure, message: 'domain/ has no framework and no I/O.' },
        {
          regex: '^(\\.\\./)+(http|reactions|read-models|commands|migrations)',
          message: 'domain/ imports its own files only.',
        },
      ]),
      'no-restricted-globals': ['error', 'Date', 'process', 'fetch', 'setTimeout', 'crypto'],
    },
  },
  {
    files: ['services/*/src/**/*.ts', 'libs/{http,admin,messaging,sheets,documents}/src/**/*.ts'],
    ignores: ['**/*spec.ts', '**/*.{walk,fixtures,conformance}.ts', 'libs/http/src/openapi/**', 'libs/**/testing.ts'],
    plugins: { engsales: { rules: { 'no-text-lookup': noTextLookup } } },
    rules: { 'engsales/no-text-lookup': 'error' },
  },
  {
    files: ['services/*/src/domain/**/*.events.ts'],
    rules: {
      'no-restricted-imports': restrict([
        {
          regex: '^(?!@engsales/event-sourcing/domain$|@engsales/values$|\\.\\.?/.*\\.(events|values)\\.js$)',
          message: 'A stored event is written out: it knows values and other events only, never state or commands.',
        },
      ]),
    },
  },
  {
    files: ['services/*/src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', rest, spreadOf('[name=/^(data|event|body)$/]')] },
  },
  {
    files: ['services/*/src/{http,reactions,views}/**/*.ts', 'services/*/src/read-models/**/*.query.ts'],
    ignores: ['**/*spec.ts'],
    rules: { 'no-restricted-syntax': ['error', rest, spreadOf('[type=/^(Identifier|MemberExpression)$/]')] },
  },
  {
    files: ['libs/events/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': restrict([{ regex: '^[^.]', message: 'libs/events imports nothing.' }]) },
  },
  {
    files: ['libs/messaging/src/**/*.ts'],
    ignores: ['libs/messaging/src/relay/**', '**/*spec.ts'],
    rules: {
      'no-restricted-imports': restrict([
        noService(),
        { regex: '^@engsales/event-sourcing', message: 'event-sourcing and messaging meet only in the relay.' },
      ]),
    },
  },
  {
    files: ['libs/event-sourcing/src/**/*.ts'],
    rules: {
      'no-restricted-imports': restrict([{ regex: '^@engsales/', message: 'event-sourcing knows no other lib.' }]),
    },
  },
  {
    files: ['libs/http/src/**/*.ts'],
    rules: {
      'no-restricted-imports': restrict([
        noService(),
        { regex: '^@engsales/(admin|service)(/|$)', message: 'http sees a service through HttpContext.' },
      ]),
    },
  },
  {
    files: ['libs/admin/src/**/*.ts'],
    rules: {
      'no-restricted-imports': restrict([
        noService(),
        { regex: '^@engsales/service(/|$)', message: 'admin sees a service through AdminContext.' },
      ]),
    },
  },
  {
    files: ['apps/**/*.ts', 'stories/**/*.ts', 'tools/**/*.ts', 'libs/**/*-spec.ts', 'libs/service/test/**/*.ts'],
    rules: { 'no-restricted-imports': restrict([]) },
  },
  {
    // tests look into answers of every shape and may be as long as their subject needs
    files: [
      '**/*.spec.ts',
      '**/*-spec.ts',
      '**/*.story.ts',
      '**/*-story.ts',
      'tools/**/*.ts',
      '**/*.conformance.ts',
      '**/*.fixtures.ts',
      '**/*.scenarios.ts',
    ],
    rules: {
      'max-lines': 'off',
      complexity: 'off',
      'max-params': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
