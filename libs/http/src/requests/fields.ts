import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isBusinessDate, isInstant, QUANTITY_PATTERN, UNIT_PRICE_PATTERN } from '@engsales/values';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { declareNested } from './bounds.js';

/** An id or reference: letters, digits and `._:-`. So a person's name in Chinese cannot slip into an event. */
export function Reference(options: { each?: boolean } = {}): PropertyDecorator {
  const message = '$property is an id or reference of letters, digits and ._:- (1 to 64); never a person’s name';
  return Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, { ...options, message });
}

/** The id of a thing: a uuid; one in capitals names the same thing. */
export function Uuid(): PropertyDecorator {
  const lower = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value);
  return applyDecorators(ApiProperty({ format: 'uuid' }), Transform(lower), IsUUID());
}

/** Integer fen, 0 to 2^53-1. */
export function Fen(): PropertyDecorator {
  return applyDecorators(IsInt(), Min(0), Max(Number.MAX_SAFE_INTEGER));
}

/** A business date YYYY-MM-DD that exists. */
export function BusinessDate(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isBusinessDate(value);
  return applyDecorators(
    ApiProperty({ format: 'date', example: '2025-03-10' }),
    ValidateBy({
      name: 'businessDate',
      validator: { validate, defaultMessage: () => '$property is a date YYYY-MM-DD' },
    }),
  );
}

/** May be absent. Null is no absence: class-validator's own IsOptional would let it through into events. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_request, value) => value !== undefined);
}

/** One object of a class of its own; a list is refused. */
export function Nested(type: () => new () => object): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => type() }),
    IsObject(),
    ValidateNested(),
    Type(type),
    declareNested({ type, most: 1 }),
  );
}

/** A list of at most so many objects of a class of their own. */
export function NestedList(type: () => new () => object, most: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, maxItems: most }), // swagger knows a lazy type by the name of its property
    IsArray(),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
    declareNested({ type, most }),
  );
}

/** Text for people with something in it. */
export function Text(maxLength: number): PropertyDecorator {
  return applyDecorators(IsString(), MaxLength(maxLength), Matches(/\S/, { message: '$property must say something' }));
}

/** A quantity: decimal text, more than nothing. */
export function Quantity(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '24', description: 'decimal text' }),
    Matches(/^(?=.*[1-9])(0|[1-9]\d{0,11})(\.\d{1,6})?$/, { message: '$property is a positive decimal text' }),
  );
}

/** A quantity that may be nothing. */
export function QuantityOrNone(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '0', description: 'decimal text' }),
    Matches(QUANTITY_PATTERN, { message: '$property is a decimal text' }),
  );
}

/** A price or cost of one unit in yuan: decimal text with up to 6 decimals. */
export function UnitPrice(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '0.035', description: 'yuan, decimal text with up to 6 decimals' }),
    Matches(UNIT_PRICE_PATTERN, { message: '$property is decimal text in yuan with up to 6 decimals, such as 0.035' }),
  );
}

/** An instant, RFC 3339 with offset. */
export function IsInstant(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isInstant(value);
  const defaultMessage = () => '$property is an instant such as 2025-03-10T01:00:00Z';
  return ValidateBy({ name: 'instant', validator: { validate, defaultMessage } });
}

/** Integer fen, at least one. */
export function PositiveFen(): PropertyDecorator {
  return applyDecorators(IsInt(), Min(1), Max(Number.MAX_SAFE_INTEGER));
}
