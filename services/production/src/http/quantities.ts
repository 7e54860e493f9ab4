import { applyDecorators } from '@nestjs/common';
import { Optional } from '@engsales/http';
import { QUANTITY_PATTERN } from '@engsales/values';
import { ArrayMaxSize, IsArray, Matches, MaxLength } from 'class-validator';

/** More than nothing. */
export function Quantity(): PropertyDecorator {
  return Matches(/^(?=.*[1-9])(0|[1-9]\d{0,11})(\.\d{1,6})?$/, { message: '$property is a positive decimal text' });
}

export function QuantityOrNone(): PropertyDecorator {
  return Matches(QUANTITY_PATTERN, { message: '$property is a decimal text' });
}

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
