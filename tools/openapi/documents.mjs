// docs/openapi/<service>.json and docs/errors.md, from the modules and the sources.
import { readFacts } from './facts.mjs';

/** service -> OpenAPI document. */
export async function openApiDocuments(modules) {
  const { COMMON_PROBLEMS } = await import('@engsales/http');
  const { describeApi } = await import('@engsales/service');
  const codes = modules.flatMap(({ service }) => Object.keys(service.problems));
  const facts = readFacts(new Set([...Object.keys(COMMON_PROBLEMS), ...codes]));
  const documents = {};
  for (const module of modules) documents[module.service.name] = await describeApi(module, facts(module.service.name));
  return documents;
}

/** Every code with what it says in both languages, its status, and the routes that can answer it. */
export async function errorsMarkdown(modules, documents) {
  const { COMMON_PROBLEMS, statusOf } = await import('@engsales/http');
  const users = usersOfCodes(Object.values(documents));
  const row = ([code, { en, zh }]) => {
    const status = code === 'VERSION_CONFLICT' ? '409, 412' : statusOf(code);
    const by = users.get(code) ?? [];
    const where = by.length > 12 ? `${by.length} routes` : by.map((id) => `\`${id}\``).join(' ');
    return `| \`${code}\` | ${status} | ${en} | ${zh} | ${adviceOn(code, status)} | ${where} |`;
  };
  const table = (texts) =>
    ['| code | status | English | 中文 | what to do | answered by |', '| --- | --- | --- | --- | --- | --- |']
      .concat(
        Object.entries(texts)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(row),
      )
      .join('\n');
  const sections = modules
    .filter(({ service }) => Object.keys(service.problems).length > 0)
    .map(({ service }) => `## ${service.title}\n\n${table(service.problems)}\n`);
  return `${INTRODUCTION}\n## Every service 各服务通用\n\n${table(COMMON_PROBLEMS)}\n\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Errors 错误代码

Every refusal is \`application/problem+json\` (RFC 9457): \`code\` is the contract and never changes its meaning; \`detail\` says it in the
language of \`Accept-Language\` (zh or en); \`reason\` says what exactly is wrong this time; \`details\` has the facts by name (what is missing,
held, open, expected); \`errors\` has the faults of a body, field by field, each with a JSON pointer; \`traceId\` finds the log lines.
\`npm run docs\` writes this page.
`;

/** code -> operations that can answer it. */
function usersOfCodes(documents) {
  const users = new Map();
  for (const document of documents) {
    for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
      for (const response of Object.values(operation.responses)) {
        const codes = response.content?.['application/problem+json']?.schema.allOf[1].properties.code.enum ?? [];
        for (const code of codes) {
          const known = users.get(code) ?? [];
          if (!known.includes(operation.operationId)) users.set(code, [...known, operation.operationId]);
        }
      }
    }
  }
  return users;
}

const ADVICE = new Map([
  [400, 'Mend the request; the same one is refused again.'],
  [401, 'Send a valid token.'],
  [403, 'Ask somebody with one of `details.allowed`, or whose it is.'],
  [404, 'Look for the right id or path.'],
  [405, 'Use a method that `Allow` names.'],
  [408, 'Send the body faster, or in parts.'],
  [409, 'Read the present state; another step comes first, or it is too late.'],
  [413, 'Send less at once.'],
  [415, 'Send the type that the API page names.'],
  [429, 'Try again after `Retry-After`.'],
  [500, 'Tell an operator the `traceId`; the same key may be sent again.'],
  [503, 'Try again after `Retry-After`.'],
]);

function adviceOn(code, status) {
  if (code === 'VERSION_CONFLICT') return 'Read the present revision, then send it again.';
  if (code === 'IDEMPOTENCY_KEY_REUSED') return 'Send another request under a key of its own.';
  if (code.startsWith('DUPLICATE_')) return 'Look at what `details` names; it is there already.';
  if (code.startsWith('DATE_')) return 'Give a date within what `details` names.';
  return ADVICE.get(status) ?? 'Do first what `details` names, then send it again.';
}
