import type { Schema } from './api-facts.js';

/** Marks a field that examples show although it may be absent. */
export const SHOWN = 'x-shown';

type Schemas = Readonly<Record<string, Schema>>;

/** A value that can be sent: what must be said, and what is worth showing. */
export function exampleOf(schema: Schema, schemas: Schemas): unknown {
  if (schema.$ref) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.example !== undefined) return schema.example;
  if (Array.isArray(schema.allOf)) return exampleOf(schema.allOf[0] as Schema, schemas);
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items, schemas)] : [];
  if (!schema.properties) return schema.default ?? null;
  const shown = Object.entries(schema.properties).filter(
    ([name, field]) => schema.required?.includes(name) || field[SHOWN] || isListOfObjects(field),
  );
  return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field, schemas)]));
}

/** A list that is empty unless somebody fills it says most when it is filled. */
const isListOfObjects = ({ type, items, default: usual }: Schema) =>
  type === 'array' && items?.$ref !== undefined && usual !== undefined;
