import { refusalOf } from '@engsales/event-sourcing/testing';
import { aDocument } from '../contract.fixtures.js';
import { priceDocument } from './document-pricing.js';
import { refuseIncomplete } from './completeness.js';
import type { DraftDocument, DraftLine, DraftMilestone } from './drafting.commands.js';

const [LINE] = aDocument().lines as [DraftLine];
const [M1] = aDocument().paymentMilestones as [DraftMilestone];
const MAX = 9_007_199_254_740_991;
/** As people write fen in yuan; the sums of this file are exact in a float's 53 bits. */
const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

const line = (changes: Partial<DraftLine>): DraftLine => ({ ...LINE, ...changes });
const priced = (lines: DraftLine[], paymentMilestones: DraftMilestone[] = []) =>
  priceDocument(aDocument({ lines, paymentMilestones }));
const pricedLine = (changes: Partial<DraftLine>) => priced([line(changes)]).lines[0];
const shares = (...bps: number[]) =>
  bps.map((part, index) => ({ ...M1, amountFen: undefined, id: `S${index + 1}`, bps: part }));
const amounts = (totalFen: number, ...bps: number[]) =>
  priced([line({ qty: '1', unitPrice: yuan(totalFen) })], shares(...bps)).milestones.map((one) => one.amountFen);

describe('the amount of a line', () => {
  it.each([
    ['2', '1860000.00', 372_000_000],
    ['0.5', '0.01', 1],
    ['0.499999', '0.01', 0],
    ['1.5', '0.01', 2],
    ['2.5', '0.01', 3],
    ['0.333333', '3', 100],
    ['0.000001', '4999.99', 0],
    ['0.000001', '5000', 1],
    ['999999999999.999999', '0.01', 1_000_000_000_000],
    ['3', '0', 0],
    ['1000', '0.035', 3_500],
    ['1', '0.035', 4],
    ['3', '33333.333333', 10_000_000],
  ])('of %s at %s yuan is %d fen, rounded half up (C-03)', (qty, unitPrice, amountFen) =>
    expect(pricedLine({ qty, unitPrice })?.amountFen).toBe(amountFen),
  );
  it.each([
    ['3', '33333.33', 10_000_000, 'a lump sum that was divided and rounded'],
    ['3', '33333.33', 9_999_998, 'what the price stands for too'],
    ['3', '33333.333', 10_000_000, 'a finer price'],
    ['7', '14285.71', 9_999_997, 'quantity x price itself'],
    ['620', '1280', 79_360_310, 'a price without decimals, which counts as one to the fen'],
  ])('%s x %s said to be %d fen is taken: %s (C-03)', (qty, unitPrice, amountFen) =>
    expect(pricedLine({ qty, unitPrice, amountFen })?.amountFen).toBe(amountFen),
  );
  it.each([
    ['3', '33333.33', 10_000_001],
    ['3', '33333.333', 9_999_999],
    ['620', '1280', 79_360_311],
  ])('%s x %s said to be %d fen is refused: no price rounds to it (C-03)', (qty, unitPrice, amountFen) =>
    expect(refusalOf(() => pricedLine({ qty, unitPrice, amountFen })).code).toBe('LINE_AMOUNT_MISMATCH'),
  );
  it('is less by its discount, which the said amount has in it (C-85)', () => {
    const screws = { qty: '1000', unitPrice: '0.035' };
    expect(pricedLine({ ...screws, discountFen: 500 })).toMatchObject({ amountFen: 3_000, discountFen: 500 });
    expect(pricedLine({ ...screws, discountFen: 500, amountFen: 3_000 })).toMatchObject({ amountFen: 3_000 });
    expect(pricedLine({ ...screws, discountFen: 3_500 })).toMatchObject({ amountFen: 0 });
    expect(refusalOf(() => pricedLine({ ...screws, discountFen: 3_501 }))).toEqual({
      code: 'LINE_AMOUNT_MISMATCH',
      lineId: 'L1',
      discountFen: 3_501,
      amountFen: 3_500,
    });
  });
  it.each(['', '-1', '01', '1.1234567', '1e3', '１'])('is refused at a price of %j (C-03)', (unitPrice) =>
    expect(refusalOf(() => pricedLine({ unitPrice }))).toMatchObject({ pointer: '/lines/0/unitPrice' }),
  );
  it('may be said, and is then exactly that (C-03)', () => {
    expect(pricedLine({ qty: '0.5', unitPrice: '0.01', amountFen: 1 })?.amountFen).toBe(1);
    expect(refusalOf(() => pricedLine({ qty: '0.5', unitPrice: '0.01', amountFen: 0 }))).toEqual({
      code: 'LINE_AMOUNT_MISMATCH',
      lineId: 'L1',
      givenFen: 0,
      amountFen: 1,
    });
  });
  it('may be 2^53-1 fen, and not one more (C-07)', () => {
    expect(pricedLine({ qty: '1', unitPrice: yuan(MAX) })?.amountFen).toBe(MAX);
    expect(() => pricedLine({ qty: '1.000001', unitPrice: yuan(MAX) })).toThrow(RangeError);
  });
  it('is not too large alone, but in the sum (C-07)', () => {
    const two = (fen: number) => [
      line({ qty: '1', unitPrice: yuan(MAX - 1) }),
      line({ lineId: 'L2', qty: '1', unitPrice: yuan(fen) }),
    ];
    expect(priced(two(1)).totalFen).toBe(MAX);
    expect(() => priced(two(2))).toThrow(RangeError);
  });
});

