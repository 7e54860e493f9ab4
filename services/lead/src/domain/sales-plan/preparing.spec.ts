import {
  ApproveSalesPlan,
  DraftSalesPlan,
  RecordMarketAnalysis,
  SetActionsAndBudget,
  SetStrategies,
  SetTargets,
  SubmitSalesPlan,
} from './sales-plan.commands.js';
import {
  COMPETITORS,
  MARKET,
  MARKET_READ,
  PLAN_ID,
  STRATEGIES,
  TARGETS,
  WORK,
  YEAR_2025,
} from './sales-plan.fixtures.js';
import { draftedWalk, PlanWalk, preparedWalk } from './sales-plan.walk.js';

const draft = { planId: PLAN_ID, state: 'DRAFT' as const, by: 'wang-fang' };
const dueOn = '2025-12-31';

describe('a sales plan is drafted', () => {
  it('from the template of a year, which fills in targets, strategies and a risk (L-220)', () => {
    const walk = draftedWalk();
    walk.recorded({
      type: 'SalesPlanDrafted',
      data: {
        planId: PLAN_ID,
        state: 'DRAFT',
        title: '2025 年度销售计划',
        from: '2025-01-01',
        to: '2025-12-31',
        teamId: undefined,
        template: 'YEARLY',
        strategyRef: 'STRATEGY-2025',
        backgroundRisks: ['缺乏专业销售人员'],
        targets: [
          { metric: 'REVENUE_FEN', growthBps: 2_000, unit: 'FEN', dueOn },
          { metric: 'CUSTOMER_COUNT', growthBps: 1_000, unit: 'COUNT', dueOn },
          { metric: 'CUSTOMER_SATISFACTION', unit: 'SCORE_X100', dueOn },
          { metric: 'REPEAT_PURCHASE_RATE', unit: 'BPS', dueOn },
        ],
        strategies: [
          { type: 'CUSTOMER_DEVELOPMENT', measure: '客户开发：走访目标客户，扩大客户群' },
          { type: 'SERVICE', measure: '以专业高效的服务赢得客户' },
          { type: 'DIFFERENTIATION', measure: '了解竞争对手，突出差异化优势' },
          { type: 'TRAINING', measure: '销售技能培训' },
        ],
        by: 'wang-fang',
        draftedOn: '2025-03-10',
      },
    });
  });
  it('or empty, with its own risks (L-220)', () => {
    const walk = new PlanWalk().do(DraftSalesPlan, { ...YEAR_2025, template: 'NONE', backgroundRisks: ['团队较小'] });
    expect(walk.state).toEqual({
      state: 'DRAFT',
      planId: PLAN_ID,
      title: '2025 年度销售计划',
      from: '2025-01-01',
      to: '2025-12-31',
      template: 'NONE',
      strategyRef: 'STRATEGY-2025',
      backgroundRisks: ['团队较小'],
      targets: [],
      strategies: [],
      plannedWork: { actions: [], budget: [], resources: [] },
      authors: ['wang-fang'],
      adjustments: 0,
      reviews: [],
    });
  });
  it('for a time that does not end before it begins, and for a team that there is', () => {
    const refused = (changes: object) => new PlanWalk().refused(DraftSalesPlan, { ...YEAR_2025, ...changes });
    expect(refused({ to: '2024-12-31' })).toMatchObject({ code: 'VALIDATION_FAILED', pointer: '/to' });
    expect(refused({ teamId: PLAN_ID })).toEqual({ code: 'NOT_FOUND', id: PLAN_ID });
    expect(refused({ teamId: PLAN_ID, team: { state: 'DISSOLVED' } }).code).toBe('INVALID_TRANSITION');
    const ofTeam = { ...YEAR_2025, teamId: PLAN_ID, team: { state: 'ACTIVE' } };
    expect(new PlanWalk().do(DraftSalesPlan, ofTeam).now.teamId).toBe(PLAN_ID);
  });
});

