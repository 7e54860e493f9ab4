import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches } from 'class-validator';
import { membersOf, type RequestClass } from './bounds.js';
import { Shaped, Text, Uuid } from './fields.js';
import { bilingual } from './words.js';

/** Members that name a person, by the prototype of the request class that declares them. */
const persons = new Map<object, Set<string>>();
/** Members that name one of the staff. */
const staff = new Map<object, Set<string>>();

const declareIn =
  (known: Map<object, Set<string>>): PropertyDecorator =>
  (prototype, name) => {
    known.set(prototype, (known.get(prototype) ?? new Set<string>()).add(String(name)));
  };

/** A person, by a reference that `POST /api/v1/persons` of the same service gave. A command that names an unknown one is refused. */
export const PersonRef = (): PropertyDecorator => applyDecorators(Uuid(), declareIn(persons));

/** A uuid, or an id that can hold neither a name in Chinese nor an identity or telephone number. */
const STAFF_ID =
  /^([\da-fA-F]{8}-[\da-fA-F]{4}-[1-8][\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}|(?!.*\d([._:-]*\d){6})[A-Za-z0-9][A-Za-z0-9._:-]{0,63})$/;

const A_STAFF_ID = [
  'the id of one of the staff: letters, digits and ._:- (1 to 64), never a name or a number of a person',
  '员工编号：字母、数字及 ._:-（1 至 64 位），不得填姓名、证件号或电话号码',
] as const;

/** One of the staff, by the id that is the subject of their tokens. */
export const StaffId = (): PropertyDecorator =>
  applyDecorators(Shaped(STAFF_ID, A_STAFF_ID, 'E1001'), declareIn(staff));

/** At most so many of the staff, each once. */
export function StaffIds(most: number, least = 0): PropertyDecorator {
  const [en, zh] = A_STAFF_ID;
  return applyDecorators(
    ApiProperty({
      type: 'array',
      maxItems: most,
      ...(least > 0 ? { minItems: least } : {}),
      uniqueItems: true,
      items: { type: 'string', pattern: STAFF_ID.source },
      example: ['E1001'],
    }),
    IsArray({ message: bilingual('must be a list', '须为列表') }),
    ArrayMaxSize(most, { message: bilingual(`has at most ${most} elements`, `最多 ${most} 项`) }),
    ...(least > 0
      ? [ArrayMinSize(least, { message: bilingual(`has at least ${least} elements`, `至少 ${least} 项`) })]
      : []),
    ArrayUnique({ message: bilingual('must name each person once', '不得重复') }),
    Matches(STAFF_ID, { each: true, message: bilingual(`each must be ${en}`, `每一项须为${zh}`) }),
    declareIn(staff),
  );
}

/** Seven digits or more, whatever stands between them, are the number of a person. */
const NO_NUMBER_OF_A_PERSON = /^(?!.*\p{Nd}([\s._:()+\-–]*\p{Nd}){6})/su;

/** An organisation or a thing such as a number plate, in words; persons have references. */
export const NoPersonText = (maxLength: number): PropertyDecorator =>
  applyDecorators(
    Text(maxLength),
    Shaped(
      NO_NUMBER_OF_A_PERSON,
      [
        'an organisation or a number plate, never the number of a person (7 digits or more)',
        '单位名称或车牌号，不得填个人的电话或证件号码（7 位及以上数字）',
      ],
      '沪A12345',
    ),
  );

export interface NamedPerson {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly personRef: string;
}

/** Every person that a body names, through all that it holds. */
export function personsNamedIn(body: unknown, type: RequestClass, pointer = ''): readonly NamedPerson[] {
  if (typeof body !== 'object' || body === null) return [];
  const said = new Map<string, unknown>(Object.entries(body));
  const own = declaredIn(persons, type).flatMap((name): NamedPerson[] => {
    const personRef = said.get(name);
    return typeof personRef === 'string' ? [{ pointer: `${pointer}/${name}`, personRef: personRef.toLowerCase() }] : [];
  });
  const held = membersOf(type).flatMap(([name, { type: inner }]) => {
    const value = said.get(name);
    const at = `${pointer}/${name}`;
    return Array.isArray(value)
      ? value.flatMap((element, index) => personsNamedIn(element, inner(), `${at}/${index}`))
      : personsNamedIn(value, inner(), at);
  });
  return [...own, ...held];
}

/** Whether a request of this class can name a person. */
export function namesPersons(type: RequestClass): boolean {
  return declaredIn(persons, type).length > 0 || membersOf(type).some(([, { type: inner }]) => namesPersons(inner()));
}

export const personMembersOf = (type: RequestClass): readonly string[] => declaredIn(persons, type);
export const staffMembersOf = (type: RequestClass): readonly string[] => declaredIn(staff, type);

/** Also what the classes above declare. */
function declaredIn(known: Map<object, Set<string>>, type: RequestClass): readonly string[] {
  const found: string[] = [];
  for (let at = type.prototype as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    found.push(...(known.get(at) ?? []));
  }
  return found;
}
