import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Proposal } from './performance-review.values.js';

export type PerformanceReviewRecorded = DomainEvent<
  'PerformanceReviewRecorded',
  {
    readonly reviewId: string;
    readonly state: 'RECORDED';
    readonly staffId: string;
    readonly period: string;
    readonly indicators: readonly {
      readonly name: string;
      readonly target: string;
      readonly achieved: string;
      readonly weightBps: number;
    }[];
    readonly scorePercent: number;
    readonly proposal: Proposal;
    readonly text: string;
    readonly amountFen?: number;
    readonly by: string;
    /** Whom that person stood in for. */
    readonly onBehalfOf?: string;
    readonly recordedOn: string;
  }
>;
export type PerformanceReviewConfirmed = DomainEvent<
  'PerformanceReviewConfirmed',
  {
    readonly reviewId: string;
    readonly state: 'CONFIRMED';
    readonly staffId: string;
    readonly period: string;
    readonly by: string;
    readonly confirmedOn: string;
  }
>;
export type PerformanceReviewRejected = DomainEvent<
  'PerformanceReviewRejected',
  {
    readonly reviewId: string;
    readonly state: 'REJECTED';
    readonly staffId: string;
    readonly period: string;
    readonly reason: string;
    readonly by: string;
    readonly rejectedOn: string;
  }
>;

export type PerformanceReviewEvent = PerformanceReviewRecorded | PerformanceReviewConfirmed | PerformanceReviewRejected;
