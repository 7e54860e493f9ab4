import { ValidationFailed } from './validation-failed.js';

type RequestClass = new () => object;

/** What a member of a request holds: objects of a class, one or at most so many. */
interface NestedMember {
  readonly type: () => RequestClass;
  readonly most: number;
}

/** Members by the prototype of the request class that declares them. */
const members = new Map<object, Map<string, NestedMember>>();

export const declareNested =
  (member: NestedMember): PropertyDecorator =>
  (prototype, name) => {
    const known = members.get(prototype) ?? new Map<string, NestedMember>();
    members.set(prototype, known.set(String(name), member));
  };

/** Values in a body, lists and objects counted too: far more than any request needs. */
const MOST_VALUES = 200_000;

/**
 * Validation looks at every element, so a body is bounded before it: a list that is too long and a body of too many values cost
 * nothing more. @throws ValidationFailed
 */
export function refuseUnbounded(body: unknown, type: RequestClass): void {
  refuseLongLists(body, type, '');
  if (countValues(body, MOST_VALUES) > MOST_VALUES) {
    throw new ValidationFailed([{ pointer: '', detail: `the request has more than ${MOST_VALUES} values` }]);
  }
}

function refuseLongLists(value: unknown, type: RequestClass, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, { type: inner, most }] of membersOf(type)) {
    const held = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
    const elements = Array.isArray(held) ? (held as unknown[]) : [held];
    if (elements.length > most && Array.isArray(held)) {
      const detail = `${name} has at most ${most} elements (it has ${elements.length})`;
      throw new ValidationFailed([{ pointer: `${pointer}/${name}`, detail }]);
    }
    elements.forEach((element, index) =>
      refuseLongLists(element, inner(), Array.isArray(held) ? `${pointer}/${name}/${index}` : `${pointer}/${name}`),
    );
  }
}

/** Also what the classes above declare. */
function membersOf(type: RequestClass): [string, NestedMember][] {
  const found: [string, NestedMember][] = [];
  for (let at = type.prototype as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    found.push(...(members.get(at) ?? []));
  }
  return found;
}

/** Stops once there are more than `most`; depth costs no stack. */
function countValues(body: unknown, most: number): number {
  const open: unknown[] = [body];
  let count = 0;
  while (open.length > 0 && count <= most) {
    const value = open.pop();
    count += 1;
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) open.push(inner);
  }
  return count;
}
