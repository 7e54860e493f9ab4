import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { refuseUnbounded } from './bounds.js';
import { ValidationFailed, type FieldError } from './validation-failed.js';

/** Faults of one request that are told one by one. */
const MOST_FAULTS = 50;

/** Strict: unknown fields are refused, nested ones too; what is too large is refused before it is looked at. */
export const strictValidation = (): ValidationPipe => new StrictValidation();

class StrictValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
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

function flatten(error: ValidationError, parent: string): FieldError[] {
  // a body that is no object at all has no property
  const name = (error.property as string | undefined) ?? '';
  const pointer = name ? `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : parent;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
