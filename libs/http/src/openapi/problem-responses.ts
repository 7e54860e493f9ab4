import { statusOf, titleOf, type ProblemTexts } from '../problems/problem-texts.js';
import type { Responses, Schema } from './api-facts.js';

/** RFC 9457, as every refusal is answered. */
export const PROBLEM: Schema = {
  type: 'object',
  description: 'RFC 9457 problem details; `code` is the contract, texts may change',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'details', 'errors', 'traceId'],
  properties: {
    type: { type: 'string', example: 'urn:engsales:problem:NOT_FOUND' },
    title: { type: 'string', description: 'the same for every occurrence' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'one of docs/errors.md' },
    detail: { type: 'string', description: 'in the language of the caller' },
    reason: { type: 'string', description: 'what exactly is wrong this time' },
    instance: { type: 'string', description: 'path of the request' },
    details: { type: 'object', description: 'what is missing, held or open', additionalProperties: true },
    errors: {
      type: 'array',
      description: 'faults of the body, field by field',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', description: 'JSON pointer' }, detail: { type: 'string' } },
      },
    },
    traceId: { type: 'string' },
  },
};

/** Which of the common refusals a route can answer follows from its kind. */
export interface RouteKind {
  readonly isPublic: boolean;
  readonly isCommand: boolean;
  readonly hasBody: boolean;
  readonly hasPathParameters: boolean;
  readonly hasQuery: boolean;
}

function commonCodes({ isPublic, isCommand, hasBody, hasPathParameters, hasQuery }: RouteKind): string[] {
  return [
    ...(isPublic ? [] : ['NOT_AUTHENTICATED', 'ROLE_NOT_ALLOWED']),
    'INVALID_TEXT',
    ...(hasBody || hasPathParameters || hasQuery || isCommand ? ['VALIDATION_FAILED'] : []),
    ...(hasPathParameters ? ['NOT_FOUND'] : []),
    ...(hasBody ? ['MALFORMED_JSON', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'REQUEST_TIMEOUT'] : []),
    ...(isCommand ? ['VERSION_CONFLICT', 'IDEMPOTENCY_KEY_REUSED'] : []),
    ...['TOO_MANY_REQUESTS', 'SERVICE_UNAVAILABLE'],
  ];
}

/** All refusals of a route by status, each with the codes that it can say. */
export function problemResponses(
  kind: RouteKind,
  codes: readonly string[],
  texts: ProblemTexts,
  headersOf: (status: number) => object,
): Responses {
  const byStatus = new Map<number, Set<string>>();
  for (const code of new Set([...commonCodes(kind), ...codes])) {
    for (const status of code === 'VERSION_CONFLICT' ? [409, 412] : [statusOf(code)]) {
      byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
    }
  }
  const responses: Responses = {};
  for (const status of [...byStatus.keys()].sort()) {
    const said = [...(byStatus.get(status) ?? [])].sort();
    const lines = said.map((code) => `\`${code}\` ${texts[code]?.en ?? ''} · ${texts[code]?.zh ?? ''}`);
    const schema = {
      allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: said } } }],
    };
    const headers = headersOf(status);
    responses[String(status)] = {
      description: `${titleOf(status)}: ${lines.join('; ')}`,
      ...(Object.keys(headers).length > 0 ? { headers } : {}),
      content: { 'application/problem+json': { schema } },
    };
  }
  return responses;
}
