import {
  aggregate,
  type FoldOf,
  type RulesOf,
  authorshipOf,
  authorsOf,
  refuseSelfApproval,
} from '@engsales/event-sourcing/domain';
import {
  ConfirmPerformanceReview,
  RecordPerformanceReview,
  RejectPerformanceReview,
  type PerformanceReviewCommand,
  type ReviewWords,
} from './performance-review.commands.js';
import type { PerformanceReviewEvent, PerformanceReviewRecorded } from './performance-review.events.js';
import type { ReviewState } from './performance-review.values.js';

interface NoReview {
  readonly state: 'NONE';
}

export interface RecordedReview extends ReviewWords {
  readonly state: ReviewState;
  readonly reviewId: string;
  readonly recordedBy: string;
  /** Whom that person stood in for. */
  readonly recordedOnBehalfOf?: string;
  readonly recordedOn: string;
}

export type PerformanceReview = NoReview | RecordedReview;

const rules = {
  RecordPerformanceReview: {
    command: RecordPerformanceReview,
    in: ['NONE', 'REJECTED'],
    otherwise: () => 'DUPLICATE_PERFORMANCE_REVIEW',
    decide: recordPerformanceReview,
  },
  ConfirmPerformanceReview: { command: ConfirmPerformanceReview, in: ['RECORDED'], decide: confirmPerformanceReview },
  RejectPerformanceReview: { command: RejectPerformanceReview, in: ['RECORDED'], decide: rejectPerformanceReview },
} satisfies RulesOf<RecordPerformanceReview, PerformanceReview, PerformanceReviewEvent> &
  RulesOf<ConfirmPerformanceReview | RejectPerformanceReview, RecordedReview, PerformanceReviewEvent>;

const fold = {
  PerformanceReviewRecorded: (_before, data) => ({
    state: data.state,
    reviewId: data.reviewId,
    staffId: data.staffId,
    period: data.period,
    indicators: data.indicators,
    scorePercent: data.scorePercent,
    proposal: data.proposal,
    text: data.text,
    amountFen: data.amountFen,
    recordedBy: data.by,
    recordedOnBehalfOf: data.onBehalfOf,
    recordedOn: data.recordedOn,
  }),
  PerformanceReviewConfirmed: (review, { state }) => ({ ...review, state }),
  PerformanceReviewRejected: (review, { state }) => ({ ...review, state }),
} satisfies FoldOf<PerformanceReviewRecorded, PerformanceReview, RecordedReview> &
  FoldOf<Exclude<PerformanceReviewEvent, PerformanceReviewRecorded>, RecordedReview>;

/** What one of the staff has achieved in a period (绩效考核), as a manager records it and a leader confirms it. */
export const performanceReview = aggregate<PerformanceReview, PerformanceReviewCommand, PerformanceReviewEvent>({
  category: 'performanceReview',
  id: 'reviewId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

function recordPerformanceReview({ data, issued }: RecordPerformanceReview): PerformanceReviewEvent[] {
  return [
    {
      type: 'PerformanceReviewRecorded',
      data: {
        reviewId: data.reviewId,
        state: 'RECORDED',
        staffId: data.staffId,
        period: data.period,
        indicators: data.indicators.map(({ name, target, achieved, weightBps }) => ({
          name,
          target,
          achieved,
          weightBps,
        })),
        scorePercent: data.scorePercent,
        proposal: data.proposal,
        text: data.text,
        amountFen: data.amountFen,
        ...authorshipOf(issued.by),
        recordedOn: issued.today,
      },
    },
  ];
}

/** Neither whoever recorded it nor whom it is about. @throws Rejected SELF_APPROVAL */
function confirmPerformanceReview(
  { issued }: ConfirmPerformanceReview,
  { reviewId, staffId, period, recordedBy, recordedOnBehalfOf }: RecordedReview,
): PerformanceReviewEvent[] {
  const recorders = authorsOf({ by: recordedBy, onBehalfOf: recordedOnBehalfOf });
  refuseSelfApproval(issued.by, [...recorders, staffId]);
  return [
    {
      type: 'PerformanceReviewConfirmed',
      data: { reviewId, state: 'CONFIRMED', staffId, period, by: issued.by.id, confirmedOn: issued.today },
    },
  ];
}

function rejectPerformanceReview(
  { data: { reason }, issued }: RejectPerformanceReview,
  { reviewId, staffId, period }: RecordedReview,
): PerformanceReviewEvent[] {
  return [
    {
      type: 'PerformanceReviewRejected',
      data: { reviewId, state: 'REJECTED', staffId, period, reason, by: issued.by.id, rejectedOn: issued.today },
    },
  ];
}
