import path from 'node:path';
import { circlesIn, describeCircle, importGraph, specifiersIn } from './import-graph.js';

const graph = importGraph(path.resolve(__dirname, '..'));

describe('the imports of the repository', () => {
  it('run in no circle, those of types included', () => {
    const circles = circlesIn(graph);
    expect(circles.map((circle) => describeCircle(circle, graph)).join('\n\n')).toBe('');
  });

  it('are followed into other packages, by name and by subpath, and behind what is built', () => {
    expect(graph.get('libs/admin/src/routes/audit.ts')).toContain('libs/http/src/index.ts');
    expect(graph.get('apps/cli/src/token-main.ts')).toContain('apps/launcher/src/data-dir.ts');
    expect(graph.get('tools/testing/kafka.ts')).toContain('apps/launcher/src/kafka/kafka-server.ts');
    expect(graph.get('stories/bin/story.mjs')).toContain('stories/walk-p1/story-main.ts');
  });
});

describe('what finds the circles', () => {
  it('sees every kind of import', () => {
    const text = `
      import a from './a.js';
      import type { B } from './b.js';
      export * from './c.js';
      const d = await import('./d.js');
      let e: import('./e.js').E;
    `;
    expect(specifiersIn(text)).toEqual(['./a.js', './b.js', './c.js', './d.js', './e.js']);
  });

  it('names the files of each circle and the imports between them, and nothing beside', () => {
    const made = new Map(
      Object.entries({ a: ['b'], b: ['c', 'x'], c: ['a'], x: ['y'], y: [], s: ['s', 'a'] }).map(
        ([file, targets]) => [file, new Set(targets)] as const,
      ),
    );
    expect(circlesIn(made)).toEqual([['a', 'b', 'c'], ['s']]);
    expect(describeCircle(['a', 'b', 'c'], made)).toBe('a -> b\nb -> c\nc -> a');
  });
});
