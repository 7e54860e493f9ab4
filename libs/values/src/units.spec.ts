import { foldedUnit } from './units.js';

describe('a unit', () => {
  it.each([
    ['m', ['米', 'M', 'ｍ', ' m ', '公尺']],
    ['m2', ['㎡', 'm²', '平方米', 'M2']],
    ['kg', ['㎏', '公斤', '千克', 'KG', 'k\u200bg']],
    ['pcs', ['PC', 'pieces']],
    ['台', ['台', ' 台']],
  ])('%s is the same as %p', (unit, names) => {
    for (const name of names) expect([name, foldedUnit(name)]).toEqual([name, unit]);
  });

  it('is no other one', () => {
    const units = ['m', 'mm', 'm2', 'kg', '个', '件', '套', '台', 'constructor'];
    expect(new Set(units.map(foldedUnit)).size).toBe(units.length);
  });
});
