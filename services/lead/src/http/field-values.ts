import { applyDecorators } from '@nestjs/common';
import { bilingual } from '@engsales/http';
import { ApiProperty } from '@nestjs/swagger';
import { isCreditCode } from '@engsales/values';
import { ArrayMinSize, ValidateBy } from 'class-validator';
import { foldedUscc } from '../domain/party/party-keys.js';

/** A list that is not empty. */
export const NotEmpty = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minItems: 1 }),
    ArrayMinSize(1, { message: bilingual('has at least one element', '至少 1 项') }),
  );

/** As long as a code may be with the blanks that people put into it. */
const LONGEST_CODE = 40;

/** 统一社会信用代码: 18 signs, of which the last checks the others. */
export function CreditCode(): PropertyDecorator {
  const validate = (text: unknown) =>
    typeof text === 'string' && text.length <= LONGEST_CODE && isCreditCode(foldedUscc(text));
  const defaultMessage = () =>
    bilingual(
      'must be a unified social credit code of 18 signs, of which the last checks the others (GB 32100)',
      '须为 18 位统一社会信用代码（GB 32100）',
    );
  return applyDecorators(
    ApiProperty({ type: String, minLength: 18, maxLength: LONGEST_CODE, example: '91350100M000100Y43' }),
    ValidateBy({ name: 'creditCode', validator: { validate, defaultMessage } }),
  );
}
