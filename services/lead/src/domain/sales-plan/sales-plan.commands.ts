import { CommandTo } from '@engsales/event-sourcing/domain';
import type { PartyThen } from '../party-then.js';
import type { Referred } from '../referred.js';
import type { ActionsAndBudget, MarketAnalysis, Strategy, Target } from './sales-plan.state.js';
import type { Metric, PlanPart, PlanTemplate } from './sales-plan.values.js';

/** A sales plan (销售计划) begins. */
export class DraftSalesPlan extends CommandTo<
  'planId',
  {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly teamId?: string;
    /** The team as the handler has read it. */
    readonly team?: Referred;
    readonly template: PlanTemplate;
    readonly strategyRef: string;
    readonly backgroundRisks: readonly string[];
  }
> {
  readonly type = 'DraftSalesPlan';
}

/** Targets, each by a growth on its baseline or by itself. */
export class SetTargets extends CommandTo<'planId', { readonly targets: readonly Target[] }> {
  readonly type = 'SetTargets';
}

export class RecordMarketAnalysis extends CommandTo<
  'planId',
  MarketAnalysis & {
    /** The competitors as the handler has read them. */
    readonly parties?: readonly PartyThen[];
  }
> {
  readonly type = 'RecordMarketAnalysis';
}

export class SetStrategies extends CommandTo<'planId', { readonly strategies: readonly Strategy[] }> {
  readonly type = 'SetStrategies';
}

export class SetActionsAndBudget extends CommandTo<'planId', ActionsAndBudget> {
  readonly type = 'SetActionsAndBudget';
}

export class SubmitSalesPlan extends CommandTo<'planId'> {
  readonly type = 'SubmitSalesPlan';
}

export class ApproveSalesPlan extends CommandTo<'planId'> {
  readonly type = 'ApproveSalesPlan';
}

export class RejectSalesPlan extends CommandTo<'planId', { readonly reason: string }> {
  readonly type = 'RejectSalesPlan';
}

export class StartSalesPlan extends CommandTo<'planId'> {
  readonly type = 'StartSalesPlan';
}

export class CancelSalesPlan extends CommandTo<'planId', { readonly reason: string }> {
  readonly type = 'CancelSalesPlan';
}

/** What a part is adjusted to; the fields of the part, and no others. */
export interface AdjustedContent {
  readonly targets?: readonly Target[];
  readonly strategies?: readonly Strategy[];
  readonly plannedWork?: ActionsAndBudget;
}

export class AdjustSalesPlan extends CommandTo<
  'planId',
  { readonly part: PlanPart; readonly content: AdjustedContent; readonly reason: string }
> {
  readonly type = 'AdjustSalesPlan';
}

/** What was achieved of a metric, as the handler has read it. */
export interface Achieved {
  readonly metric: Metric;
  readonly achieved: number;
}

export class ReviewSalesPlan extends CommandTo<
  'planId',
  {
    readonly asOn: string;
    readonly findings: string;
    readonly actions: readonly string[];
    readonly achieved?: readonly Achieved[];
  }
> {
  readonly type = 'ReviewSalesPlan';
}

export class EvaluateSalesPlan extends CommandTo<
  'planId',
  {
    readonly salesAnalysis: string;
    readonly performance: string;
    readonly customerFeedback: string;
    readonly actions: readonly string[];
    readonly achieved?: readonly Achieved[];
  }
> {
  readonly type = 'EvaluateSalesPlan';
}

export type PreparingCommand = DraftSalesPlan | SetTargets | RecordMarketAnalysis | SetStrategies | SetActionsAndBudget;
export type DecidingCommand = SubmitSalesPlan | ApproveSalesPlan | RejectSalesPlan | StartSalesPlan | CancelSalesPlan;
export type ExecutingCommand = AdjustSalesPlan | ReviewSalesPlan | EvaluateSalesPlan;
export type SalesPlanCommand = PreparingCommand | DecidingCommand | ExecutingCommand;
