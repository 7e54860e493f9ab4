import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Metric, PlanTemplate, ResourceKind, StrategyType, Unit } from './sales-plan.values.js';

export interface TargetRecord {
  readonly metric: Metric;
  readonly baseline?: number;
  readonly growthBps?: number;
  readonly target?: number;
  readonly unit?: Unit;
  readonly dueOn?: string;
  readonly achievableBecause?: string;
}

/** A target of an approved plan: nothing of it is open. */
export interface MeasurableTargetRecord extends TargetRecord {
  readonly baseline: number;
  readonly target: number;
  readonly unit: Unit;
  readonly dueOn: string;
}

export interface StrategyRecord {
  readonly type: StrategyType;
  readonly measure: string;
}

export interface ActionsAndBudgetRecord {
  readonly actions: readonly {
    readonly text: string;
    readonly responsibleId: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly budget: readonly { readonly category: string; readonly amountFen: number }[];
  readonly resources: readonly {
    readonly kind: ResourceKind;
    readonly text: string;
    readonly allocatedToId?: string;
  }[];
}

export interface FigureRecord {
  readonly metric: Metric;
  readonly baseline: number;
  readonly target: number;
  readonly achieved: number;
  readonly deviationBps: number;
}

export interface OfPlan {
  readonly planId: string;
  readonly by: string;
  /** Whom that person stood in for; kept of whoever has worked on the plan. */
  readonly onBehalfOf?: string;
}

export interface OfDraft extends OfPlan {
  readonly state: 'DRAFT';
}

export interface InExecution extends OfPlan {
  readonly state: 'IN_EXECUTION';
}

export type SalesPlanDrafted = DomainEvent<
  'SalesPlanDrafted',
  OfDraft & {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly teamId?: string;
    readonly template: PlanTemplate;
    readonly strategyRef: string;
    readonly backgroundRisks: readonly string[];
    readonly targets: readonly TargetRecord[];
    readonly strategies: readonly StrategyRecord[];
    readonly draftedOn: string;
  }
>;
export type TargetsSet = DomainEvent<
  'TargetsSet',
  OfDraft & { readonly targets: readonly TargetRecord[]; readonly setOn: string }
>;
export type MarketAnalysisRecorded = DomainEvent<
  'MarketAnalysisRecorded',
  OfDraft & {
    readonly segments: readonly string[];
    readonly positioning: string;
    readonly competitors: readonly {
      readonly partyId: string;
      readonly strengths: readonly string[];
      readonly weaknesses: readonly string[];
    }[];
    readonly recordedOn: string;
  }
>;
export type StrategiesSet = DomainEvent<
  'StrategiesSet',
  OfDraft & { readonly strategies: readonly StrategyRecord[]; readonly setOn: string }
>;
export type ActionsAndBudgetSet = DomainEvent<
  'ActionsAndBudgetSet',
  OfDraft & ActionsAndBudgetRecord & { readonly budgetFen: number; readonly setOn: string }
>;

export type SalesPlanSubmitted = DomainEvent<
  'SalesPlanSubmitted',
  OfPlan & { readonly state: 'SUBMITTED'; readonly submittedOn: string }
>;
/** The plan as it was approved. */
export type SalesPlanApproved = DomainEvent<
  'SalesPlanApproved',
  OfPlan & {
    readonly state: 'APPROVED';
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly teamId?: string;
    readonly targets: readonly MeasurableTargetRecord[];
    readonly budgetFen: number;
    readonly approvedOn: string;
  }
>;
export type SalesPlanRejected = DomainEvent<
  'SalesPlanRejected',
  OfDraft & { readonly reason: string; readonly rejectedOn: string }
>;
export type SalesPlanStarted = DomainEvent<'SalesPlanStarted', InExecution & { readonly startedOn: string }>;
export type SalesPlanCancelled = DomainEvent<
  'SalesPlanCancelled',
  OfPlan & { readonly state: 'CANCELLED'; readonly reason: string; readonly cancelledOn: string }
>;

/** A part of a plan, before or after it was adjusted. */
export type AdjustedPart =
  | { readonly part: 'TARGETS'; readonly before: readonly TargetRecord[]; readonly after: readonly TargetRecord[] }
  | {
      readonly part: 'STRATEGIES';
      readonly before: readonly StrategyRecord[];
      readonly after: readonly StrategyRecord[];
    }
  | {
      readonly part: 'ACTIONS_AND_BUDGET';
      readonly before: ActionsAndBudgetRecord;
      readonly after: ActionsAndBudgetRecord;
    };
export type SalesPlanAdjusted = DomainEvent<
  'SalesPlanAdjusted',
  InExecution & AdjustedPart & { readonly reason: string; readonly adjustedOn: string }
>;
export type SalesPlanReviewed = DomainEvent<
  'SalesPlanReviewed',
  InExecution & {
    readonly asOn: string;
    readonly figures: readonly FigureRecord[];
    readonly findings: string;
    readonly actions: readonly string[];
    readonly reviewedOn: string;
  }
>;
export type SalesPlanEvaluated = DomainEvent<
  'SalesPlanEvaluated',
  OfPlan & {
    readonly state: 'EVALUATED';
    readonly figures: readonly FigureRecord[];
    readonly salesAnalysis: string;
    readonly performance: string;
    readonly customerFeedback: string;
    readonly actions: readonly string[];
    readonly evaluatedOn: string;
  }
>;

export type PreparingEvent =
  SalesPlanDrafted | TargetsSet | MarketAnalysisRecorded | StrategiesSet | ActionsAndBudgetSet;
export type DecidingEvent =
  SalesPlanSubmitted | SalesPlanApproved | SalesPlanRejected | SalesPlanStarted | SalesPlanCancelled;
export type ExecutingEvent = SalesPlanAdjusted | SalesPlanReviewed | SalesPlanEvaluated;
export type SalesPlanEvent = PreparingEvent | DecidingEvent | ExecutingEvent;
