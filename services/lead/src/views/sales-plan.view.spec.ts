import { ACHIEVED, MARKET, PLAN_ID, TARGETS, WORK } from '../domain/sales-plan/sales-plan.fixtures.js';
import { ReviewSalesPlan } from '../domain/sales-plan/sales-plan.commands.js';
import { draftedWalk, evaluatedWalk, PlanWalk, startedWalk } from '../domain/sales-plan/sales-plan.walk.js';
import { achievementView, salesPlanView } from './sales-plan.view.js';

const plain = (view: unknown) => JSON.parse(JSON.stringify(view)) as unknown;
const FIGURES = [
  {
    metric: 'REVENUE_FEN',
    baseline: 35_000_000_000,
    target: 42_000_000_000,
    achieved: 700_000_000,
    deviationBps: -9_833,
  },
  { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, achieved: 465, deviationBps: 333 },
];

describe('a sales plan as it is answered', () => {
  it('says everything of an evaluated one', () => {
    const walk = evaluatedWalk();
    expect(plain(salesPlanView(PLAN_ID, 7, walk.state))).toEqual({
      id: PLAN_ID,
      revision: 7,
      planId: PLAN_ID,
      state: 'EVALUATED',
      title: '2025 年度销售计划',
      from: '2025-01-01',
      to: '2025-12-31',
      template: 'YEARLY',
      strategyRef: 'STRATEGY-2025',
      backgroundRisks: ['缺乏专业销售人员'],
      targets: [{ ...TARGETS[0], target: 42_000_000_000 }, TARGETS[1]],
      marketAnalysis: MARKET,
      strategies: walk.now.strategies,
      ...WORK,
      approval: { by: 'zhang-wei', on: '2025-03-10' },
      adjustments: 0,
      reviews: [],
      evaluation: {
        figures: FIGURES,
        salesAnalysis: '医院项目占六成',
        performance: '达成',
        customerFeedback: '满意',
        actions: ['加强售后'],
        by: 'wang-fang',
        evaluatedOn: '2025-03-10',
      },
    });
  });
  it('says what was found in a review', () => {
    const review = { asOn: '2025-03-09', findings: '进度落后', actions: ['增加走访'] };
    const walk = startedWalk().do(ReviewSalesPlan, { ...review, achieved: ACHIEVED });
    expect(plain(salesPlanView(PLAN_ID, 7, walk.state))).toMatchObject({
      reviews: [{ ...review, figures: FIGURES, by: 'wang-fang', reviewedOn: '2025-03-10' }],
    });
  });
  it('says little of a draft, and nothing of one that has not begun', () => {
    const view = plain(salesPlanView(PLAN_ID, 0, draftedWalk().state)) as object;
    for (const absent of ['marketAnalysis', 'approval', 'rejection', 'evaluation'])
      expect(view).not.toHaveProperty(absent);
    expect(salesPlanView(PLAN_ID, 0, new PlanWalk().state)).toEqual({ id: PLAN_ID, revision: 0, state: 'NONE' });
  });
});

describe('its achievement as it is answered', () => {
  const sales = {
    byMonth: [{ month: '2025-03', contracts: 1, revenueFen: 700_000_000, receiptsFen: 0 }],
    byMember: [{ salespersonId: 'li-na', contracts: 1, revenueFen: 700_000_000, receiptsFen: 0 }],
  };
  it('is each target with what was achieved of it, by month and by member', () =>
    expect(plain(achievementView(startedWalk().now, '2025-03-31', ACHIEVED, sales))).toEqual({
      planId: PLAN_ID,
      state: 'IN_EXECUTION',
      from: '2025-01-01',
      to: '2025-12-31',
      asOf: '2025-03-31',
      targets: [
        {
          ...TARGETS[0],
          target: 42_000_000_000,
          achieved: 700_000_000,
          rateBps: 167,
          remaining: 41_300_000_000,
          deviationBps: -9_833,
        },
        { ...TARGETS[1], achieved: 465, rateBps: 10_333, remaining: 0, deviationBps: 333 },
      ],
      ...sales,
    }));
  it('is told of a draft too, of which targets are open', () => {
    const view = achievementView(draftedWalk().now, '2025-03-31', [], { byMonth: [], byMember: [] });
    expect(plain(view)).toMatchObject({
      targets: [{ metric: 'REVENUE_FEN', growthBps: 2_000, achieved: 0 }, {}, {}, {}],
    });
  });
});
