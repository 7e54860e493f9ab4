import { ValidationPipe, type ValidationError } from '@nestjs/common';

export interface FieldError {
  /** JSON pointer into the request body. */
  readonly pointer: string;
  readonly detail: string;
}

export class ValidationFailed extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('the request is not valid');
    this.name = 'ValidationFailed';
  }
}

/** Strict: unknown fields are refused, nested ones too. */
export function strictValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => flatten(error, ''))),
  });
}

function flatten(error: ValidationError, parent: string): FieldError[] {
  // a body that is no object at all has no property
  const name = (error.property as string | undefined) ?? '';
  const pointer = name ? `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : parent;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
