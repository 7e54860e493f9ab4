import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  hasHiddenSigns,
  hasZeroWidth,
  isBusinessDate,
  isInstant,
  isVisible,
  QUANTITY_PATTERN,
  UNIT_PRICE_PATTERN,
} from '@engsales/values';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import { bilingual } from './words.js';

/** A field is what the API page says of it, and the rules that hold it: one decorator gives both, so that they agree. */
export function field(said: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(ApiProperty(said), ...rules);
}

/** What a field means, and a value that can be sent as it stands. A field that need not be said is in examples only with a value. */
export function Means(description: string, example?: unknown): PropertyDecorator {
  return ApiProperty({
    description,
    ...(example === undefined ? {} : { example, 'x-shown': true }),
  });
}

const matching = (pattern: RegExp, message: string, options: ValidationOptions = {}) =>
  Matches(pattern, { ...options, message });

const A_TEXT = bilingual('must be a text', '须为文本');
const atMost = (signs: number) => bilingual(`has at most ${signs} signs`, `最多 ${signs} 个字符`);

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** An id or reference: letters, digits and `._:-`. So a person's name in Chinese cannot slip into an event. */
export function Reference(options: { each?: boolean } = {}): PropertyDecorator {
  const message = bilingual(
    'must be an id or reference of letters, digits and ._:- (1 to 64); never a person’s name',
    '须为编号或引用：字母、数字及 ._:-（1 至 64 位），不得填人名',
  );
  const rule = matching(REFERENCE, message, options);
  return options.each ? rule : field({ type: String, pattern: REFERENCE.source, example: 'E1001' }, rule);
}

/** The id of a thing: a uuid; one in capitals names the same thing. */
export function Uuid(): PropertyDecorator {
  const lower = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value);
  const example = '0f8fad5b-d9cb-469f-a165-70867728950e';
  return field(
    { type: String, format: 'uuid', example },
    Transform(lower),
    IsUUID(undefined, { message: bilingual('must be a uuid', '须为 UUID') }),
  );
}

/** Integer fen, 0 to 2^53-1. */
export const Fen = (): PropertyDecorator => fenFrom(0);

/** Integer fen, at least one. */
export const PositiveFen = (): PropertyDecorator => fenFrom(1);

function fenFrom(minimum: number): PropertyDecorator {
  const maximum = Number.MAX_SAFE_INTEGER;
  const said = { type: 'integer', minimum, maximum, example: 1_000_000, 'x-unit': 'fen' };
  return field(said as ApiPropertyOptions, ...wholeFrom(minimum, maximum));
}

/** A whole number between two bounds, both allowed. */
export function Whole(minimum: number, maximum: number): PropertyDecorator {
  return field({ type: 'integer', minimum, maximum, example: minimum }, ...wholeFrom(minimum, maximum));
}

function wholeFrom(minimum: number, maximum: number): PropertyDecorator[] {
  const message = bilingual(
    `must be a whole number from ${minimum} to ${maximum}`,
    `须为 ${minimum} 至 ${maximum} 的整数`,
  );
  return [IsInt({ message }), Min(minimum, { message }), Max(maximum, { message })];
}

/** Basis points: 13 % = 1300. */
export function Bps(minimum = 0): PropertyDecorator {
  const said = { type: 'integer', minimum, maximum: 10_000, example: 1_300, 'x-unit': 'basis points' };
  return field(said as ApiPropertyOptions, ...wholeFrom(minimum, 10_000));
}

/** Years that business can mean. */
const YEARS = '(19|2\\d)\\d{2}';

/** A business date YYYY-MM-DD that exists. */
export function BusinessDate(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isBusinessDate(value);
  const defaultMessage = () => bilingual('must be a date YYYY-MM-DD', '须为日期 YYYY-MM-DD');
  return field(
    { type: String, format: 'date', pattern: `^${YEARS}-\\d{2}-\\d{2}$`, example: '2025-03-10' },
    ValidateBy({ name: 'businessDate', validator: { validate, defaultMessage } }),
  );
}