describe('the tax of a line', () => {
  it.each([
    [113, 1_300, 13],
    [100, 1_300, 12], // 11.504
    [109, 900, 9],
    [103, 300, 3],
    [1, 1_300, 0], // 0.115
    [5, 1_300, 1], // 0.575
    [100, 10_000, 50],
    [3, 10_000, 2], // 1.5
    [100, 0, 0],
    [0, 1_300, 0],
  ])('contained in %d fen at %d basis points is %d fen (C-04)', (fen, taxRateBps, taxFen) =>
    expect(pricedLine({ qty: '1', unitPrice: yuan(fen), taxRateBps })?.taxFen).toBe(taxFen),
  );
  it('adds up from rounded lines: twice 11.504 is 24, not 23 (C-04)', () => {
    const one = line({ qty: '1', unitPrice: '1.00' });
    expect(priced([one, { ...one, lineId: 'L2' }])).toMatchObject({ totalFen: 200, taxFen: 24 });
  });
});

describe('an earnest deposit of a share (C-09)', () => {
  const deposit = (totalFen: number, ...rest: number[]) =>
    priced(
      [line({ qty: '1', unitPrice: yuan(totalFen) })],
      [{ ...M1, kind: 'DEPOSIT', amountFen: undefined, id: 'D', bps: 2_000 }, ...shares(...rest)],
    ).milestones.map((one) => one.amountFen);

  it.each([
    [103, [20, 83]],
    [104, [20, 84]],
    [100, [20, 80]],
    [102, [20, 82]],
    [7_000_004, [1_400_000, 5_600_004]],
  ])('of 20 %% of %d fen is rounded down and passes', (totalFen, amounts) =>
    expect(deposit(totalFen, 8_000)).toEqual(amounts),
  );
  it('takes no remainder, also as the last milestone', () =>
    expect(
      priced(
        [line({ qty: '1', unitPrice: '1.03' })],
        [...shares(8_000), { ...M1, kind: 'DEPOSIT', amountFen: undefined, id: 'D', bps: 2_000 }],
      ).milestones.map((one) => one.amountFen),
    ).toEqual([83, 20]));
  it('may not be called as the milestone of a settlement is', () =>
    expect(refusalOf(() => priced([line({})], [{ ...M1, id: 'SETTLEMENT' }]))).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/paymentMilestones/0/id',
    }));
});

/** What is complete in every other way. */
const COMPLETE = priceDocument(aDocument());

describe('a milestone that nothing can trigger (C-99)', () => {
  const submitted = (fulfilment: 'SERVICE' | 'AGENCY' | 'MAKE', trigger: 'DELIVERED' | 'GOODS_READY' | 'ACCEPTED') => {
    const lines = [line({ qty: '1', unitPrice: '1', fulfilment })];
    const document = priced(lines, [{ ...M1, amountFen: 100, trigger }]);
    return refusalOf(() => refuseIncomplete({ ...COMPLETE, lines: document.lines, milestones: document.milestones }));
  };
  it.each(['SERVICE', 'AGENCY'] as const)('is refused in a contract of %s alone', (fulfilment) => {
    for (const trigger of ['DELIVERED', 'GOODS_READY'] as const) {
      expect(submitted(fulfilment, trigger)).toEqual({
        code: 'MILESTONE_NEVER_TRIGGERED',
        milestones: [{ milestoneId: 'M1', trigger }],
      });
    }
    expect(submitted(fulfilment, 'ACCEPTED').code).toBe('accepted');
  });
  it('is none where goods are made', () => expect(submitted('MAKE', 'DELIVERED').code).toBe('accepted'));
});

