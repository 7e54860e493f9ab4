import { applyDecorators } from '@nestjs/common';
import { bilingual } from '@engsales/http';
import { ApiProperty } from '@nestjs/swagger';
import { hasHiddenSigns, isCreditCode, isVisible } from '@engsales/values';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, ValidateBy } from 'class-validator';
import { foldedUscc } from '../domain/party/party-keys.js';

/** A list has at most so many elements in this service. */
export const MOST = 50;

const A_LIST = { message: bilingual('must be a list', '须为列表') };
const atMost = (most: number) => ({ message: bilingual(`has at most ${most} elements`, `最多 ${most} 项`) });
const ONE_AT_LEAST = { message: bilingual('has at least one element', '至少 1 项') };

/** A list of texts for people, each with something in it. */
export function Texts(maxLength = 2_000): PropertyDecorator {
  const validate = (text: unknown) =>
    typeof text === 'string' && text.length <= maxLength && isVisible(text) && !hasHiddenSigns(text);
  const defaultMessage = () =>
    bilingual(`each is a text of 1 to ${maxLength} signs`, `每项须为 1 至 ${maxLength} 个字符的文本`);
  const items = { type: 'string', minLength: 1, maxLength, pattern: '\\S' };
  return applyDecorators(
    ApiProperty({ type: 'array', items, maxItems: MOST, example: ['说明'] }),
    IsArray(A_LIST),
    ArrayMaxSize(MOST, atMost(MOST)),
    ValidateBy({ name: 'texts', validator: { validate, defaultMessage } }, { each: true }),
  );
}

/** Some of these words, each once. */
export function SomeOf(words: readonly string[], least: 0 | 1 = 0): PropertyDecorator {
  const message = bilingual(`each is one of ${words.join(', ')}`, `每项须为其中之一：${words.join('、')}`);
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', enum: [...words] },
      maxItems: words.length,
      minItems: least,
      uniqueItems: true,
      example: [words[0]],
    }),
    IsArray(A_LIST),
    ArrayMaxSize(words.length, atMost(words.length)),
    ...(least > 0 ? [ArrayMinSize(least, ONE_AT_LEAST)] : []),
    ArrayUnique({ message: bilingual('must name each thing once', '不得重复') }),
    IsIn(words, { each: true, message }),
  );
}

/** 统一社会信用代码: 18 signs, of which the last checks the others. */
export function CreditCode(): PropertyDecorator {
  const validate = (text: unknown) => typeof text === 'string' && text.length <= 40 && isCreditCode(foldedUscc(text));
  const defaultMessage = () =>
    bilingual(
      'must be a unified social credit code of 18 signs, of which the last checks the others (GB 32100)',
      '须为 18 位统一社会信用代码（GB 32100）',
    );
  return applyDecorators(
    ApiProperty({ type: String, minLength: 18, maxLength: 40, example: '91350100M000100Y43' }),
    ValidateBy({ name: 'creditCode', validator: { validate, defaultMessage } }),
  );
}
