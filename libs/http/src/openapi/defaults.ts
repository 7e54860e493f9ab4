import { nestedClassesOf, type RequestClass } from '../requests/bounds.js';

/** What a request says where its sender says nothing: class -> field -> value. */
export function defaultsOf(requests: readonly RequestClass[]): Map<string, Readonly<Record<string, unknown>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  const open = [...requests];
  for (let type = open.pop(); type; type = open.pop()) {
    if (found.has(type.name)) continue;
    const said = Object.entries(new type()).filter(([, value]) => value !== undefined);
    found.set(type.name, Object.fromEntries(said));
    open.push(...nestedClassesOf(type));
  }
  return found;
}