/** An instant, RFC 3339 with offset. */
export function IsInstant(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isInstant(value);
  const defaultMessage = () =>
    bilingual('must be an instant such as 2025-03-10T01:00:00Z', '须为时刻，如 2025-03-10T01:00:00Z');
  return field(
    { type: String, format: 'date-time', pattern: `^${YEARS}-`, example: '2025-03-10T01:00:00Z' },
    ValidateBy({ name: 'instant', validator: { validate, defaultMessage } }),
  );
}

/** Text for people with something in it. */
export function Text(maxLength: number): PropertyDecorator {
  return field(
    { type: String, minLength: 1, maxLength, pattern: '\\S', example: '说明' },
    IsString({ message: A_TEXT }),
    MaxLength(maxLength, { message: atMost(maxLength) }),
    holding('visible', isVisible, 'must say something', '不能为空白'),
    withoutHiddenSigns(maxLength),
  );
}

/** Text for people that may be empty. */
export function TextOrNone(maxLength: number): PropertyDecorator {
  return field(
    { type: String, maxLength, example: '' },
    IsString({ message: A_TEXT }),
    MaxLength(maxLength, { message: atMost(maxLength) }),
    withoutHiddenSigns(maxLength),
  );
}

/** Texts up to this length are names and numbers, which are compared; longer ones are read. */
const LONGEST_NAME = 200;

/** What is compared has no sign without width at all; what is read has none that hides something. */
function withoutHiddenSigns(maxLength: number): PropertyDecorator {
  const hides = maxLength <= LONGEST_NAME ? hasZeroWidth : hasHiddenSigns;
  return holding('noHiddenSigns', (text) => !hides(text), 'has signs that nobody sees', '含有不可见字符');
}

function holding(name: string, holds: (text: string) => boolean, en: string, zh: string): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && holds(value);
  return ValidateBy({ name, validator: { validate, defaultMessage: () => bilingual(en, zh) } });
}

/** One of these words. */
export function OneOf(words: readonly string[]): PropertyDecorator {
  return field(
    { enum: [...words], example: words[0] },
    IsIn(words, { message: bilingual(`must be one of ${words.join(', ')}`, `须为其中之一：${words.join('、')}`) }),
  );
}

export function Flag(): PropertyDecorator {
  return field(
    { type: Boolean, example: true },
    IsBoolean({ message: bilingual('must be true or false', '须为 true 或 false') }),
  );
}

/** Text of a given shape, which is told in words. */
export function Shaped(pattern: RegExp, [en, zh]: readonly [string, string], example: string): PropertyDecorator {
  const message = bilingual(`must be ${en}`, `须为${zh}`);
  return field({ type: String, pattern: pattern.source, example }, matching(pattern, message));
}

/** A quantity: decimal text, more than nothing. */
export const Quantity = (): PropertyDecorator =>
  Shaped(/^(?=.*[1-9])(0|[1-9]\d{0,11})(\.\d{1,6})?$/, ['a positive decimal text', '大于零的十进制数文本'], '24');

/** A quantity that may be nothing. */
export const QuantityOrNone = (): PropertyDecorator =>
  Shaped(QUANTITY_PATTERN, ['a decimal text', '十进制数文本'], '0');

/** A price or cost of one unit in yuan: decimal text with up to 6 decimals. */
export const UnitPrice = (): PropertyDecorator =>
  Shaped(
    UNIT_PRICE_PATTERN,
    ['decimal text in yuan with up to 6 decimals, such as 0.035', '以元计、最多 6 位小数的十进制数文本，如 0.035'],
    '0.035',
  );

/** A revision, or an instant. */
export const Moment = (): PropertyDecorator =>
  Shaped(
    /^(\d{1,9}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))$/,
    ['a revision or an instant such as 2025-03-10T01:00:00Z', '版本号或时刻，如 2025-03-10T01:00:00Z'],
    '2',
  );

/** A position of a service's store, as a command's answer gives it. */
export const Position = (): PropertyDecorator =>
  Shaped(
    /^(lead|tender|contract|production|aftersales)\.\d{1,18}$/,
    ['a position such as contract.42', '位置，如 contract.42'],
    'contract.42',
  );
