import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { refuseUnbounded } from './bounds.js';
import { ValidationFailed, type FieldError } from './validation-failed.js';
import { wordsIn, type Words } from './words.js';

/** Faults of one request that are told one by one. */
const MOST_FAULTS = 50;
/** Signs of a member's name that are repeated to its sender. */
const LONGEST_NAME = 64;

/** Strict: unknown fields are refused, nested ones too; what is too large is refused before it is looked at. */
export const strictValidation = (): ValidationPipe => new StrictValidation();

class StrictValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      transform: true,
      exceptionFactory: (errors) => {
        const faults = errors.flatMap((error) => flatten(error, ''));
        return new ValidationFailed(faults.slice(0, MOST_FAULTS), Math.max(0, faults.length - MOST_FAULTS));
      },
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && metadata.metatype) refuseUnbounded(value, metadata.metatype as new () => object);
    return super.transform(value, metadata);
  }
}

const MISSING: Words = { en: 'is required', zh: '必填' };
const UNKNOWN: Words = { en: 'is not a member of this request', zh: '不是本请求的字段' };
const NO_OBJECT: Words = { en: 'must be an object', zh: '须为对象' };

function flatten(error: ValidationError, parent: string): FieldError[] {
  // a body that is no object at all has no property
  const name = ((error.property as string | undefined) ?? '').slice(0, LONGEST_NAME);
  const pointer = name ? `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : parent;
  const own = faultOf(error);
  return [
    ...(own ? [{ pointer, detail: own }] : []),
    ...(error.children ?? []).flatMap((child) => flatten(child, pointer)),
  ];
}

/** What is wrong with the field itself: one thing, the first. */
function faultOf({ constraints = {}, value }: ValidationError): Words | undefined {
  const [[rule, message] = []] = Object.entries(constraints);
  if (rule === undefined || message === undefined) return undefined;
  if (rule === 'whitelistValidation') return UNKNOWN;
  if (rule === 'unknownValue') return NO_OBJECT;
  return value === undefined ? MISSING : wordsIn(message);
}
