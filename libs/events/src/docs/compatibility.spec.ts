import fs from 'node:fs';
import path from 'node:path';
import { incompatibilities } from './compatibility.js';
import { currentSchemas } from './published.js';

/** Schemas of every shape, to be bent out of it. */
type Json = ReturnType<typeof JSON.parse>;

const published = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Thing',
  type: 'object',
  required: ['id', 'kind', 'lines'],
  properties: {
    id: { type: 'string', pattern: '^[a-z]+$', minLength: 1 },
    kind: { enum: ['A', 'B'] },
    state: { const: 'OPEN' },
    on: { type: 'string', format: 'date' },
    amountFen: { type: ['integer', 'null'], minimum: 0 },
    'odd/na~me': { type: 'string' },
    lines: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['qty'], properties: { qty: { type: 'string' }, note: { type: 'string' } } },
    },
    terms: { type: 'object' },
    closed: { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
    either: {
      oneOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { type: 'object', properties: { b: { type: 'string' } } },
      ],
    },
    neither: { not: { type: 'object', properties: { a: { const: 1 } } } },
    money: { $ref: '#/$defs/money' },
  },
  $defs: { money: { type: 'object', properties: { fen: { type: 'integer' } } } },
};
const KEY = 'test.Thing.v1';

/** What the rule says about the published schema after `change`, without the schema's name. */
function verdictOn(change: (schema: Json) => void): string[] {
  const current = structuredClone(published);
  change(current);
  return incompatibilities({ [KEY]: published }, { [KEY]: current }).map((text) => text.replace(`${KEY}#`, ''));
}

