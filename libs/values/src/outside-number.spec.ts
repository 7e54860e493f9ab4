import { foldedNumber, isSameNumber } from './outside-number.js';

describe('a number of the world outside', () => {
  it.each([
    ['HT-2025-0031', 'ht－2025－0031'],
    ['BJ 2025 0001', 'BJ20250001'],
    ['BJ\u200b2025\ufeff', 'BJ2025'],
    ['　沪 A\u2060-12345 ', '沪A-12345'],
  ])('is the same: %j and %j', (one, other) => expect(isSameNumber(one, other)).toBe(true));

  it.each([
    ['HT-1', 'HT-2'],
    ['HT-1', 'HT1'],
    ['〔2025〕1', '[2025]1'],
  ])('is another: %j and %j', (one, other) => expect(isSameNumber(one, other)).toBe(false));

  it('is folded once and for all', () => {
    const once = foldedNumber(' ＨＴ　2025 ');
    expect([once, foldedNumber(once)]).toEqual(['HT2025', 'HT2025']);
  });
});
