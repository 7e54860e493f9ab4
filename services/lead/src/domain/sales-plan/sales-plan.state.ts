import type { Metric, PlanState, PlanTemplate, ResourceKind, StrategyType, Unit } from './sales-plan.values.js';

/** A target is open where something of it is not known yet. */
export interface Target {
  readonly metric: Metric;
  readonly baseline?: number;
  readonly growthBps?: number;
  readonly target?: number;
  readonly unit?: Unit;
  readonly dueOn?: string;
  readonly achievableBecause?: string;
}

export interface MarketAnalysis {
  readonly segments: readonly string[];
  readonly positioning: string;
  readonly competitors: readonly {
    readonly partyId: string;
    readonly strengths: readonly string[];
    readonly weaknesses: readonly string[];
  }[];
}

export interface Strategy {
  readonly type: StrategyType;
  readonly measure: string;
}

export interface PlannedAction {
  readonly text: string;
  readonly responsibleId: string;
  readonly from: string;
  readonly to: string;
}

export interface BudgetItem {
  readonly category: string;
  readonly amountFen: number;
}

export interface Resource {
  readonly kind: ResourceKind;
  readonly text: string;
  readonly allocatedToId?: string;
}

export interface ActionsAndBudget {
  readonly actions: readonly PlannedAction[];
  readonly budget: readonly BudgetItem[];
  readonly resources: readonly Resource[];
}

/** What a target says beside what was achieved; the deviation is in basis points of the target. */
export interface Figure {
  readonly metric: Metric;
  readonly baseline: number;
  readonly target: number;
  readonly achieved: number;
  readonly deviationBps: number;
}

export interface Review {
  readonly asOn: string;
  readonly figures: readonly Figure[];
  readonly findings: string;
  readonly actions: readonly string[];
  readonly by: string;
  readonly reviewedOn: string;
}

export interface Evaluation {
  readonly figures: readonly Figure[];
  readonly salesAnalysis: string;
  readonly performance: string;
  readonly customerFeedback: string;
  readonly actions: readonly string[];
  readonly by: string;
  readonly evaluatedOn: string;
}

interface NoPlan {
  readonly state: 'NONE';
}

export interface DraftedPlan {
  readonly state: PlanState;
  readonly planId: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** The whole company when absent. */
  readonly teamId?: string;
  readonly template: PlanTemplate;
  readonly strategyRef: string;
  readonly backgroundRisks: readonly string[];
  readonly targets: readonly Target[];
  readonly marketAnalysis?: MarketAnalysis;
  readonly strategies: readonly Strategy[];
  readonly plannedWork: ActionsAndBudget;
  /** Who has worked on it since it was approved or rejected last. */
  readonly authors: readonly string[];
  readonly approval?: { readonly by: string; readonly on: string };
  readonly rejection?: { readonly by: string; readonly on: string; readonly reason: string };
  readonly adjustments: number;
  readonly reviews: readonly Review[];
  readonly evaluation?: Evaluation;
}

export type SalesPlan = NoPlan | DraftedPlan;
