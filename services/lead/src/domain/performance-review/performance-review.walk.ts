import { Walk } from '@engsales/event-sourcing/testing';
import { performanceReviewId } from '../ids.js';
import {
  ConfirmPerformanceReview,
  RecordPerformanceReview,
  RejectPerformanceReview,
  type PerformanceReviewCommand,
  type ReviewWords,
} from './performance-review.commands.js';
import type { PerformanceReviewEvent } from './performance-review.events.js';
import { performanceReview, type PerformanceReview } from './performance-review.js';

export const REVIEW_ID = performanceReviewId('li-na', '2025-Q1');
export const LEADER = { id: 'zhang-wei', role: 'COMPANY_LEADER' };

export const A_REVIEW: ReviewWords = {
  staffId: 'li-na',
  period: '2025-Q1',
  indicators: [{ name: '签约额（万元）', target: '60000', achieved: '70000', weightBps: 7_000 }],
  scorePercent: 112,
  proposal: 'REWARD',
  text: '超额完成',
  amountFen: 2_000_000,
};

/** A performance review that is led through commands. */
export class ReviewWalk extends Walk<PerformanceReview, PerformanceReviewCommand, PerformanceReviewEvent, 'reviewId'> {
  constructor() {
    super(performanceReview, { reviewId: REVIEW_ID }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }
}

export const recordedWalk = (): ReviewWalk => new ReviewWalk().do(RecordPerformanceReview, A_REVIEW);
export const confirmedWalk = (): ReviewWalk => recordedWalk().do(ConfirmPerformanceReview, {}, LEADER);
export const rejectedWalk = (): ReviewWalk =>
  recordedWalk().do(RejectPerformanceReview, { reason: '指标有误' }, LEADER);

/** Lives of reviews that together record every type of event; their streams are frozen in `history/`. */
export const reviewLives: Readonly<Record<string, () => ReviewWalk>> = {
  'recorded-anew': () => rejectedWalk().do(RecordPerformanceReview, A_REVIEW).do(ConfirmPerformanceReview, {}, LEADER),
};
