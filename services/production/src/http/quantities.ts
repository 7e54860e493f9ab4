import { QUANTITY_PATTERN } from '@engsales/values';
import { Matches } from 'class-validator';

/** More than nothing. */
export function Quantity(): PropertyDecorator {
  return Matches(/^(?=.*[1-9])(0|[1-9]\d{0,11})(\.\d{1,6})?$/, { message: '$property is a positive decimal text' });
}

export function QuantityOrNone(): PropertyDecorator {
  return Matches(QUANTITY_PATTERN, { message: '$property is a decimal text' });
}
