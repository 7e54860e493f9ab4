import type { PartyThen } from '../party-then.js';
import type { Achieved } from './sales-plan.commands.js';
import type { ActionsAndBudget, MarketAnalysis, Strategy, Target } from './sales-plan.state.js';

export const PLAN_ID = '3e1f4c92-6d75-5f3a-9c81-2a4d9e6f1b53';

export const LEADER = { id: 'zhang-wei', role: 'COMPANY_LEADER' };

/** The plan of 2025, from the usual template. */
export const YEAR_2025 = {
  title: '2025 年度销售计划',
  from: '2025-01-01',
  to: '2025-12-31',
  template: 'YEARLY',
  strategyRef: 'STRATEGY-2025',
  backgroundRisks: [],
} as const;

const year = { dueOn: '2025-12-31', achievableBecause: '医院项目增多' };

export const TARGETS: readonly Target[] = [
  { metric: 'REVENUE_FEN', baseline: 35_000_000_000, growthBps: 2_000, unit: 'FEN', ...year },
  { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, unit: 'SCORE_X100', ...year },
];

export const MARKET: MarketAnalysis = {
  segments: ['医院', '政府办公楼'],
  positioning: '一揽子服务',
  competitors: [{ partyId: 'party-9', strengths: ['价格低'], weaknesses: ['售后慢'] }],
};

/** What the handler reads of the competitors. */
export const COMPETITORS: readonly PartyThen[] = [
  { partyId: 'party-9', state: 'ACTIVE', roles: ['COMPETITOR'], contactIds: [] },
];
/** The analysis as the handler sends it on. */
export const MARKET_READ = { ...MARKET, parties: COMPETITORS };

export const STRATEGIES: readonly Strategy[] = [{ type: 'PRICING', measure: '分级报价' }];

export const WORK: ActionsAndBudget = {
  actions: [{ text: '走访设计院', responsibleId: 'li-na', from: '2025-01-06', to: '2025-06-30' }],
  budget: [
    { category: '差旅', amountFen: 20_000_000 },
    { category: '展会', amountFen: 10_000_000 },
  ],
  resources: [{ kind: 'PEOPLE', text: '两名销售工程师', allocatedToId: 'li-na' }],
};

export const ACHIEVED: readonly Achieved[] = [
  { metric: 'REVENUE_FEN', achieved: 700_000_000 },
  { metric: 'CUSTOMER_SATISFACTION', achieved: 465 },
];