describe('the keys of a line (C-06)', () => {
  it('are its own id where it names none', () =>
    expect(pricedLine({ lineId: 'L7' })).toMatchObject({ packageKey: 'L7', trackingKey: 'L7' }));
  it('are each what it names', () => {
    expect(pricedLine({ packageKey: 'p' })).toMatchObject({ packageKey: 'p', trackingKey: 'L1' });
    expect(pricedLine({ trackingKey: 't' })).toMatchObject({ packageKey: 'L1', trackingKey: 't' });
  });
});

describe('a share of the total (C-09)', () => {
  it.each([
    ['a third each: the last takes the remainder', 100, [3_333, 3_333, 3_334], [33, 33, 34]],
    ['a half each of an odd total', 101, [5_000, 5_000], [51, 50]],
    ['a last one that takes what rounding has left', 10, [2_500, 2_500, 2_500, 2_500], [3, 3, 3, 1]],
    ['one that is all', 7, [10_000], [7]],
    ['a last one of nothing', 1, [5_000, 5_000], [1, 0]],
    ['parts of nothing', 0, [3_000, 7_000], [0, 0]],
  ])('is %s', (_title, total, bps, expected) => expect(amounts(total, ...bps)).toEqual(expected));

  it('of the largest total is exact to the fen', () =>
    expect(amounts(MAX, 3_333, 6_667)).toEqual([3_002_099_511_605_172, 6_005_099_743_135_819]));
  it('is rounded, not made the remainder, where the shares are less than all (C-10)', () =>
    expect(refusalOf(() => amounts(101, 5_000, 4_900))).toEqual({
      code: 'PAYMENT_SCHEDULE_MISMATCH',
      totalFen: 101,
      milestonesFen: 100,
      differenceFen: -1,
    }));
  it('is rounded, not made the remainder, beside an amount (C-10)', () => {
    const mixed = [...shares(5_000), { ...M1, id: 'S2', amountFen: 50 }];
    expect(priced([line({ qty: '1', unitPrice: '1.01' })], mixed).milestones.map((m) => m.amountFen)).toEqual([51, 50]);
  });
  it('is kept beside its amount', () =>
    expect(priced([line({})], shares(10_000)).milestones[0]).toMatchObject({ bps: 10_000, amountFen: 372_000_000 }));
  it('is of nothing before there are lines, and nothing adds up yet (C-10)', () =>
    expect(priced([], shares(3_000)).milestones).toMatchObject([{ bps: 3_000, amountFen: 0 }]));
});

describe('the earnest deposits (C-11)', () => {
  const deposits = (...fen: number[]): DraftMilestone[] => [
    ...fen.map((amountFen, index): DraftMilestone => ({ ...M1, id: `D${index}`, kind: 'DEPOSIT', amountFen })),
    { ...M1, id: 'rest', amountFen: 104 - fen.reduce((sum, part) => sum + part, 0) },
  ];
  const total = [line({ qty: '1', unitPrice: '1.04' })];

  it('are at most a fifth together: 20 of 104', () =>
    expect(priced(total, deposits(10, 10)).milestones.map((m) => m.amountFen)).toEqual([10, 10, 84]));
  it('are more than a fifth at 21 of 104, though each is less', () =>
    expect(refusalOf(() => priced(total, deposits(10, 11)))).toEqual({
      code: 'DEPOSIT_OVER_20_PERCENT',
      depositFen: 21,
      limitFen: 20,
    }));
  it('are compared exactly where five times as much is beyond every number', () => {
    const fifth = 1_801_439_850_948_198; // of 2^53-1: a fifth is 1,801,439,850,948,198.2
    const large = (fen: number): DraftMilestone[] => [
      { ...M1, id: 'D1', kind: 'DEPOSIT', amountFen: fen },
      { ...M1, id: 'rest', amountFen: MAX - fen },
    ];
    const lines = [line({ qty: '1', unitPrice: yuan(MAX) })];
    expect(priced(lines, large(fifth)).totalFen).toBe(MAX);
    expect(refusalOf(() => priced(lines, large(fifth + 1))).code).toBe('DEPOSIT_OVER_20_PERCENT');
  });
});

