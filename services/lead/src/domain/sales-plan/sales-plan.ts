import { aggregate } from '@engsales/event-sourcing/domain';
import { decidingFold, decidingRules } from './deciding.js';
import { executingFold, executingRules } from './executing.js';
import { preparingFold, preparingRules } from './preparing.js';
import type { SalesPlanCommand } from './sales-plan.commands.js';
import type { SalesPlanEvent } from './sales-plan.events.js';
import type { SalesPlan } from './sales-plan.state.js';

/** A sales plan (销售计划) in its six steps: targets, market, strategies, actions and budget, execution, evaluation. */
export const salesPlan = aggregate<SalesPlan, SalesPlanCommand, SalesPlanEvent>({
  category: 'salesPlan',
  id: 'planId',
  initialState: { state: 'NONE' },
  rules: { ...preparingRules, ...decidingRules, ...executingRules },
  fold: { ...preparingFold, ...decidingFold, ...executingFold },
});
