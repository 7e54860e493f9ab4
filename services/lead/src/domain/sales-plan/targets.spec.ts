import { TARGETS } from './sales-plan.fixtures.js';
import { figureOf, figuresOf, loweredMetrics, targetsWorkedOut } from './targets.js';

const whole = { baseline: 0, unit: 'COUNT', dueOn: '2025-12-31' } as const;

describe('a figure of a target (L-229)', () => {
  it.each([
    [100, 0, -10_000],
    [100, 105, 500],
    [3, 2, -3_333],
    [8, 9, 1_250],
  ])('of %d, achieved %d, deviates by %d basis points', (target, achieved, deviationBps) =>
    expect(
      figuresOf([{ metric: 'CUSTOMER_COUNT', target, ...whole }], [{ metric: 'CUSTOMER_COUNT', achieved }]),
    ).toEqual([{ metric: 'CUSTOMER_COUNT', baseline: 0, target, achieved, deviationBps }]),
  );
  it('says its share and what remains; of an open one only what was achieved', () => {
    const achieved = [{ metric: 'CUSTOMER_COUNT', achieved: 3 }] as const;
    expect(figureOf({ metric: 'CUSTOMER_COUNT', target: 4 }, achieved)).toEqual({
      achieved: 3,
      rateBps: 7_500,
      remaining: 1,
      deviationBps: -2_500,
    });
    expect(figureOf({ metric: 'CUSTOMER_COUNT', target: 2 }, achieved)).toMatchObject({ remaining: 0 });
    expect(figureOf({ metric: 'CUSTOMER_COUNT' }, achieved)).toEqual({ achieved: 3 });
  });
});

it('a target is lower when it is less or gone, not when it is new (L-228)', () => {
  const before = targetsWorkedOut(TARGETS, '');
  expect(loweredMetrics(before, before)).toEqual([]);
  expect(loweredMetrics(before, [])).toEqual(['REVENUE_FEN', 'CUSTOMER_SATISFACTION']);
  expect(loweredMetrics([], before)).toEqual([]);
});
