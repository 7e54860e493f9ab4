import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { bilingual } from './words.js';
import { hasHiddenSigns, isVisible } from '@engsales/values';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID, ValidateBy } from 'class-validator';

/** What a list has at most that has no limit of its own. */
export const MOST = 50;
const A_LIST = [
  IsArray({ message: bilingual('must be a list', '须为列表') }),
  ArrayMaxSize(MOST, { message: bilingual(`has at most ${MOST} elements`, `最多 ${MOST} 项`) }),
];
const ONCE = ArrayUnique({ message: bilingual('must name each thing once', '不得重复') });

/** Texts for people, each with something in it. */
export function Texts(maxLength: number): PropertyDecorator {
  const validate = (value: unknown) =>
    typeof value === 'string' && value.length <= maxLength && isVisible(value) && !hasHiddenSigns(value);
  const defaultMessage = () =>
    bilingual(`each must be a text of 1 to ${maxLength} signs`, `每一项须为 1 至 ${maxLength} 个字符的文本`);
  return applyDecorators(
    ApiProperty({
      type: 'array',
      maxItems: MOST,
      items: { type: 'string', minLength: 1, maxLength, pattern: '\\S' },
      example: ['说明'],
    }),
    ...A_LIST,
    ValidateBy({ name: 'texts', validator: { validate, defaultMessage } }, { each: true }),
  );
}

/** Some of these words, each once. */
export function SomeOf(words: readonly string[]): PropertyDecorator {
  const message = bilingual(`each must be one of ${words.join(', ')}`, `每一项须为其中之一：${words.join('、')}`);
  return applyDecorators(
    ApiProperty({
      type: 'array',
      maxItems: MOST,
      uniqueItems: true,
      items: { type: 'string', enum: [...words] },
      example: [words[0]],
    }),
    ...A_LIST,
    ONCE,
    IsIn(words, { each: true, message }),
  );
}

/** Ids of things, each once; one in capitals names the same thing. */
export function Uuids(): PropertyDecorator {
  const lower = (id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id);
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lower) : value)),
    ApiProperty({
      type: 'array',
      maxItems: MOST,
      uniqueItems: true,
      items: { type: 'string', format: 'uuid' },
      example: ['0f8fad5b-d9cb-469f-a165-70867728950e'],
    }),
    ...A_LIST,
    ONCE,
    IsUUID(undefined, { each: true, message: bilingual('each must be a uuid', '每一项须为 UUID') }),
  );
}
