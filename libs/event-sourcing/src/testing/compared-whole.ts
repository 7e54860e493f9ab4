import fs from 'node:fs';
import path from 'node:path';

/**
 * The event types that the specs of a folder compare whole: what stands with all its data in `walk.recorded(...)` or in
 * `given(...).when(...).then(...)`, which both compare exactly.
 */
export function typesWrittenOut(dir: string): ReadonlySet<string> {
  const specs = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.spec.ts'));
  const compared = specs.flatMap((file) => exactComparisons(fs.readFileSync(path.join(dir, file), 'utf8')));
  return new Set(
    compared.flatMap((text) => [...text.matchAll(/\btype: '(\w+)',\s+data: \{/g)].map(([, type = '']) => type)),
  );
}

/** What stands between the brackets of the calls that compare exactly. */
function exactComparisons(text: string): string[] {
  return [...text.matchAll(/\.(?:recorded|then)\(/g)].map(({ index, 0: call }) => {
    const begin = index + call.length;
    let depth = 1;
    let end = begin;
    while (depth > 0 && end < text.length) {
      if (text[end] === '(') depth += 1;
      if (text[end] === ')') depth -= 1;
      end += 1;
    }
    return text.slice(begin, end);
  });
}