describe('the scope of a milestone (C-12)', () => {
  const goods = line({ qty: '1', unitPrice: '0.01' });
  const service = line({ lineId: 'L2', qty: '1', unitPrice: '0.01', fulfilment: 'SERVICE' });
  const scoped = (trigger: DraftMilestone['trigger'], ...lineIds: string[]) =>
    refusalOf(() => priced([goods, service], [{ ...M1, trigger, amountFen: 2, scope: { mode: 'ALL', lineIds } }])).code;

  it.each(['GOODS_READY', 'DISPATCHED', 'DELIVERED'] as const)('names no service for %s', (trigger) => {
    expect(scoped(trigger, 'L1', 'L2')).toBe('VALIDATION_FAILED');
    expect(scoped(trigger, 'L1')).toBe('accepted');
  });
  it.each(['SIGNED', 'INSTALLED', 'ACCEPTED'] as const)('may name a service for %s', (trigger) =>
    expect(scoped(trigger, 'L2')).toBe('accepted'),
  );
  it('may name lines that are still to be written, before there are any (C-10)', () =>
    expect(refusalOf(() => priced([], [{ ...M1, scope: { mode: 'ANY', lineIds: ['L9'] } }])).code).toBe('accepted'));
});

describe('a document that is complete', () => {
  const refused = (changes: Partial<DraftDocument>) =>
    refusalOf(() => refuseIncomplete(priceDocument(aDocument(changes))));

  it('passes', () => expect(refused({})).toEqual({ code: 'accepted' }));
  it('has all that is missing named at once, in this order (C-17)', () =>
    expect(
      refused({
        customer: undefined,
        lines: [],
        paymentMilestones: [],
        salespersonId: undefined,
        merchandiserId: undefined,
      }),
    ).toEqual({
      code: 'CONTRACT_INCOMPLETE',
      missing: ['customer', 'lines', 'paymentMilestones', 'salespersonId', 'merchandiserId'],
    }));
  it.each([undefined, '', ' \n\t', '\u3000'])('has rights and obligations, not %j (C-18)', (rightsAndObligations) =>
    expect(refused({ rightsAndObligations }).code).toBe('CONTRACT_TERMS_REQUIRED'),
  );
  it('has the risk assessment of a buyout first, then its consent (C-19)', () => {
    const buyout = { operationMode: 'BUYOUT' } as const;
    expect(refused({ ...buyout, writtenConsentRef: 'wc-1' }).code).toBe('BUYOUT_RISK_ASSESSMENT_REQUIRED');
    expect(refused({ ...buyout, riskAssessmentId: 'ra-1' }).code).toBe('BUYOUT_WRITTEN_CONSENT_REQUIRED');
    expect(refused({ ...buyout, riskAssessmentId: 'ra-1', writtenConsentRef: 'wc-1' }).code).toBe('accepted');
  });
  it('has the agreement of an agency (C-20)', () => {
    expect(refused({ operationMode: 'AGENCY' }).code).toBe('AGENCY_AGREEMENT_REQUIRED');
    expect(refused({ operationMode: 'AGENCY', agreementId: 'ag-1' }).code).toBe('accepted');
  });
  it('needs no papers of another mode (C-19, C-20)', () =>
    expect(refused({ operationMode: 'OWN_PRODUCTION', agreementId: 'ag-1' }).code).toBe('accepted'));
  it.each([699_999_999, 700_000_001, 0])('is what was awarded, not %d fen (C-21)', (awardedFen) => {
    expect(refused({ awardedFen })).toEqual({
      code: 'CONTRACT_DEVIATES_FROM_AWARD',
      awardedFen,
      totalFen: 700_000_000,
      deviations: [{ what: 'AMOUNT', awarded: String(awardedFen), contract: '700000000' }],
    });
    expect(refused({ awardedFen, awardExceptionRef: 'ex-1' }).code).toBe('accepted');
  });
  it('is exactly what was awarded without an exception (C-21)', () =>
    expect(refused({ awardedFen: 700_000_000 }).code).toBe('accepted'));
});
