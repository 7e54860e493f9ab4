import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isBusinessDate } from '@engsales/values';
import { IsInt, Matches, Max, Min, ValidateBy } from 'class-validator';

/** An id or reference: letters, digits and `._:-`. So a person's name in Chinese cannot slip into an event. */
export function Reference(options: { each?: boolean } = {}): PropertyDecorator {
  const message = '$property is an id or reference of letters, digits and ._:- (1 to 64); never a person’s name';
  return Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, { ...options, message });
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
