import {
  ApproveSalesPlan,
  CancelSalesPlan,
  DraftSalesPlan,
  RecordMarketAnalysis,
  RejectSalesPlan,
  SetActionsAndBudget,
  SetStrategies,
  SetTargets,
  StartSalesPlan,
  SubmitSalesPlan,
} from './sales-plan.commands.js';
import { LEADER, MARKET_READ, PLAN_ID, TARGETS, WORK, YEAR_2025 } from './sales-plan.fixtures.js';
import { approvedWalk, cancelledWalk, draftedWalk, PlanWalk, preparedWalk, submittedWalk } from './sales-plan.walk.js';

const planId = PLAN_ID;

describe('a sales plan is submitted', () => {
  it('with all of its steps (L-222)', () => {
    const empty = new PlanWalk().do(DraftSalesPlan, { ...YEAR_2025, template: 'NONE' });
    expect(empty.refused(SubmitSalesPlan, {})).toEqual({
      code: 'PLAN_STEP_MISSING',
      missing: ['TARGETS', 'MARKET_ANALYSIS', 'STRATEGIES', 'ACTIONS_AND_BUDGET'],
    });
    expect(
      draftedWalk()
        .do(SetActionsAndBudget, { ...WORK, budget: [] })
        .refused(SubmitSalesPlan, {}),
    ).toEqual({
      code: 'PLAN_STEP_MISSING',
      missing: ['MARKET_ANALYSIS', 'ACTIONS_AND_BUDGET'],
    });
    expect(preparedWalk().do(SetStrategies, { strategies: [] }).refused(SubmitSalesPlan, {})).toEqual({
      code: 'PLAN_STEP_MISSING',
      missing: ['STRATEGIES'],
    });
  });
  it('with targets that can be measured (L-224)', () => {
    const draft = draftedWalk().do(RecordMarketAnalysis, MARKET_READ).do(SetActionsAndBudget, WORK);
    expect(draft.refused(SubmitSalesPlan, {})).toEqual({
      code: 'TARGET_NOT_MEASURABLE',
      metric: 'REVENUE_FEN',
      missing: ['baseline', 'target'],
    });
    draft.do(SetTargets, { targets: [TARGETS[0]!, { metric: 'RECEIPTS_FEN', baseline: 0, growthBps: 500 }] });
    expect(draft.refused(SubmitSalesPlan, {})).toEqual({
      code: 'TARGET_NOT_MEASURABLE',
      metric: 'RECEIPTS_FEN',
      missing: ['target', 'unit', 'dueOn'],
    });
  });
  it('by one who then is one of its authors (L-223)', () => {
    const walk = preparedWalk().do(SubmitSalesPlan, {}, 'he-jing');
    walk.recorded({
      type: 'SalesPlanSubmitted',
      data: { planId, state: 'SUBMITTED', by: 'he-jing', submittedOn: '2025-03-10' },
    });
    expect(walk.now.authors).toEqual(['wang-fang', 'he-jing']);
  });
});

describe('it is approved', () => {
  const year = { unit: 'FEN', dueOn: '2025-12-31', achievableBecause: '医院项目增多' } as const;

  it('as it is then (L-225)', () => {
    const walk = approvedWalk();
    walk.recorded({
      type: 'SalesPlanApproved',
      data: {
        planId,
        state: 'APPROVED',
        title: '2025 年度销售计划',
        from: '2025-01-01',
        to: '2025-12-31',
        targets: [
          { metric: 'REVENUE_FEN', baseline: 35_000_000_000, growthBps: 2_000, target: 42_000_000_000, ...year },
          { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, ...year, unit: 'SCORE_X100' },
        ],
        budgetFen: 30_000_000,
        by: 'zhang-wei',
        approvedOn: '2025-03-10',
      },
    });
    expect(walk.now).toMatchObject({ approval: { by: 'zhang-wei', on: '2025-03-10' }, authors: [] });
  });
  it('by nobody who has worked on it since it was rejected last (L-223)', () => {
    const own = preparedWalk().do(SubmitSalesPlan, {}, LEADER);
    expect(own.refused(ApproveSalesPlan, {}, LEADER)).toEqual({ code: 'SELF_APPROVAL', by: 'zhang-wei' });
    const standIn = { ...LEADER, id: 'he-jing', onBehalfOf: 'wang-fang' };
    expect(own.refused(ApproveSalesPlan, {}, standIn)).toEqual({ code: 'SELF_APPROVAL', by: 'wang-fang' });
    own.do(RejectSalesPlan, { reason: '目标过低' }, 'he-jing').do(SubmitSalesPlan, {});
    expect(own.do(ApproveSalesPlan, {}, LEADER).types).toEqual(['SalesPlanApproved']);
  });
  it('or goes back to its authors with a reason', () => {
    const walk = submittedWalk().do(RejectSalesPlan, { reason: '预算过高' }, LEADER);
    walk.recorded({
      type: 'SalesPlanRejected',
      data: { planId, state: 'DRAFT', reason: '预算过高', by: 'zhang-wei', rejectedOn: '2025-03-10' },
    });
    expect(walk.now.rejection).toEqual({ by: 'zhang-wei', on: '2025-03-10', reason: '预算过高' });
  });
  it('before it starts (L-226)', () => {
    for (const early of [draftedWalk(), submittedWalk()]) {
      expect(early.refused(StartSalesPlan, {})).toMatchObject({ code: 'PLAN_NOT_APPROVED', planId });
    }
    const walk = approvedWalk().do(StartSalesPlan, {});
    walk.recorded({
      type: 'SalesPlanStarted',
      data: { planId, state: 'IN_EXECUTION', by: 'wang-fang', startedOn: '2025-03-10' },
    });
  });
});

it('a sales plan is cancelled before it starts, with a reason', () => {
  cancelledWalk().recorded({
    type: 'SalesPlanCancelled',
    data: { planId, state: 'CANCELLED', reason: '改为半年计划', by: 'wang-fang', cancelledOn: '2025-03-10' },
  });
  expect(approvedWalk().do(CancelSalesPlan, { reason: '重组' }).now.state).toBe('CANCELLED');
});
