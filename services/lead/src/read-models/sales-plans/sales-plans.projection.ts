import { eachOf, insertOnce, projection, updateNewer } from '@engsales/read-models';
import type { SalesPlanEvent } from '../../domain/sales-plan/sales-plan.events.js';

const each = eachOf<SalesPlanEvent>();

/** Which sales plans are there? A row per plan. */
export const salesPlans = projection<SalesPlanEvent>({
  name: 'sales-plans',
  tables: ['sales_plan'],
  on: {
    SalesPlanDrafted: ({ data, revision }, rows) =>
      insertOnce(rows, 'sales_plan', 'plan_id', {
        plan_id: data.planId,
        revision,
        state: data.state,
        title: data.title,
        from_on: data.from,
        to_on: data.to,
        team_id: data.teamId,
        drafted_by: data.by,
      }),
    ...each(
      [
        'SalesPlanSubmitted',
        'SalesPlanApproved',
        'SalesPlanRejected',
        'SalesPlanStarted',
        'SalesPlanCancelled',
        'SalesPlanEvaluated',
      ],
      ({ data: { planId, state }, revision }, rows) =>
        updateNewer(rows, 'sales_plan', ['plan_id', planId], revision, { state }),
    ),
  },
});
