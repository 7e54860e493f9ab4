/** How often a type of event was seen, and how often each path into its data, as `lines[].qty`. */
export interface Shape {
  readonly seen: number;
  readonly paths: ReadonlyMap<string, number>;
}

interface Shaped {
  readonly type: string;
  readonly data: unknown;
}

/** The shapes of events by type, for comparing what is recorded today with what was recorded once. */
export function shapesOf(events: readonly Shaped[]): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, { seen: number; paths: Map<string, number> }>();
  for (const { type, data } of events) {
    const shape = shapes.get(type) ?? { seen: 0, paths: new Map<string, number>() };
    shapes.set(type, shape);
    shape.seen += 1;
    for (const path of pathsIn(data, '')) shape.paths.set(path, (shape.paths.get(path) ?? 0) + 1);
  }
  return shapes;
}

/** In which ways the shape of today differs from the frozen one, in sentences; a field may be optional. */
export function changesOfShape(type: string, frozen: Shape, today: Shape): string[] {
  const always = ({ seen, paths }: Shape, path: string) => paths.get(path) === seen;
  const fresh = [...today.paths.keys()].filter((path) => !frozen.paths.has(path));
  const gone = [...frozen.paths.keys()].filter((path) => always(frozen, path) && !today.paths.has(path));
  return [
    ...fresh.map((path) => `${type} has the new field ${path}`),
    ...gone.map((path) => `${type} no longer has the field ${path}`),
  ];
}

function pathsIn(value: unknown, path: string): Set<string> {
  if (value === null || typeof value !== 'object')
    return new Set([`${path}: ${value === null ? 'null' : typeof value}`]);
  const inner = Array.isArray(value)
    ? value.map((item) => [item, `${path}[]`] as const)
    : Object.entries(value).map(([name, item]) => [item, path ? `${path}.${name}` : name] as const);
  return new Set(inner.flatMap(([item, at]) => [...pathsIn(item, at)]));
}
