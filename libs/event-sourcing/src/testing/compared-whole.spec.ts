import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { typesWrittenOut } from './compared-whole.js';

describe('what a spec compares whole', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-specs-'));
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

  it('stands in an exact comparison, and not in one that leaves fields out', () => {
    fs.writeFileSync(
      path.join(dir, 'box.spec.ts'),
      `walk.recorded({ type: 'BoxMade', data: { a: f(1) } }, { type: 'ThingPut', data: { b: 2 } });
       given(box).when(put).then({ type: 'BoxGone',
         data: { c: 3 } });
       expect(walk.last).toMatchObject([{ type: 'BoxSeen', data: { d: 4 } }]);`,
    );
    fs.writeFileSync(path.join(dir, 'box.ts'), `x.recorded({ type: 'BoxSold', data: { e: 5 } });`);
    expect(typesWrittenOut(dir)).toEqual(new Set(['BoxMade', 'ThingPut', 'BoxGone']));
  });
});
