import { inPortions } from './portions.js';

const record = (bytes: number) => ({ key: 'k', headers: {}, value: '冷'.repeat(bytes / 3) });

describe('portions of records', () => {
  it.each([
    [[], []],
    [[300], [[300]]],
    [
      [300_000, 300_000, 300_000, 300_000],
      [[300_000, 300_000, 300_000], [300_000]],
    ],
    [
      [1_500_000, 300, 300],
      [[1_500_000], [300, 300]],
    ],
    [
      [300, 1_500_000, 300],
      [[300], [1_500_000], [300]],
    ],
  ])('of %j bytes are %j', (sizes, expected) => {
    const portions = [...inPortions(sizes.map(record))];
    expect(portions.map((portion) => portion.map(({ value }) => Buffer.byteLength(value as string)))).toEqual(expected);
  });

  it('counts keys and headers', () => {
    const records = Array.from({ length: 3 }, () => ({ key: 'k', headers: { 头: 'x'.repeat(400_000) }, value: null }));
    expect([...inPortions(records)].map((portion) => portion.length)).toEqual([2, 1]);
  });

  it('keeps the order and loses nothing', () => {
    const records = Array.from({ length: 5_000 }, (_, i) => ({ key: String(i), headers: {}, value: 'x'.repeat(900) }));
    expect([...inPortions(records)].flat()).toEqual(records);
  });
});
