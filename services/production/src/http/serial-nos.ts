import { applyDecorators } from '@nestjs/common';
import { bilingual, Optional } from '@engsales/http';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, Matches, MaxLength } from 'class-validator';

const ONE = { type: 'string', minLength: 1, maxLength: 64, pattern: '[\\p{L}\\p{N}]' };

/** Numbers of units as they stand on them; compared without widths, cases and blanks. */
export function SerialNos(): PropertyDecorator {
  const message = bilingual(
    'must be texts of 1 to 64 signs each, at most 1000',
    '每项须为 1 至 64 个字符，最多 1000 项',
  );
  const each = { each: true, message };
  return applyDecorators(
    Optional(),
    ApiProperty({ type: 'array', items: ONE, maxItems: 1_000, example: ['SN-0001'] }),
    IsArray({ message }),
    ArrayMaxSize(1_000, { message }),
    MaxLength(64, each),
    Matches(/[\p{L}\p{N}]/u, each),
  );
}
