import fs from 'node:fs';
import path from 'node:path';

/** The event types that the specs of a folder write out with all their data: `type: 'X', data: { ...`. */
export function typesWrittenOut(dir: string): ReadonlySet<string> {
  const specs = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.spec.ts'));
  const found = specs.flatMap((file) => [
    ...fs.readFileSync(path.join(dir, file), 'utf8').matchAll(/\btype: '(\w+)',\s+data: \{/g),
  ]);
  return new Set(found.map(([, type = '']) => type));
}
