import fc from 'fast-check';
import { addDays, businessDateOf, daysBetween, dueDate, isBusinessDate, isInstant } from './business-date.js';
import {
  AmountTooLarge,
  formatPercent,
  lineAmountFen,
  materialCostFen,
  materialUnitCost,
  rateBps,
  shareFen,
  sumFen,
  taxContainedFen,
} from './money.js';
import { isPositiveQuantity, materialQuantity, roundedUpQuantity, shareBps } from './quantity.js';

describe('money in fen', () => {
  it.each([
    ['2', '1860000.00', 372_000_000],
    ['24', '68500', 164_400_000],
    ['0.5', '0.03', 2],
    ['1.005', '10', 1005],
    ['0.333333', '0.03', 1],
    ['1000', '0.035', 3_500],
  ])('%s x %s yuan = %d fen', (qty, price, amount) => expect(lineAmountFen(qty, price)).toBe(amount));

  it.each([
    [372_000_000, 1300, 42_796_460],
    [164_400_000, 1300, 18_913_274],
    [79_360_000, 1300, 9_129_912],
    [84_240_000, 900, 6_955_596],
  ])('VAT in %d fen at %d bps is %d fen (fixture P1)', (amount, rate, tax) =>
    expect(taxContainedFen(amount, rate)).toBe(tax),
  );

  it.each([
    [1, 3, 3_333, '33.33%'],
    [2, 3, 6_667, '66.67%'],
    [233_333_333, 700_000_000, 3_333, '33.33%'],
    [5, 100_000, 1, '0.01%'],
    [49, 1_000_000, 0, '0%'],
    [30, 100, 3_000, '30%'],
    [3, 2, 15_000, '150%'],
    ['9007199254740991', '9007199254740991', 10_000, '100%'],
  ])('%s of %s fen are %d bps, round half up, as per cent %s', (part, whole, bps, text) =>
    expect([rateBps(part, whole), formatPercent(rateBps(part, whole))]).toEqual([bps, text]),
  );

  it('refuses amounts that a number cannot hold', () => {
    expect(() => lineAmountFen('999999999999', '90071992547409.91')).toThrow(RangeError);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });

  it('is at most half a fen away from the exact share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 10_000 }), (total, bps) => {
        const exact = BigInt(total) * BigInt(bps);
        const off = BigInt(shareFen(total, bps)) * 10_000n - exact;
        expect(off > -5_000n && off <= 5_000n).toBe(true);
      }),
    );
  });
});

describe('quantities', () => {
  it.each(['1', '0.5', '620', '123456789012.123456'])('%s is one', (text) =>
    expect(isPositiveQuantity(text)).toBe(true),
  );
  it.each(['0', '0.000', '-1', '1e3', '01', '1.', '.5', '1.1234567', '', 'abc', '1234567890123'])(
    '%s is none',
    (text) => expect(isPositiveQuantity(text)).toBe(false),
  );
});

describe('a share in basis points', () => {
  it.each([
    ['0', '620', 0],
    ['310', '620', 5_000],
    ['619.999999', '620', 9_999],
    ['999999.999999', '1000000', 9_999],
    ['620', '620', 10_000],
    ['651', '620', 10_000],
  ])('%s of %s is %d', (part, whole, bps) => expect(shareBps(part, whole)).toBe(bps));
});

describe('business dates in Shanghai', () => {
  it('begin at 16:00 UTC of the day before', () => {
    expect(businessDateOf('2025-03-09T15:59:59.999Z')).toBe('2025-03-09');
    expect(businessDateOf('2025-03-09T16:00:00Z')).toBe('2025-03-10');
  });
  it.each([
    ['2025-03-10', 0, 7, '2025-03-17'],
    ['2025-01-31', 1, 0, '2025-02-28'],
    ['2024-01-31', 1, 0, '2024-02-29'],
    ['2025-12-20', 24, 0, '2027-12-20'],
  ])('%s + %d months + %d days = %s', (start, months, days, due) => expect(dueDate(start, months, days)).toBe(due));
  it('know which texts are dates', () => {
    expect(['2025-02-28', '2025-02-29', '2025-2-28', '2025-02-28T00:00:00Z'].map(isBusinessDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
  it('lie in years that business can mean', () => {
    expect(['0000-01-01', '1899-12-31', '1900-01-01', '2999-12-31', '3000-01-01'].map(isBusinessDate)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
  it('know which texts are instants', () => {
    const good = ['2025-03-10T01:00:00Z', '2025-03-10T09:00:00.123+08:00'];
    const bad = [
      '2025-03-10',
      '2026-W10-1T00:00:00Z',
      '20260101T000000Z',
      '2026-01-01TZ',
      '2099-02-30T00:00:00Z',
      '2025-03-10T01:00:00',
      '9999-12-31T23:00:00Z',
    ];
    expect([good.every(isInstant), bad.some(isInstant)]).toEqual([true, false]);
  });
  it('count days both ways', () => {
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(daysBetween('2025-09-15', '2025-09-27')).toBe(12);
    expect(daysBetween('2025-09-27', '2025-09-15')).toBe(-12);
  });
});

describe('the cost of material', () => {
  it.each([
    ['1', '3', 0, '0.035', 11],
    ['1', '3', 0, '0.034', 10],
    ['2.5', '620', 300, '42', 6_705_300],
    ['0.000001', '1', 0, '0.000001', 0],
    ['1', '1', 0, '90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s x %s with %d bps of scrap at %s yuan is %d fen, rounded once', (qty, units, scrap, cost, fen) =>
    expect(materialCostFen(qty, units, scrap, cost)).toBe(fen),
  );
  it('beyond 2^53-1 fen is refused', () =>
    expect(() => materialCostFen('1', '1', 0, '90071992547409.92')).toThrow(AmountTooLarge));
  it('of one unit is the sum of its lines, rounded once to 6 decimals', () => {
    const screw = { qty: '4', scrapBps: 100, unitCost: '0.035' };
    expect(materialUnitCost([screw, { qty: '0.000001', scrapBps: 0, unitCost: '0.5' }])).toBe('0.141401');
    expect(materialUnitCost([])).toBe('0');
  });
});

describe('material of an order', () => {
  it.each([
    ['2', '24', 0, '48'],
    ['0.35', '620', 250, '222.425'],
    ['0.000001', '0.000001', 1, '0.0000000000010001'],
    ['999999999999.999999', '999999999999.999999', 10_000, '1999999999999999996000000.000000000002'],
  ])('%s x %s with %d bps of scrap is %s, exactly', (qty, units, scrap, material) =>
    expect(materialQuantity(qty, units, scrap)).toBe(material),
  );
  it.each([
    ['0.0000000000010001', '0.000001'],
    ['1.000000', '1'],
    ['222.425', '222.425'],
  ])('%s is asked for as %s', (quantity, asked) => expect(roundedUpQuantity(quantity)).toBe(asked));
});
