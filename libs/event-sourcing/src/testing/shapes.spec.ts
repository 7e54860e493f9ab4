import { changesOfShape, shapesOf } from './shapes.js';

const shapeOf = (...data: unknown[]) => shapesOf(data.map((each) => ({ type: 'X', data: each }))).get('X')!;

describe('the shape of an event', () => {
  const frozen = shapeOf({ a: 1, lines: [{ qty: '1', note: 'x' }] }, { a: 2, lines: [{ qty: '1' }], maybe: true });
  it.each<[string, unknown, string[]]>([
    ['the same', { a: 7, lines: [{ qty: '2' }] }, []],
    ['an optional field', { a: 7, lines: [{ qty: '2', note: 'y' }], maybe: false }, []],
    ['a new field', { a: 7, lines: [{ qty: '2', b: 1 }] }, ['X has the new field lines[].b: number']],
    ['a field less', { lines: [{ qty: '2' }] }, ['X no longer has the field a: number']],
    [
      'another type',
      { a: '7', lines: [{ qty: '2' }] },
      ['X has the new field a: string', 'X no longer has the field a: number'],
    ],
  ])('with %s', (_title, data, changes) => expect(changesOfShape('X', frozen, shapeOf(data))).toEqual(changes));
});
