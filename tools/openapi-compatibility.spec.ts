import { brokenPromises } from './openapi/compatibility.mjs';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents are bent out of shape
type Document = any;

const published: Document = {
  paths: {
    '/things': {
      post: {
        parameters: [{ name: 'dryRun', in: 'query' }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Ask' } } } },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } } },
      },
    },
  },
  components: {
    schemas: {
      Ask: { required: ['name'], properties: { name: { type: 'string' }, kind: { enum: ['A', 'B'] } } },
      Answer: {
        required: ['id'],
        properties: { id: { type: 'string' }, lines: { items: { properties: { qty: {} } } } },
      },
    },
  },
};
const verdictOn = (change: (document: Document) => void) => {
  const current = structuredClone(published);
  change(current);
  return brokenPromises(published, current);
};

describe('a published API', () => {
  it.each<[string, (document: Document) => void]>([
    ['nothing', () => undefined],
    ['another route', (d) => (d.paths['/more'] = { get: { parameters: [], responses: {} } })],
    ['an optional field to say', (d) => (d.components.schemas.Ask.properties.note = {})],
    ['one more word', (d) => d.components.schemas.Ask.properties.kind.enum.push('C')],
    ['a further field in an answer', (d) => (d.components.schemas.Answer.properties.more = {})],
  ])('may get %s', (_what, change) => expect(verdictOn(change)).toEqual([]));

  it.each<[string, (document: Document) => void, string]>([
    ['a route', (d) => delete d.paths['/things'], 'POST /things was published and is gone.'],
    ['a parameter', (d) => d.paths['/things'].post.parameters.pop(), 'POST /things: the parameter dryRun is gone.'],
    [
      'a field that could be said',
      (d) => delete d.components.schemas.Ask.properties.kind,
      'POST /things: the request no longer knows /kind.',
    ],
    [
      'a field that need not be said',
      (d) => d.components.schemas.Ask.required.push('kind'),
      'POST /things: the request must say /kind.',
    ],
    ['a word', (d) => d.components.schemas.Ask.properties.kind.enum.pop(), 'POST /things: /kind may no longer be B.'],
    [
      'a field of an answer',
      (d) => delete d.components.schemas.Answer.properties.lines.items.properties.qty,
      'POST /things: the answer no longer has /lines/*/qty.',
    ],
    [
      'the certainty of a field',
      (d) => d.components.schemas.Answer.required.pop(),
      'POST /things: the answer may lack /id.',
    ],
  ])('does not lose %s', (_what, change, sentence) => expect(verdictOn(change)).toEqual([sentence]));
});
