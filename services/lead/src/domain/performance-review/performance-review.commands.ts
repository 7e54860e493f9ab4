import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Proposal } from './performance-review.values.js';

/** Target and achieved are decimal texts in a unit that the name tells. */
export interface Indicator {
  readonly name: string;
  readonly target: string;
  readonly achieved: string;
  readonly weightBps: number;
}

export interface ReviewWords {
  readonly staffId: string;
  /** YYYY, YYYY-Qn or YYYY-MM. */
  readonly period: string;
  readonly indicators: readonly Indicator[];
  readonly scorePercent: number;
  readonly proposal: Proposal;
  readonly text: string;
  readonly amountFen?: number;
}

/** What somebody has achieved in a period (绩效考核); anew after it was rejected. */
export class RecordPerformanceReview extends CommandTo<'reviewId', ReviewWords> {
  readonly type = 'RecordPerformanceReview';
}

export class ConfirmPerformanceReview extends CommandTo<'reviewId'> {
  readonly type = 'ConfirmPerformanceReview';
}

export class RejectPerformanceReview extends CommandTo<'reviewId', { readonly reason: string }> {
  readonly type = 'RejectPerformanceReview';
}

export type PerformanceReviewCommand = RecordPerformanceReview | ConfirmPerformanceReview | RejectPerformanceReview;
