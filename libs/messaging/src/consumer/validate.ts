import { CATALOGUE, type PublicMessage } from '@engsales/events';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { InvalidMessage } from './faults.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const compiled = new Map<string, ValidateFunction>();

/** Checks a public message against the schema of its type. @throws InvalidMessage */
export function validateMessage(message: PublicMessage): void {
  const event = CATALOGUE.get(message.type);
  if (!event) throw new InvalidMessage('UNKNOWN_EVENT', `no public event ${message.type} is known here`);
  if (message.version > event.version) {
    throw new InvalidMessage(
      'UNKNOWN_EVENT',
      `${message.type} version ${message.version} is newer than ${event.version}`,
    );
  }
  let validate = compiled.get(message.type);
  if (!validate) compiled.set(message.type, (validate = ajv.compile(event.schema)));
  if (!validate(message.data)) {
    throw new InvalidMessage('SCHEMA_VIOLATION', `${message.type}: ${ajv.errorsText(validate.errors)}`);
  }
  if (!isStorable(message.data)) {
    throw new InvalidMessage('INVALID_TEXT', `${message.type}: text with U+0000 or half a surrogate pair`);
  }
}

/** Such text could not be stored in a read model and read back. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
