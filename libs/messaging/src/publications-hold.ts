import { CATALOGUE, type PublicEvent, type ServiceName } from '@engsales/events';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const compiled = new Map<string, ValidateFunction>();

interface Published {
  readonly event: PublicEvent<unknown>;
  readonly data: unknown;
}

/**
 * What is wrong with what a service publishes, in sentences: a payload that its schema does not describe to the last field
 * (a strict writer, although readers are tolerant), or a public event of the service that was never published.
 */
export function publicationFaults(service: ServiceName, publications: readonly Published[]): string[] {
  const faults = publications.flatMap(({ event, data }) => {
    const validate = validatorOf(event);
    const plain = JSON.parse(JSON.stringify(data)) as unknown;
    return validate(plain) ? [] : [`${event.type}: ${ajv.errorsText(validate.errors)}`];
  });
  const met = new Set(publications.map(({ event }) => event.type));
  const own = [...CATALOGUE.values()].filter((event) => event.service === service);
  const missing = own.filter(({ type }) => !met.has(type)).map(({ type }) => `${type} was not published`);
  return [...faults, ...missing];
}

function validatorOf(event: PublicEvent<unknown>): ValidateFunction {
  const known = compiled.get(event.type);
  if (known) return known;
  const made = ajv.compile(closedSchema(event.schema) as object);
  compiled.set(event.type, made);
  return made;
}

/** The schema with every object closed: a field that it does not name is an error. */
function closedSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closedSchema);
  if (schema === null || typeof schema !== 'object') return schema;
  const inner = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== '$id')
      .map(([key, value]) => [key, closedSchema(value)]),
  );
  const isClosable = inner.type === 'object' && !('additionalProperties' in inner);
  return isClosable ? { ...inner, additionalProperties: false } : inner;
}
