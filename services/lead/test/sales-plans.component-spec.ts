import {
  changeOrderEffective,
  contractSettled,
  contractSigned,
  contractTerminated,
  contractVoided,
  receiptRecorded,
  receiptReversed,
  satisfactionRated,
} from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import changeSample from '../../../libs/events/src/samples/contract.ChangeOrderEffective.v1.json';
import receiptSample from '../../../libs/events/src/samples/contract.ReceiptRecorded.v1.json';
import reversedSample from '../../../libs/events/src/samples/contract.ReceiptReversed.v1.json';
import settledSample from '../../../libs/events/src/samples/contract.ContractSettled.v1.json';
import terminatedSample from '../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import ratedSample from '../../../libs/events/src/samples/aftersales.SatisfactionRated.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { leader, manager, SalesTalk, seller, someId } from './sales.fixtures.js';

const YEAR = {
  title: '2025 年度销售计划',
  from: '2025-01-01',
  to: '2025-12-31',
  template: 'YEARLY',
  strategyRef: 'STRATEGY-2025',
};
const REVENUE = {
  metric: 'REVENUE_FEN',
  baseline: 35_000_000_000,
  growthBps: 2_000,
  unit: 'FEN',
  dueOn: '2025-12-31',
  achievableBecause: '医院项目增多',
};
const counted = (metric: string, unit: string, target: number) => ({
  metric,
  baseline: 0,
  target,
  unit,
  dueOn: '2025-12-31',
});
const TARGETS = [
  REVENUE,
  counted('RECEIPTS_FEN', 'FEN', 1_000),
  counted('NEW_CUSTOMER_COUNT', 'COUNT', 2),
  counted('CUSTOMER_COUNT', 'COUNT', 2),
  counted('REPEAT_PURCHASE_RATE', 'BPS', 5_000),
  counted('CUSTOMER_SATISFACTION', 'SCORE_X100', 450),
];

