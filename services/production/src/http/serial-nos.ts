import { applyDecorators } from '@nestjs/common';
import { Optional } from '@engsales/http';
import { ArrayMaxSize, IsArray, Matches, MaxLength } from 'class-validator';

/** Numbers of units as they stand on them; compared without widths, cases and blanks. */
export function SerialNos(): PropertyDecorator {
  const each = { each: true, message: 'each of $property is a text of 1 to 64 signs' };
  return applyDecorators(
    Optional(),
    IsArray(),
    ArrayMaxSize(1_000),
    MaxLength(64, each),
    Matches(/[\p{L}\p{N}]/u, each),
  );
}