describe('its targets', () => {
  it('follow from baseline and growth, rounded half up, or are said (L-221)', () => {
    const walk = draftedWalk().do(SetTargets, { targets: TARGETS });
    const year = { dueOn, achievableBecause: '医院项目增多' };
    const revenue = { baseline: 35_000_000_000, growthBps: 2_000, target: 42_000_000_000, unit: 'FEN' } as const;
    walk.recorded({
      type: 'TargetsSet',
      data: {
        planId: PLAN_ID,
        state: 'DRAFT',
        targets: [
          { metric: 'REVENUE_FEN', ...revenue, ...year },
          { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, unit: 'SCORE_X100', ...year },
        ],
        by: 'wang-fang',
        setOn: '2025-03-10',
      },
    });
    const odd = { metric: 'CUSTOMER_COUNT', baseline: 25, growthBps: 1_000 } as const;
    expect(draftedWalk().do(SetTargets, { targets: [odd] }).now.targets).toEqual([{ ...odd, target: 28 }]);
  });
  it('may be open in a draft', () => {
    const open = { metric: 'REVENUE_FEN', growthBps: 2_000 } as const;
    expect(draftedWalk().do(SetTargets, { targets: [open] }).now.targets).toEqual([open]);
  });
  it.each([
    ['twice of one metric', [TARGETS[0], TARGETS[0]], '/targets'],
    ['with a growth and a target', [{ metric: 'REVENUE_FEN', growthBps: 1, target: 1 }], '/targets/0/target'],
    ['in a unit of another metric', [{ metric: 'REVENUE_FEN', unit: 'BPS' }], '/targets/0/unit'],
  ])('are not set %s (L-221)', (_title, targets, pointer) => {
    const refusal = draftedWalk().refused(SetTargets, { targets: targets as typeof TARGETS });
    expect(refusal).toMatchObject({ code: 'VALIDATION_FAILED', pointer });
  });
});

describe('its other steps', () => {
  it('are the analysis of the market (L-222)', () =>
    draftedWalk()
      .do(RecordMarketAnalysis, MARKET_READ)
      .recorded({
        type: 'MarketAnalysisRecorded',
        data: {
          ...draft,
          segments: ['医院', '政府办公楼'],
          positioning: '一揽子服务',
          competitors: [{ partyId: 'party-9', strengths: ['价格低'], weaknesses: ['售后慢'] }],
          recordedOn: '2025-03-10',
        },
      }));
  it('names only competitors that are known and active (L-259)', () => {
    const refused = (parties?: typeof COMPETITORS) =>
      draftedWalk().refused(RecordMarketAnalysis, { ...MARKET, parties });
    expect(refused()).toEqual({ code: 'NOT_FOUND', partyId: 'party-9' });
    const gone = COMPETITORS.map((party) => ({ ...party, state: 'INACTIVE' as const }));
    expect(refused(gone)).toEqual({ code: 'PARTY_INACTIVE', partyId: 'party-9' });
  });
  it('the strategies', () =>
    draftedWalk()
      .do(SetStrategies, { strategies: STRATEGIES })
      .recorded({
        type: 'StrategiesSet',
        data: { ...draft, strategies: [{ type: 'PRICING', measure: '分级报价' }], setOn: '2025-03-10' },
      }));
  it('and actions with a budget and resources, whose sum is told (L-222)', () => {
    const walk = draftedWalk().do(SetActionsAndBudget, WORK);
    walk.recorded({
      type: 'ActionsAndBudgetSet',
      data: {
        ...draft,
        actions: [{ text: '走访设计院', responsibleId: 'li-na', from: '2025-01-06', to: '2025-06-30' }],
        budget: [
          { category: '差旅', amountFen: 20_000_000 },
          { category: '展会', amountFen: 10_000_000 },
        ],
        resources: [{ kind: 'PEOPLE', text: '两名销售工程师', allocatedToId: 'li-na' }],
        budgetFen: 30_000_000,
        setOn: '2025-03-10',
      },
    });
    const turned = { ...WORK, actions: [{ ...WORK.actions[0]!, to: '2025-01-05' }] };
    expect(walk.refused(SetActionsAndBudget, turned)).toMatchObject({
      code: 'VALIDATION_FAILED',
      pointer: '/actions/0/to',
    });
  });
  it('are remembered whole, with everybody who has worked on them (L-223)', () => {
    const walk = preparedWalk().do(SetStrategies, { strategies: STRATEGIES }, 'he-jing');
    expect(walk.state).toMatchObject({
      marketAnalysis: MARKET,
      strategies: STRATEGIES,
      plannedWork: WORK,
      authors: ['wang-fang', 'he-jing'],
    });
  });
  it('and with whom these persons stood in for (L-223)', () => {
    const standIn = { id: 'he-jing', role: 'SALES_MANAGER', onBehalfOf: 'liu-yang' };
    const walk = preparedWalk().do(SetStrategies, { strategies: STRATEGIES }, standIn);
    walk.recorded({
      type: 'StrategiesSet',
      data: {
        ...draft,
        strategies: [{ type: 'PRICING', measure: '分级报价' }],
        by: 'he-jing',
        onBehalfOf: 'liu-yang',
        setOn: '2025-03-10',
      },
    });
    expect(walk.now.authors).toEqual(['wang-fang', 'he-jing', 'liu-yang']);
    const own = walk.do(SubmitSalesPlan, {}).refused(ApproveSalesPlan, {}, { id: 'liu-yang', role: 'COMPANY_LEADER' });
    expect(own).toEqual({ code: 'SELF_APPROVAL', by: 'liu-yang' });
  });
});
