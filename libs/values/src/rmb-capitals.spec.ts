import fc from 'fast-check';
import { formatUnitPrice, formatYuan, rmbCapitals } from './rmb-capitals.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };

/** An amount below one 亿 in yuan, or the number before 亿, which may itself hold 万. */
function whole(text: string): bigint {
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return whole(text.slice(0, at)) * size + whole(text.slice(at + 1));
  }
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign in UNITS) sum += digit * UNITS[sign]!;
    digit = DIGITS.indexOf(sign);
  }
  return BigInt(sum + Math.max(digit, 0));
}

/** Reads capitals back by the grammar of the annex, knowing nothing of how they were written. */
function readBack(capitals: string): number {
  const match = /^人民币(负?)(?:([^元角分整]+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(capitals);
  if (!match) throw new Error(capitals);
  const [, minus, yuan = '', jiao = '零', fen = '零'] = match;
  const total = whole(yuan) * 100n + BigInt(DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen));
  return Number(minus ? -total : total);
}

const anyFen = fc.oneof(
  fc.maxSafeInteger(),
  // few digits that are not 0, where the rules about 零 lie
  fc
    .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 15 })
    .map((digits) => Number(digits.join(''))),
);

describe('RMB in capitals', () => {
  it.each([
    // the examples of the annex
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    // no yuan
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [30, '叁角整'],
    [99, '玖角玖分'],
    // every place of jiao and fen
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [1_000, '壹拾元整'],
    [1_100, '壹拾壹元整'],
    [100_000, '壹仟元整'],
    [1_000_001, '壹万元零壹分'],
    // zeros inside and at the ends of the groups
    [1_001_000, '壹万零壹拾元整'],
    [10_005_000, '壹拾万零伍拾元整'],
    [10_050_000, '壹拾万零伍佰元整'],
    [100_100_100, '壹佰万壹仟零壹元整'],
    [700_000_000, '柒佰万元整'],
    [1_000_100_000, '壹仟万壹仟元整'],
    [1_000_010_000, '壹仟万零壹佰元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_001, '壹亿元零壹分'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_050_000_000, '壹亿零伍拾万元整'],
    [20_000_000_506, '贰亿零伍元零陆分'],
    [100_010_000_000, '壹拾亿零壹拾万元整'],
    [100_000_000_050_000, '壹万亿零伍佰元整'],
    [9_007_199_254_740_991, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
    // a credit note
    [-1, '负壹分'],
    [-12_345_600, '负壹拾贰万叁仟肆佰伍拾陆元整'],
  ])('%d fen = 人民币%s', (fen, capitals) => expect(rmbCapitals(fen)).toBe(`人民币${capitals}`));

  it('mean the same amount when read back, with single zeros, and 整 exactly where no 分 are', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        const capitals = rmbCapitals(fen);
        expect(readBack(capitals)).toBe(fen);
        expect(capitals).not.toMatch(/零零|零[拾佰仟万亿角分]|[^币负]零元/);
        expect(capitals.endsWith('整')).toBe(fen % 10 === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuse what is no whole number of fen', () => {
    for (const fen of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => rmbCapitals(fen)).toThrow(RangeError);
  });
});

describe('yuan in digits', () => {
  it.each([
    [700_000_000, '7,000,000.00'],
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [-12_345_678, '-123,456.78'],
    [9_007_199_254_740_991, '90,071,992,547,409.91'],
  ])('%d fen = %s', (fen, text) => expect(formatYuan(fen)).toBe(text));
});

describe('a unit price on paper', () => {
  it.each([
    ['1860000', '1,860,000.00'],
    ['0.035', '0.035'],
    ['33333.3', '33,333.30'],
    ['1280.000001', '1,280.000001'],
  ])('%s is %s', (text, shown) => expect(formatUnitPrice(text)).toBe(shown));
});
