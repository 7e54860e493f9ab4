import { ValidationFailed } from './validation-failed.js';

export type RequestClass = new () => object;

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

/** Validation looks at every element, so lists are bounded before it: one that is too long costs nothing more. @throws ValidationFailed */
export function refuseUnbounded(body: unknown, type: RequestClass): void {
  refuseLongLists(body, type, '');
}

function refuseLongLists(value: unknown, type: RequestClass, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  const said = new Map<string, unknown>(Object.entries(value));
  for (const [name, { type: inner, most }] of membersOf(type)) {
    const held = said.get(name);
    const elements = Array.isArray(held) ? (held as unknown[]) : [held];
    if (elements.length > most && Array.isArray(held)) {
      const detail = {
        en: `has at most ${most} elements (it has ${elements.length})`,
        zh: `最多 ${most} 项（现有 ${elements.length} 项）`,
      };
      throw new ValidationFailed([{ pointer: `${pointer}/${name}`, detail }]);
    }
    elements.forEach((element, index) =>
      refuseLongLists(element, inner(), Array.isArray(held) ? `${pointer}/${name}/${index}` : `${pointer}/${name}`),
    );
  }
}

/** What a class holds, also what the classes above declare. */
export function membersOf(type: RequestClass): [string, NestedMember][] {
  const found: [string, NestedMember][] = [];
  for (let at = type.prototype as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    found.push(...(members.get(at) ?? []));
  }
  return found;
}

/** The classes of the objects that a request holds. */
export const nestedClassesOf = (type: RequestClass): RequestClass[] =>
  membersOf(type).map(([, { type: inner }]) => inner());