describe('a published schema', () => {
  it.each<[string, (schema: Json) => void]>([
    ['nothing', () => undefined],
    ['an optional property', (s) => (s.properties.more = { type: 'string', minLength: 3 })],
    ['an optional object with required properties of its own', (s) => (s.properties.more = { required: ['x'] })],
    ['an optional property in items', (s) => (s.properties.lines.items.properties.more = { type: 'string' })],
    ['an optional property in a branch', (s) => (s.properties.either.oneOf[1].properties.more = true)],
    ['an optional property in a definition', (s) => (s.$defs.money.properties.more = { type: 'string' })],
    ['one more definition', (s) => (s.$defs.more = { type: 'string' })],
    ['another title and description', (s) => Object.assign(s, { title: 'New', description: 'text', $id: 'urn:x' })],
    [
      'another description, comment and example of a property',
      (s) => Object.assign(s.properties.id, { description: 'text', $comment: 'text', examples: ['a'], title: 'Id' }),
    ],
    ['another order of enum, types and required', (s) => reverse(s.properties.kind.enum, s.required)],
    ['another order of types', (s) => reverse(s.properties.amountFen.type)],
    ['another order of keywords', (s) => (s.properties.on = { format: 'date', type: 'string' })],
  ])('may get %s', (_what, change) => {
    expect(verdictOn(change)).toEqual([]);
  });

  it.each<[string, (schema: Json) => void, ...string[]]>([
    [
      'a required property',
      (s) => {
        s.properties.more = { type: 'string' };
        s.required.push('more');
      },
      '/required names more, which it did not.',
    ],
    ['a property required from now on', (s) => s.required.push('on'), '/required names on, which it did not.'],
    ['a property optional from now on', (s) => s.required.splice(1, 1), '/required no longer names kind.'],
    [
      'no required any more',
      (s) => delete s.properties.lines.items.required,
      inItems('/required no longer names qty.'),
    ],
    ['a property less', (s) => delete s.properties.on, '/properties/on was removed.'],
    [
      'a property renamed',
      (s) => {
        s.properties.onDay = s.properties.on;
        delete s.properties.on;
      },
      '/properties/on was removed.',
    ],
    [
      'no properties any more',
      (s) => delete s.properties.either.oneOf[0].properties,
      branch('/properties/a was removed.'),
    ],
    ['another type', (s) => (s.properties.on.type = 'integer'), '/properties/on/type was "string" and is "integer".'],
    [
      'one type less',
      (s) => (s.properties.amountFen.type = 'integer'),
      '/properties/amountFen/type was ["integer","null"] and is "integer".',
    ],
    [
      'a wider enum',
      (s) => s.properties.kind.enum.push('C'),
      '/properties/kind/enum was ["A","B"] and is ["A","B","C"].',
    ],
    ['a narrower enum', (s) => s.properties.kind.enum.pop(), '/properties/kind/enum was ["A","B"] and is ["A"].'],
    ['another const', (s) => (s.properties.state.const = 'SHUT'), '/properties/state/const was "OPEN" and is "SHUT".'],
    ['another pattern', (s) => (s.properties.id.pattern = '.'), '/properties/id/pattern was "^[a-z]+$" and is ".".'],
    ['no pattern', (s) => delete s.properties.id.pattern, '/properties/id/pattern was removed.'],
    ['another format', (s) => (s.properties.on.format = 'time'), '/properties/on/format was "date" and is "time".'],
    ['a lower minimum', (s) => (s.properties.amountFen.minimum = -1), '/properties/amountFen/minimum was 0 and is -1.'],
    ['a maximum', (s) => (s.properties.amountFen.maximum = 9), '/properties/amountFen/maximum is new: 9.'],
    ['fewer items', (s) => (s.properties.lines.minItems = 0), '/properties/lines/minItems was 1 and is 0.'],
    ['no items', (s) => delete s.properties.lines.items, '/properties/lines/items was removed.'],
    [
      'another type in items',
      (s) => (s.properties.lines.items.properties.qty.type = 'number'),
      inItems('/properties/qty/type was "string" and is "number".'),
    ],
    ['a closed object', (s) => (s.additionalProperties = false), '/additionalProperties is new: false.'],
    [
      'an open object',
      (s) => delete s.properties.closed.additionalProperties,
      '/properties/closed/additionalProperties was removed.',
    ],
    [
      'a property of a closed object',
      (s) => (s.properties.closed.properties.more = true),
      '/properties/closed/properties/more is new, which additionalProperties does not allow for.',
    ],
    [
      'declared properties of a free-form object',
      (s) => (s.properties.terms.properties = { months: { type: 'integer' } }),
      '/properties/terms/properties declares fields of an object that was published free-form: months.',
    ],
    [
      'another type in a branch',
      (s) => (s.properties.either.oneOf[0].properties.a.type = 'null'),
      branch('/properties/a/type was "string" and is "null".'),
    ],
    [
      'one branch less',
      (s) => (s.properties.either.oneOf = [true]),
      '/properties/either/oneOf was [{"properties":{"a":{"type":"string"}},"type":"object"},' +
        '{"properties":{"b":{"type":"string"}},"type":"object"}] and is [true].',
    ],
    [
      'a property under not',
      (s) => (s.properties.neither.not.properties.b = true),
      '/properties/neither/not was {"properties":{"a":{"const":1}},"type":"object"} and is ' +
        '{"properties":{"a":{"const":1},"b":true},"type":"object"}.',
    ],
    [
      'another type in a definition',
      (s) => (s.$defs.money.properties.fen.type = 'string'),
      '/$defs/money/properties/fen/type was "integer" and is "string".',
    ],
    [
      'another reference',
      (s) => (s.properties.money.$ref = '#'),
      '/properties/money/$ref was "#/$defs/money" and is "#".',
    ],
    ['a keyword that nobody knows', (s) => (s.properties.id.strange = 1), '/properties/id/strange is new: 1.'],
    ['a boolean schema', (s) => (s.properties.state = true), '/properties/state was {"const":"OPEN"} and is true.'],
    ['a change of an odd name', (s) => delete s.properties['odd/na~me'], '/properties/odd~1na~0me was removed.'],
    [
      'several changes',
      (s) => {
        delete s.properties.on;
        s.required.push('state');
      },
      '/required names state, which it did not.',
      '/properties/on was removed.',
    ],
  ])('may not get %s', (_what, change, ...problems) => {
    expect(verdictOn(change)).toEqual(problems);
  });

  it('stays in the catalogue, beside its next version', () => {
    expect(incompatibilities({ 'a.B.v1': {} }, { 'a.B.v1': {}, 'a.B.v2': { type: 'object' } })).toEqual([]);
    expect(incompatibilities({ 'a.B.v1': {} }, { 'a.B.v2': {} })).toEqual([
      'a.B.v1 was published and is no longer in the catalogue.',
    ]);
  });
});

describe('the schemas of this checkout', () => {
  const file = path.join(__dirname, '../../published-schemas.json');
  const lock = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Json>;

  it('are compatible with the published ones', () => {
    expect(Object.keys(lock).length).toBeGreaterThan(0);
    expect(incompatibilities(lock, currentSchemas())).toEqual([]);
  });

  it.each(Object.keys(lock))('%s could not lose a field', (key) => {
    const broken = structuredClone(currentSchemas()) as typeof lock;
    const [field] = Object.keys(broken[key].properties);
    delete broken[key].properties[field!];
    expect(incompatibilities(lock, broken)).toEqual([`${key}#/properties/${field} was removed.`]);
  });
});

function inItems(text: string) {
  return `/properties/lines/items${text}`;
}

function branch(text: string) {
  return `/properties/either/oneOf/0${text}`;
}

function reverse(...lists: unknown[][]) {
  for (const list of lists) list.reverse();
}