describe('a sales plan of a year (L-220)', () => {
  const talk = new SalesTalk();
  let plan = '';
  const achievement = async (query: Record<string, string> = {}) => {
    await talk.caughtUp();
    return talk.read(`${plan}/achievement`, query);
  };
  const achievedOf = async (query: Record<string, string> = {}) => {
    const { targets } = await achievement(query);
    return (targets as { achieved: number }[]).map(({ achieved }) => achieved);
  };
  beforeAll(() => talk.begin());
  afterAll(() => talk.service.stop());

  it('is drafted by a manager and has open baselines, so that it is not measurable (L-224)', async () => {
    expect(await talk.refused(seller, 'sales-plans', YEAR)).toMatchObject({ status: 403, code: 'ROLE_NOT_ALLOWED' });
    plan = `sales-plans/${await talk.begun(manager, 'sales-plans', YEAR)}`;
    expect(await talk.refused(manager, `${plan}/submit-sales-plan`)).toMatchObject({
      status: 422,
      code: 'PLAN_STEP_MISSING',
      details: { missing: ['MARKET_ANALYSIS', 'ACTIONS_AND_BUDGET'] },
    });
    const rival = { kind: 'ORGANISATION', name: '华东机电', roles: ['COMPETITOR'], competitorType: 'CONTRACTOR' };
    const partyId = await talk.begun(seller, 'parties', rival);
    const market = (named: string) => ({
      segments: ['医院'],
      positioning: '一揽子服务',
      competitors: [{ partyId: named, strengths: ['价格低'], weaknesses: ['售后慢'] }],
    });
    expect(await talk.refused(manager, `${plan}/record-market-analysis`, market('party-9'))).toEqual({
      status: 404,
      code: 'NOT_FOUND',
      details: { partyId: 'party-9' },
    });
    await talk.done(manager, `${plan}/record-market-analysis`, market(partyId));
    await talk.done(manager, `${plan}/set-actions-and-budget`, {
      actions: [{ text: '走访设计院', responsibleId: 'li-na', from: '2025-01-06', to: '2025-06-30' }],
      budget: [{ category: '差旅', amountFen: 30_000_000 }],
      resources: [{ kind: 'PEOPLE', text: '两名销售工程师' }],
    });
    expect(await talk.refused(manager, `${plan}/submit-sales-plan`)).toMatchObject({
      status: 422,
      code: 'TARGET_NOT_MEASURABLE',
      details: { metric: 'REVENUE_FEN', missing: ['baseline', 'target'] },
    });
  });

  it('works its targets out, and is approved by a leader who has not worked on it (L-221, L-223, L-226)', async () => {
    await talk.done(manager, `${plan}/set-targets`, { targets: TARGETS });
    expect((await talk.state(plan)).targets[0]).toMatchObject({ target: 42_000_000_000 });
    await talk.done(leader, `${plan}/submit-sales-plan`);
    expect(await talk.refused(manager, `${plan}/start-sales-plan`)).toMatchObject({
      status: 422,
      code: 'PLAN_NOT_APPROVED',
    });
    expect((await talk.refused(manager, `${plan}/approve-sales-plan`)).code).toBe('ROLE_NOT_ALLOWED');
    expect(await talk.refused(leader, `${plan}/approve-sales-plan`)).toMatchObject({
      status: 422,
      code: 'SELF_APPROVAL',
    });
    await talk.done({ ...leader, id: 'chen-jie' }, `${plan}/approve-sales-plan`);
    await talk.done(manager, `${plan}/start-sales-plan`);
    expect(await talk.state(plan)).toMatchObject({ state: 'IN_EXECUTION', approval: { by: 'chen-jie' } });
  });

  const [p1, p2] = [someId(), someId()];
  const party = { customerPartyId: 'party-7', signedOn: '2025-03-07' };

  it('counts a signed contract once, however often it is told (L-210, L-215)', async () => {
    const signed = talk.message(contractSigned, p1, { ...signedSample, ...party });
    await talk.put(signed, { ...signed, id: someId() }, { ...signed, id: someId() });
    const { targets, byMonth, byMember } = await achievement();
    expect(targets[0]).toMatchObject({
      metric: 'REVENUE_FEN',
      target: 42_000_000_000,
      achieved: 700_000_000,
      rateBps: 167,
      remaining: 41_300_000_000,
      deviationBps: -9_833,
    });
    expect(byMonth).toEqual([{ month: '2025-03', contracts: 1, revenueFen: 700_000_000, receiptsFen: 0 }]);
    expect(byMember).toEqual([{ salespersonId: 'li-na', contracts: 1, revenueFen: 700_000_000, receiptsFen: 0 }]);
    expect(await achievedOf()).toEqual([700_000_000, 0, 1, 1, 0, 0]);
    expect(await achievedOf({ asOf: '2025-03-06' })).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('counts money as it moves, a changed total and a rating (L-212, L-215)', async () => {
    const receipt = { ...receiptSample, amountFen: 900, receivedOn: '2025-04-01' };
    const reversal = { ...reversedSample, amountFen: 100, reversedOn: '2025-05-01' };
    await talk.put(
      talk.message(receiptRecorded, p1, { ...receipt, receiptId: someId() }),
      talk.message(receiptReversed, p1, { ...reversal, receiptId: someId() }),
      talk.message(changeOrderEffective, p1, { ...changeSample, effectiveOn: '2025-05-06' }),
    );
    const rated = talk.message(satisfactionRated, p1, { ...ratedSample, on: '2025-06-01' });
    talk.tell(rated);
    await eventually(async () => (await achievedOf())[5] === 450, 'the rating counts');
    expect(await achievedOf()).toEqual([710_240_000, 800, 1, 1, 0, 450]);
    expect(await achievedOf({ asOf: '2025-05-05' })).toEqual([700_000_000, 800, 1, 1, 0, 0]);
    expect(await achievedOf({ asOf: '2025-04-30' })).toEqual([700_000_000, 900, 1, 1, 0, 0]);
  });

  it('counts a second contract of the customer as a repeated purchase (L-216)', async () => {
    await talk.put(talk.message(contractSigned, p2, { ...signedSample, ...party, signedOn: '2025-03-06' }));
    expect(await achievedOf()).toEqual([1_410_240_000, 800, 1, 1, 10_000, 450]);
  });

  it('counts nothing of a void contract, also when the void comes first (L-211, L-216)', async () => {
    await talk.put(talk.message(contractVoided, p1, voidedSample, '2025-06-10'));
    expect(await achievedOf()).toEqual([700_000_000, 800, 1, 1, 0, 450]);
    const p3 = someId();
    await talk.put(talk.message(contractVoided, p3, voidedSample), talk.message(contractSigned, p3, signedSample));
    expect(await achievedOf()).toEqual([700_000_000, 800, 1, 1, 0, 450]);
  });

  it('counts a terminated contract at what it is settled at (L-211)', async () => {
    await talk.put(talk.message(contractTerminated, p2, terminatedSample, '2025-07-01'));
    expect((await achievedOf())[0]).toBe(0);
    await talk.put(talk.message(contractSettled, p2, { ...settledSample, finalFen: 5_000, settledOn: '2025-08-01' }));
    expect((await achievedOf())[0]).toBe(5_000);
    expect((await achievedOf({ asOf: '2025-07-31' }))[0]).toBe(0);
  });

  it('is adjusted, and downwards by a leader only (L-228)', async () => {
    const lower = TARGETS.map((target) => (target === REVENUE ? { ...target, growthBps: 1_000 } : target));
    const change = { part: 'TARGETS', content: { targets: lower }, reason: '市场变化' };
    expect(await talk.refused(manager, `${plan}/adjust-sales-plan`, change)).toMatchObject({
      status: 422,
      code: 'ADJUSTMENT_NEEDS_LEADER',
      details: { lowered: ['REVENUE_FEN'] },
    });
    await talk.done(leader, `${plan}/adjust-sales-plan`, change);
    const work = {
      part: 'ACTIONS_AND_BUDGET',
      content: {
        actions: [{ text: '走访', responsibleId: 'li-na', from: '2025-07-01', to: '2025-07-31' }],
        budget: [{ category: '差旅', amountFen: 1 }],
      },
      reason: '市场变化',
    };
    await talk.done(manager, `${plan}/adjust-sales-plan`, work);
    expect(await talk.state(plan)).toMatchObject({ adjustments: 2, budget: [{ category: '差旅', amountFen: 1 }] });
  });

  it('is reviewed and evaluated by the figures that are known then (L-229)', async () => {
    const review = { asOn: '2025-03-07', findings: '进度落后', actions: ['增加走访'] };
    await talk.done(manager, `${plan}/review-sales-plan`, review);
    const evaluation = { salesAnalysis: '医院', performance: '未达成', customerFeedback: '满意', actions: [] };
    await talk.done(manager, `${plan}/evaluate-sales-plan`, evaluation);
    const { state, reviews, evaluation: evaluated } = await talk.state(plan);
    expect(state).toBe('EVALUATED');
    expect(reviews).toMatchObject([
      { figures: [{ metric: 'REVENUE_FEN', achieved: 1_400_000_000 }, {}, {}, {}, {}, {}] },
    ]);
    expect(evaluated.figures[0]).toMatchObject({ achieved: 5_000, target: 38_500_000_000, deviationBps: -10_000 });
    const history = await talk.state(`${plan}/history`);
    expect(history.items.map(({ type }: { type: string }) => type)).toEqual([
      'SalesPlanDrafted',
      'MarketAnalysisRecorded',
      'ActionsAndBudgetSet',
      'TargetsSet',
      'SalesPlanSubmitted',
      'SalesPlanApproved',
      'SalesPlanStarted',
      'SalesPlanAdjusted',
      'SalesPlanAdjusted',
      'SalesPlanReviewed',
      'SalesPlanEvaluated',
    ]);
    expect((await talk.state(`${plan}?asOf=1`)).state).toBe('DRAFT');
  });

  it('is listed by state, team and title, sorted (L-250)', async () => {
    const other = await talk.begun(manager, 'sales-plans', {
      ...YEAR,
      title: '半年计划',
      template: 'NONE',
      from: '2025-07-01',
    });
    await talk.done(manager, `sales-plans/${other}/cancel-sales-plan`, { reason: '改为年度计划' });
    const titles = async (query: Record<string, string>) =>
      (await talk.read('sales-plans', query)).items.map(({ title }: { title: string }) => title);
    expect(await titles({ sort: '-from' })).toEqual(['半年计划', '2025 年度销售计划']);
    expect(await titles({ state: 'EVALUATED' })).toEqual(['2025 年度销售计划']);
    expect(await titles({ q: '年度 销售' })).toEqual(['2025 年度销售计划']);
    expect(await titles({ teamId: someId() })).toEqual([]);
    const { nextCursor } = await talk.read('sales-plans', { limit: '1' });
    expect(await titles({ limit: '1', cursor: nextCursor })).toEqual(['半年计划']);
    expect((await talk.service.get(seller, '/api/v1/sales-plans?sort=budget')).status).toBe(400);
  });
});
