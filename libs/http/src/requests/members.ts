import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsObject,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { declareNested } from './bounds.js';
import { Reference } from './fields.js';
import { bilingual } from './words.js';

const AN_OBJECT = { message: bilingual('must be an object', '须为对象') };
const A_LIST = { message: bilingual('must be a list', '须为列表') };
const EACH_AN_OBJECT = { each: true, message: bilingual('each element must be an object', '每一项须为对象') };
const EACH_ONCE = { message: bilingual('must name each thing once', '不得重复') };
const atMost = (most: number) => ({ message: bilingual(`has at most ${most} elements`, `最多 ${most} 项`) });
const atLeast = (least: number) => ({ message: bilingual(`has at least ${least} elements`, `至少 ${least} 项`) });

/** May be absent. Null is no absence: class-validator's own IsOptional would let it through into events. */
export function Optional(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_request, value) => value !== undefined),
  );
}

/** One object of a class of its own; a list is refused. */
export function Nested(type: () => new () => object): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => type() }),
    IsObject(AN_OBJECT),
    ValidateNested(),
    Type(type),
    declareNested({ type, most: 1 }),
  );
}

/** A list of at most so many objects of a class of their own. */
export function NestedList(type: () => new () => object, most: number, least = 0): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, maxItems: most, ...(least > 0 ? { minItems: least } : {}) }), // swagger knows a lazy type by the name of its property
    IsArray(A_LIST),
    ArrayMaxSize(most, atMost(most)),
    ...(least > 0 ? [ArrayMinSize(least, atLeast(least))] : []),
    IsObject(EACH_AN_OBJECT),
    ValidateNested({ each: true }),
    Type(type),
    declareNested({ type, most }),
  );
}

/** A list of at most so many references, each once. */
export function References(most: number, least = 0): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      isArray: true,
      uniqueItems: true,
      maxItems: most,
      ...(least > 0 ? { minItems: least } : {}),
      example: ['L1'],
    }),
    IsArray(A_LIST),
    ArrayMaxSize(most, atMost(most)),
    ...(least > 0 ? [ArrayMinSize(least, atLeast(least))] : []),
    ArrayUnique(EACH_ONCE),
    Reference({ each: true }),
  );
}
