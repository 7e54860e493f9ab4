import type { Words } from './words.js';

export interface FieldError {
  /** JSON pointer into the request body. */
  readonly pointer: string;
  readonly detail: Words;
}

/** A request that is not valid; of very many faults the first are told, and how many more there are. */
export class ValidationFailed extends Error {
  constructor(
    readonly errors: readonly FieldError[],
    readonly more = 0,
  ) {
    super('the request is not valid');
    this.name = 'ValidationFailed';
  }
}
