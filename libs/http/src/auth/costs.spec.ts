import { withoutCosts } from './costs.js';

describe('what is answered to somebody who does not see costs (P-174, C-116)', () => {
  it('says null where a cost stands, at any depth', () =>
    expect(withoutCosts({ id: 'x', bom: { unitCost: '1' }, ends: [{ sunkCostFen: 1, scrapCostFen: 0 }] })).toEqual({
      id: 'x',
      bom: { unitCost: null },
      ends: [{ sunkCostFen: null, scrapCostFen: null }],
    }));
  it('names no cost that was not there', () =>
    expect(Object.keys(withoutCosts({ a: 1, unitCost: undefined, wipCostFen: 1 }) as object)).toEqual([
      'a',
      'unitCost',
      'wipCostFen',
    ]));
  it('is not copied where there is none', () => {
    const answer = { lines: [{ unitPrice: '1' }], at: new Date(0), none: null };
    expect(withoutCosts(answer)).toBe(answer);
  });
  it('is left alone where it is no plain JSON', () => {
    const file = Buffer.from('unitCost');
    expect(withoutCosts(file)).toBe(file);
    const made = Object.assign(new (class Thing {})(), { unitCost: '1' });
    expect(withoutCosts(made)).toBe(made);
  });
});
