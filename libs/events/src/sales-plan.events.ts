import { publicEvent } from './envelope.js';
import adjustedSchema from './schemas/lead.SalesPlanAdjusted.v1.json';
import approvedSchema from './schemas/lead.SalesPlanApproved.v1.json';
import evaluatedSchema from './schemas/lead.SalesPlanEvaluated.v1.json';

export interface PublicTarget {
  readonly metric: string;
  readonly baseline: number;
  readonly target: number;
  readonly unit: 'FEN' | 'COUNT' | 'SCORE_X100' | 'BPS';
  readonly dueOn: string;
}

export interface SalesPlanApprovedData {
  readonly planId: string;
  readonly state: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly teamId?: string;
  readonly targets: readonly PublicTarget[];
  readonly budgetFen: number;
  readonly approvedBy: string;
  readonly approvedOn: string;
}

/** The fields of one part of a plan. */
export interface PublicPlanPart {
  readonly targets?: readonly PublicTarget[];
  readonly strategies?: readonly { readonly type: string; readonly measure: string }[];
  readonly actions?: readonly {
    readonly text: string;
    readonly responsibleId: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly budget?: readonly { readonly category: string; readonly amountFen: number }[];
  readonly resources?: readonly { readonly kind: string; readonly text: string; readonly allocatedToId?: string }[];
}

export interface SalesPlanAdjustedData {
  readonly planId: string;
  readonly state: string;
  readonly part: 'TARGETS' | 'STRATEGIES' | 'ACTIONS_AND_BUDGET';
  readonly before: PublicPlanPart;
  readonly after: PublicPlanPart;
  readonly reason: string;
  readonly adjustedOn: string;
}

export interface SalesPlanEvaluatedData {
  readonly planId: string;
  readonly state: string;
  readonly figures: readonly {
    readonly metric: string;
    readonly baseline: number;
    readonly target: number;
    readonly achieved: number;
    readonly deviationBps: number;
  }[];
  readonly evaluatedOn: string;
}

export const salesPlanApproved = publicEvent<SalesPlanApprovedData>({
  type: 'lead.SalesPlanApproved',
  service: 'lead',
  version: 1,
  nameZh: '销售计划已批准',
  summary: 'A company leader approved a sales plan.',
  schema: approvedSchema,
});

export const salesPlanAdjusted = publicEvent<SalesPlanAdjustedData>({
  type: 'lead.SalesPlanAdjusted',
  service: 'lead',
  version: 1,
  nameZh: '销售计划已调整',
  summary: 'A part of a sales plan in execution was adjusted.',
  schema: adjustedSchema,
});

export const salesPlanEvaluated = publicEvent<SalesPlanEvaluatedData>({
  type: 'lead.SalesPlanEvaluated',
  service: 'lead',
  version: 1,
  nameZh: '销售计划已评估',
  summary: 'A sales plan was evaluated by its figures and has ended.',
  schema: evaluatedSchema,
});
