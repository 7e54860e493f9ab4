import { AdjustSalesPlan, EvaluateSalesPlan, ReviewSalesPlan } from './sales-plan.commands.js';
import { ACHIEVED, LEADER, PLAN_ID, STRATEGIES, TARGETS, WORK } from './sales-plan.fixtures.js';
import { evaluatedWalk, startedWalk } from './sales-plan.walk.js';

const planId = PLAN_ID;
const reason = '市场变化';
const running = { planId, state: 'IN_EXECUTION' as const, by: 'wang-fang' };

describe('a plan in execution is adjusted', () => {
  it('in its strategies, before and after being told (L-227)', () => {
    const walk = startedWalk();
    const before = walk.now.strategies;
    walk.do(AdjustSalesPlan, { part: 'STRATEGIES', content: { strategies: STRATEGIES }, reason });
    walk.recorded({
      type: 'SalesPlanAdjusted',
      data: {
        planId,
        state: 'IN_EXECUTION',
        part: 'STRATEGIES',
        before,
        after: [{ type: 'PRICING', measure: '分级报价' }],
        reason,
        by: 'wang-fang',
        adjustedOn: '2025-03-10',
      },
    });
    expect(walk.now).toMatchObject({ strategies: STRATEGIES, adjustments: 1, authors: ['wang-fang'] });
  });
  it('to lower targets by a leader only; a target that is gone is lower too (L-228)', () => {
    const lower = [{ ...TARGETS[0]!, growthBps: 1_000 }, TARGETS[1]!];
    const change = { part: 'TARGETS', content: { targets: lower }, reason } as const;
    expect(startedWalk().refused(AdjustSalesPlan, change)).toEqual({
      code: 'ADJUSTMENT_NEEDS_LEADER',
      lowered: ['REVENUE_FEN'],
    });
    const gone = { ...change, content: { targets: [TARGETS[0]!] } };
    expect(startedWalk().refused(AdjustSalesPlan, gone)).toMatchObject({ lowered: ['CUSTOMER_SATISFACTION'] });
    expect(startedWalk().do(AdjustSalesPlan, change, LEADER).now.targets[0]).toMatchObject({
      target: 38_500_000_000,
    });
    const both = { id: 'zhang-wei', role: 'SALES_MANAGER', roles: ['SALES_MANAGER', 'COMPANY_LEADER'] };
    expect(startedWalk().do(AdjustSalesPlan, change, both).types).toEqual(['SalesPlanAdjusted']);
    const higher = { ...change, content: { targets: [{ ...TARGETS[0]!, growthBps: 2_001 }, TARGETS[1]!] } };
    expect(startedWalk().do(AdjustSalesPlan, higher).now.targets[0]).toMatchObject({ target: 42_003_500_000 });
  });
  it('to a higher budget by a leader only (L-228)', () => {
    const plannedWork = { ...WORK, budget: [...WORK.budget, { category: '培训', amountFen: 1 }] };
    const change = { part: 'ACTIONS_AND_BUDGET', content: { plannedWork }, reason } as const;
    expect(startedWalk().refused(AdjustSalesPlan, change)).toEqual({
      code: 'ADJUSTMENT_NEEDS_LEADER',
      beforeFen: 30_000_000,
      afterFen: 30_000_001,
    });
    expect(startedWalk().do(AdjustSalesPlan, change, LEADER).now.plannedWork).toEqual(plannedWork);
    const same = { ...change, content: { plannedWork: { ...WORK, resources: [] } } };
    expect(startedWalk().do(AdjustSalesPlan, same).now.plannedWork.resources).toEqual([]);
  });
  it.each([
    ['with the content of another part', 'STRATEGIES', { targets: TARGETS }, 'VALIDATION_FAILED'],
    ['with more than its part', 'TARGETS', { targets: TARGETS, strategies: STRATEGIES }, 'VALIDATION_FAILED'],
    ['without content', 'ACTIONS_AND_BUDGET', {}, 'VALIDATION_FAILED'],
    ['to no strategies', 'STRATEGIES', { strategies: [] }, 'PLAN_STEP_MISSING'],
    ['to no targets', 'TARGETS', { targets: [] }, 'PLAN_STEP_MISSING'],
    ['to no budget', 'ACTIONS_AND_BUDGET', { plannedWork: { ...WORK, budget: [] } }, 'PLAN_STEP_MISSING'],
    ['to an open target', 'TARGETS', { targets: [{ metric: 'REVENUE_FEN' }] }, 'TARGET_NOT_MEASURABLE'],
  ] as const)('but not %s (L-227)', (_title, part, content, code) =>
    expect(startedWalk().refused(AdjustSalesPlan, { part, content, reason }, LEADER).code).toBe(code),
  );
});

describe('a plan is measured', () => {
  const figures = [
    {
      metric: 'REVENUE_FEN',
      baseline: 35_000_000_000,
      target: 42_000_000_000,
      achieved: 700_000_000,
      deviationBps: -9_833,
    },
    { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, achieved: 465, deviationBps: 333 },
  ] as const;

  it('in a review, with the figures of a day that has come (L-229)', () => {
    const review = { asOn: '2025-03-09', findings: '进度落后', actions: ['增加走访'] };
    const walk = startedWalk().do(ReviewSalesPlan, { ...review, achieved: ACHIEVED });
    walk.recorded({
      type: 'SalesPlanReviewed',
      data: {
        ...running,
        asOn: '2025-03-09',
        figures,
        findings: '进度落后',
        actions: ['增加走访'],
        reviewedOn: '2025-03-10',
      },
    });
    expect(walk.now.reviews).toEqual([{ ...review, figures, by: 'wang-fang', reviewedOn: '2025-03-10' }]);
    expect(walk.refused(ReviewSalesPlan, { ...review, asOn: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
  it('with nothing achieved where nothing is known (L-229)', () =>
    expect(
      startedWalk().do(ReviewSalesPlan, { asOn: '2025-03-10', findings: '无', actions: [] }).now.reviews[0]?.figures,
    ).toMatchObject([
      { achieved: 0, deviationBps: -10_000 },
      { achieved: 0, deviationBps: -10_000 },
    ]));
  it('and in its evaluation, which ends it (L-229)', () => {
    const walk = evaluatedWalk();
    const said = { salesAnalysis: '医院项目占六成', performance: '达成', customerFeedback: '满意' };
    walk.recorded({
      type: 'SalesPlanEvaluated',
      data: {
        planId,
        state: 'EVALUATED',
        figures,
        ...said,
        actions: ['加强售后'],
        by: 'wang-fang',
        evaluatedOn: '2025-03-10',
      },
    });
    expect(walk.now.evaluation).toEqual({
      figures,
      ...said,
      actions: ['加强售后'],
      by: 'wang-fang',
      evaluatedOn: '2025-03-10',
    });
    const again = { ...said, actions: [], achieved: ACHIEVED };
    expect(walk.refused(EvaluateSalesPlan, again).code).toBe('INVALID_TRANSITION');
  });
});
