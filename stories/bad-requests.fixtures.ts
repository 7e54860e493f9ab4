import fc from 'fast-check';
import type { DescribedOperation } from './openapi.fixtures.js';

/** A request as it goes over the wire. */
export interface BadRequest {
  readonly target: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Texts that break what trusts them. */
const NASTY = [
  '',
  ' ',
  '\u200b',
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE events; --",
  '%00',
  '../../etc/passwd',
  '\ud800',
  'a\u0000b',
  '＜script＞',
  '𠮷'.repeat(80),
  'x'.repeat(3_000),
  '2025-02-30',
  '9999-99-99T99:99:99Z',
  '-0',
  '1e400',
  'NaN',
];

/** Large values are few: each costs as much as a hundred others. */
const nastyValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<unknown>(...NASTY) },
    {
      weight: 8,
      arbitrary: fc.constantFrom<unknown>(
        null,
        true,
        -1,
        0.5,
        1e308,
        Number.MAX_SAFE_INTEGER + 2,
        [],
        {},
        [[]],
        [null],
      ),
    },
    { weight: 8, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.array(fc.constant({}), { minLength: 2_000, maxLength: 2_001 }) },
  );

type Json = Readonly<Record<string, unknown>>;

/** The example with one member changed, gone, or added, at any depth. */
function changed(example: Json): fc.Arbitrary<unknown> {
  const names = Object.keys(example);
  const one = names.length > 0 ? fc.constantFrom(...names) : fc.constant('unknown');
  const deeper = names.filter((name) => typeof example[name] === 'object' && example[name] !== null);
  const within = (name: string) => {
    const held = example[name];
    const inner = (Array.isArray(held) ? held[0] : held) as unknown;
    if (typeof inner !== 'object' || inner === null)
      return nastyValue().map((value) => ({ ...example, [name]: value }));
    return changed(inner as Json).map((value) => ({ ...example, [name]: Array.isArray(held) ? [value] : value }));
  };
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(one, nastyValue()).map(([name, value]) => ({ ...example, [name]: value })) },
    {
      weight: 1,
      arbitrary: one.map((name) => Object.fromEntries(Object.entries(example).filter(([key]) => key !== name))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.string(), nastyValue()).map(([name, value]) => ({ ...example, [name]: value })),
    },
    { weight: 2, arbitrary: deeper.length > 0 ? fc.constantFrom(...deeper).chain(within) : fc.constant([example]) },
    { weight: 1, arbitrary: nastyValue() },
  );
}

/** Texts that are no JSON, or not the JSON that they seem to be. */
const brokenText = (example: Json): fc.Arbitrary<string> => {
  const text = JSON.stringify(example);
  const small = fc.constantFrom(
    `${text}${text}`,
    text.replace('{', '{"__proto__":{"x":1},'),
    text.replace('{', '{"constructor":{"prototype":{"x":1}},'),
    text.replace(/^\{("[^"]+":)/, '{$1null,$1'),
  );
  const large = fc.constantFrom(
    '['.repeat(100_000),
    '{"a":'.repeat(50_000),
    `[${'{},'.repeat(80_000)}{}]`,
    `{"lines":[${'{},'.repeat(80_000)}{}]}`,
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.nat(text.length - 1).map((end) => text.slice(0, end)) },
    { weight: 6, arbitrary: small },
    { weight: 1, arbitrary: large },
  );
};

/** Bad requests to a route; whether the document allows one of them is for the caller to judge. */
export function badRequests(operation: DescribedOperation): fc.Arbitrary<BadRequest & { readonly json?: unknown }> {
  const { method, path, parameters, body } = operation;
  const example = (body?.json?.example ?? {}) as Json;
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constant('0f8fad5b-d9cb-469f-a165-70867728950e') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...NASTY).map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 400)),
    },
  );
  const inPath = parameters.filter((one) => one.in === 'path');
  const names = [...parameters.filter((one) => one.in === 'query').map(({ name }) => name), 'unknown'];
  const query = fc
    .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...NASTY)), {
      minLength: method === 'GET' ? 1 : 0,
      maxLength: 3,
    })
    .map((pairs) => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value.slice(0, 2_000)])));
  const sent =
    method === 'GET'
      ? fc.constant({ text: undefined as string | undefined, json: undefined })
      : fc.oneof(
          { weight: 4, arbitrary: changed(example).map((json) => ({ text: JSON.stringify(json), json })) },
          { weight: 1, arbitrary: brokenText(example).map((text) => ({ text, json: undefined })) },
        );
  const headers = fc.oneof(
    { weight: 8, arbitrary: fc.constant<Readonly<Record<string, string>>>({}) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Readonly<Record<string, string>>>(
        { 'if-match': 'yesterday' },
        { 'idempotency-key': 'k'.repeat(300) },
        { 'accept-language': '*;q=0,x-\u007f'.slice(0, 8) },
        { traceparent: '00-0-0-0' },
        { 'content-type': 'application/json; charset=utf-7' },
        { 'content-type': 'text/csv' },
      ),
    },
  );
  return fc
    .tuple(fc.tuple(...inPath.map(() => id)), query, sent, headers)
    .map(([ids, pairs, { text, json }, more]) => ({
      target: `${inPath.reduce((at, { name }, index) => at.replace(`{${name}}`, ids[index] || 'x'), path)}${pairs.size > 0 ? `?${pairs.toString()}` : ''}`,
      method,
      headers: { 'content-type': 'application/json', ...more },
      body: text,
      json,
    }));
}
