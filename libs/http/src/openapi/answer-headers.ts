import type { ApiRoute } from './api-routes.js';

const text = { type: 'string' };

/** The headers of answers, once in a document; each answer refers to those that it carries. */
const ANSWER_HEADERS = {
  traceparent: { description: 'W3C trace context of the request', schema: text },
  ETag: { description: 'revision, for If-Match', schema: text },
  Location: { description: 'path of what was begun', schema: text },
  RateLimit: {
    description:
      'what is left of this minute and its rest in seconds, as `"requests"; r=5999; t=60`; absent without a limit',
    schema: text,
  },
  'RateLimit-Policy': { description: 'requests that a minute has, as `"requests"; q=6000; w=60`', schema: text },
  'Retry-After': { description: 'seconds to wait before the next try', schema: { type: 'integer', minimum: 0 } },
  'WWW-Authenticate': { description: 'how to say who calls', schema: text },
} as const;

type AnswerHeader = keyof typeof ANSWER_HEADERS;

/** Those that the paths refer to. */
export function headersIn(paths: object) {
  const text = JSON.stringify(paths);
  const isUsed = ([name]: readonly [string, object]) => text.includes(`"#/components/headers/${name}"`);
  return Object.fromEntries(Object.entries(ANSWER_HEADERS).filter(isUsed));
}

const BY_STATUS: Readonly<Partial<Record<number, AnswerHeader>>> = {
  401: 'WWW-Authenticate',
  429: 'Retry-After',
  503: 'Retry-After',
};

const referring = (names: readonly AnswerHeader[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/**
 * What an answer of a route carries besides its content. Refusals carry traceparent and RateLimit too; the document repeats
 * them only where they matter. Public routes are not counted.
 */
export function headersOf({ access, sending }: ApiRoute, status: number): object {
  const done = status < 300;
  const counted = access.kind !== 'public' && (done || status === 429);
  const own = BY_STATUS[status];
  return referring([
    ...(done ? (['traceparent'] as const) : []),
    ...(counted ? (['RateLimit', 'RateLimit-Policy'] as const) : []),
    ...(done && sending ? (['ETag'] as const) : []),
    ...(sending && status === 201 ? (['Location'] as const) : []),
    ...(own ? [own] : []),
  ]);
}
