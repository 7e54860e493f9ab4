import type { Schema } from './published.js';

// None of these can change what a validator says.
const ANNOTATIONS = new Set(['$id', '$comment', 'title', 'description', 'examples', 'deprecated']);
const DEFINITIONS = new Set(['$defs', 'definitions']);
const CHILDREN = new Set(['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems']);
const BRANCHES = new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems', 'then', 'else']);
const UNORDERED = new Set(['enum', 'type']);
/** With one of these in force, a reader of the published schema may refuse a property that it does not know. */
const CLOSING = [
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'patternProperties',
  'maxProperties',
] as const;

interface SchemaPlace {
  readonly at: string;
  /** The keyword, here or in a schema of the same object, that keeps it from getting new properties. */
  readonly closedBy?: string | undefined;
}

/**
 * Why `current` may not replace `published`, both by `<type>.v<version>`: a published schema only ever gains optional properties, so
 * that old readers read new events and new readers old ones; against everything ever published, as nothing leaves the lock.
 */
export function incompatibilities(published: object, current: object): string[] {
  const now = current as Record<string, unknown>;
  return Object.entries(published).flatMap(([key, schema]) =>
    Object.hasOwn(now, key)
      ? compare(schema, now[key], { at: `${key}#` })
      : [`${key} was published and is no longer in the catalogue.`],
  );
}

function compare(before: unknown, after: unknown, place: SchemaPlace): string[] {
  if (!isSchema(before) || !isSchema(after)) return compareValue(before, after, place.at);
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((k) => !ANNOTATIONS.has(k));
  const closedBy =
    CLOSING.find((keyword) => before[keyword] !== undefined && before[keyword] !== true) ?? place.closedBy;
  return keywords.flatMap((keyword) => {
    const [old, now, at] = [before[keyword], after[keyword], `${place.at}/${escaped(keyword)}`];
    if (keyword === 'required') return compareRequired(old, now, at);
    if (keyword === 'properties') return compareProperties(old, now, { at, closedBy });
    if (keyword === 'patternProperties') return compareNamed(old, now, at, false);
    if (DEFINITIONS.has(keyword)) return compareNamed(old, now, at, true);
    if (CHILDREN.has(keyword)) return compare(old, now, { at });
    if (BRANCHES.has(keyword)) return compareBranches(old, now, { at, closedBy });
    return compareValue(sorted(keyword, old), sorted(keyword, now), at);
  });
}

function compareProperties(before: unknown, after: unknown, { at, closedBy }: SchemaPlace): string[] {
  const [old, now] = [asSchema(before), asSchema(after)];
  const fresh = Object.keys(now).filter((name) => !Object.hasOwn(old, name));
  if (fresh.length > 0 && Object.keys(old).length === 0)
    return [`${at} declares fields of an object that was published free-form: ${fresh.join(', ')}.`];
  const refused = closedBy === undefined ? [] : fresh;
  return [
    ...compareNamed(old, now, at, true),
    ...refused.map((name) => `${at}/${escaped(name)} is new, which ${closedBy} does not allow for.`),
  ];
}

function compareNamed(before: unknown, after: unknown, at: string, mayGain: boolean): string[] {
  const [old, now] = [asSchema(before), asSchema(after)];
  const names = mayGain ? Object.keys(old) : [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names.flatMap((name) => compare(old[name], now[name], { at: `${at}/${escaped(name)}` }));
}

function compareBranches(before: unknown, after: unknown, place: SchemaPlace): string[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return compare(before, after, place);
  if (before.length !== after.length) return compareValue(before, after, place.at);
  return before.flatMap((schema, i) => compare(schema, after[i], { ...place, at: `${place.at}/${i}` }));
}

function compareRequired(before: unknown, after: unknown, at: string): string[] {
  const [old, now] = [(before ?? []) as string[], (after ?? []) as string[]];
  return [
    ...old.filter((name) => !now.includes(name)).map((name) => `${at} no longer names ${name}.`),
    ...now.filter((name) => !old.includes(name)).map((name) => `${at} names ${name}, which it did not.`),
  ];
}

function compareValue(before: unknown, after: unknown, at: string): string[] {
  const [old, now] = [text(before), text(after)];
  if (old === now) return [];
  if (before === undefined) return [`${at} is new: ${now}.`];
  return [after === undefined ? `${at} was removed.` : `${at} was ${old} and is ${now}.`];
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asSchema = (value: unknown): Schema => (isSchema(value) ? value : {});
const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const sorted = (keyword: string, value: unknown): unknown =>
  UNORDERED.has(keyword) && Array.isArray(value) ? [...(value as unknown[])].sort(byText) : value;
const byText = (a: unknown, b: unknown) => (text(a) < text(b) ? -1 : 1);

/** JSON with the keys of every object in order: equal text, equal value. */
function text(value: unknown): string {
  const inOrder = (_key: string, v: unknown) =>
    isSchema(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v;
  return JSON.stringify(value, inOrder) ?? 'absent';
}
