import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { CATALOGUE, subjectFieldOf } from './catalogue.js';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every property at any depth, by its path. */
function fieldsOf({ properties = {}, items }: Schema, at: string): [path: string, field: Schema][] {
  const own = Object.entries(properties).flatMap(([name, field]): [string, Schema][] => {
    return [[`${at}/${name}`, field], ...fieldsOf(field, `${at}/${name}`)];
  });
  return items ? [...own, ...fieldsOf(items, `${at}/items`)] : own;
}

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const files = (folder: string) => fs.readdirSync(path.join(__dirname, folder)).sort();
const read = (folder: string, file: string) =>
  JSON.parse(fs.readFileSync(path.join(__dirname, folder, file), 'utf8')) as Record<string, unknown>;

describe('the catalogue of public events', () => {
  it('has a schema and a frozen sample for every event, and none left over', () => {
    const expected = [...CATALOGUE.values()].map((e) => `${e.type}.v${e.version}.json`).sort();
    expect(files('schemas')).toEqual(expected);
    expect(files('samples')).toEqual(expected);
  });

  it.each([...CATALOGUE.values()].map((e) => [e.type, e] as const))(
    '%s: its sample passes its schema',
    (_type, event) => {
      const validate = ajv.compile(event.schema);
      expect([validate(read('samples', `${event.type}.v${event.version}.json`)), validate.errors]).toEqual([
        true,
        null,
      ]);
      expect(event.type).toBe(`${event.service}.${event.type.split('.')[1]}`);
      expect(event.nameZh).not.toBe('');
    },
  );

  it.each([...CATALOGUE.values()].map((e) => [e.type, e] as const))(
    '%s: unknown fields pass, missing ones do not',
    (_type, event) => {
      const validate = ajv.compile(event.schema);
      const sample = read('samples', `${event.type}.v${event.version}.json`);
      expect(validate({ ...sample, addedLater: 1 })).toBe(true);
      const required = (event.schema as { required: string[] }).required;
      expect(required.length).toBeGreaterThan(0);
      for (const field of required)
        expect([field, validate({ ...sample, [field]: undefined })]).toEqual([field, false]);
    },
  );

  it.each([...CATALOGUE.values()].map((e) => [e.type, e] as const))(
    '%s: says of every field what it means, in three words at least',
    (_type, event) => {
      const unsaid = fieldsOf(event.schema as Schema, '').filter(
        ([, { description = '' }]) => description.split(' ').length < 3,
      );
      expect(unsaid.map(([path]) => path)).toEqual([]);
    },
  );

  it.each([...CATALOGUE.values()].map((e) => [e.type, e] as const))(
    '%s: names its aggregate in a text that is always there',
    (type, event) => {
      const field = subjectFieldOf(type) ?? '';
      const { required, properties } = event.schema as { required: string[]; properties: Record<string, object> };
      expect(required).toContain(field);
      expect(properties[field]).toMatchObject({ type: 'string' });
      expect(read('samples', `${type}.v${event.version}.json`)[field]).toMatch(/./);
    },
  );

  it('knows the aggregate of no type that it does not know', () => {
    expect(subjectFieldOf('contract.ContractRenamed')).toBeUndefined();
  });

  it.each(files('samples'))('%s names no natural person', (file) => {
    expect(JSON.stringify(read('samples', file))).not.toMatch(/李娜|周敏|陈工|赵强/);
  });
});
