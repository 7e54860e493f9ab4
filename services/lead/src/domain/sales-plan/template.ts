import type { Strategy, Target } from './sales-plan.state.js';
import type { PlanTemplate } from './sales-plan.values.js';

interface Filled {
  readonly targets: readonly Target[];
  readonly strategies: readonly Strategy[];
  readonly backgroundRisks: readonly string[];
}

/** The four strategies of an engineering company's usual year. */
const YEARLY_STRATEGIES: readonly Strategy[] = [
  { type: 'CUSTOMER_DEVELOPMENT', measure: '客户开发：走访目标客户，扩大客户群' },
  { type: 'SERVICE', measure: '以专业高效的服务赢得客户' },
  { type: 'DIFFERENTIATION', measure: '了解竞争对手，突出差异化优势' },
  { type: 'TRAINING', measure: '销售技能培训' },
];

/** What a template fills in. The baselines of a year are open: only the company knows them. */
export function filledBy(template: PlanTemplate, to: string): Filled {
  if (template === 'NONE') return { targets: [], strategies: [], backgroundRisks: [] };
  return {
    targets: [
      { metric: 'REVENUE_FEN', growthBps: 2_000, unit: 'FEN', dueOn: to },
      { metric: 'CUSTOMER_COUNT', growthBps: 1_000, unit: 'COUNT', dueOn: to },
      { metric: 'CUSTOMER_SATISFACTION', unit: 'SCORE_X100', dueOn: to },
      { metric: 'REPEAT_PURCHASE_RATE', unit: 'BPS', dueOn: to },
    ],
    strategies: YEARLY_STRATEGIES,
    backgroundRisks: ['缺乏专业销售人员'],
  };
}
