import { foldedName } from './folded-name.js';

describe('the folded name of a project', () => {
  it.each([
    ['滨江花园二期', '滨江花园二期'],
    ['滨江 花园（二期）工程', '滨江花园二期'],
    ['Riverside－Ｐａｒｋ 建设项目', 'RIVERSIDEPARK'],
    ['滨江花园工程项目', '滨江花园'],
    ['滨江花园项目工程', '滨江花园项目'],
    ['工程项目', '工程项目'],
  ])('of %s is %s', (name, folded) => expect(foldedName(name)).toBe(folded));
});
