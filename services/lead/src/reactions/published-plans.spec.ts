import { salesPlanApproved, subjectFieldOf } from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import { publicationFaults } from '@engsales/messaging/testing';
import type { SalesPlanEvent } from '../domain/sales-plan/sales-plan.events.js';
import { approvedWalk, evaluatedWalk, planLives } from '../domain/sales-plan/sales-plan.walk.js';
import { publishedPlans } from './published-plans.js';

const publishes = publishing<SalesPlanEvent>({ ...publishedPlans });
const published = (event: SalesPlanEvent) => publishes(event as unknown as RecordedEvent) ?? [];

describe('what is published of sales plans (L-252)', () => {
  it('is described by its schemas to the last field', () => {
    const all = Object.values(planLives).flatMap((life) => life().past.flatMap(published));
    const faults = publicationFaults('lead', all);
    expect(faults.filter((fault) => !fault.endsWith('was not published') || fault.includes('SalesPlan'))).toEqual([]);
  });
  it('is the plan as it was approved', () => {
    const [approved] = approvedWalk().last.flatMap(published);
    expect(JSON.parse(JSON.stringify(approved?.data))).toEqual({
      planId: '3e1f4c92-6d75-5f3a-9c81-2a4d9e6f1b53',
      state: 'APPROVED',
      title: '2025 年度销售计划',
      from: '2025-01-01',
      to: '2025-12-31',
      targets: [
        { metric: 'REVENUE_FEN', baseline: 35_000_000_000, target: 42_000_000_000, unit: 'FEN', dueOn: '2025-12-31' },
        { metric: 'CUSTOMER_SATISFACTION', baseline: 420, target: 450, unit: 'SCORE_X100', dueOn: '2025-12-31' },
      ],
      budgetFen: 30_000_000,
      approvedBy: 'zhang-wei',
      approvedOn: '2025-03-10',
    });
    expect(subjectFieldOf(salesPlanApproved.type)).toBe('planId');
  });
  it('is a part before and after it was adjusted, and the figures in the end', () => {
    const adjusted = planLives.evaluated?.().past.filter(({ type }) => type === 'SalesPlanAdjusted') ?? [];
    expect(adjusted.flatMap(published).map(({ data }) => data)).toMatchObject([
      { part: 'STRATEGIES', before: { strategies: [{}] }, after: { strategies: [{ measure: '分级报价' }] } },
      { part: 'TARGETS', before: { targets: [{}, {}] }, after: { targets: [{ target: 42_000_000_000 }, {}] } },
      { part: 'ACTIONS_AND_BUDGET', before: { budget: [{}, {}] }, after: { actions: [{ text: '走访设计院' }] } },
    ]);
    expect(evaluatedWalk().last.flatMap(published)).toMatchObject([
      { data: { state: 'EVALUATED', figures: [{ achieved: 700_000_000, deviationBps: -9_833 }, {}] } },
    ]);
  });
});
