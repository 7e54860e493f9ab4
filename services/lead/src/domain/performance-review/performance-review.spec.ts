import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  ConfirmPerformanceReview,
  RecordPerformanceReview,
  RejectPerformanceReview,
} from './performance-review.commands.js';
import { performanceReview } from './performance-review.js';
import { PERIOD_PATTERN } from './performance-review.values.js';
import {
  A_REVIEW,
  confirmedWalk,
  LEADER,
  recordedWalk,
  rejectedWalk,
  REVIEW_ID,
  ReviewWalk,
} from './performance-review.walk.js';

const of = { reviewId: REVIEW_ID, staffId: 'li-na', period: '2025-Q1' };

describe('a performance review', () => {
  it('is of one of the staff in one period (L-231)', () => {
    const walk = recordedWalk();
    walk.recorded({
      type: 'PerformanceReviewRecorded',
      data: {
        reviewId: REVIEW_ID,
        state: 'RECORDED',
        staffId: 'li-na',
        period: '2025-Q1',
        indicators: [{ name: '签约额（万元）', target: '60000', achieved: '70000', weightBps: 7_000 }],
        scorePercent: 112,
        proposal: 'REWARD',
        text: '超额完成',
        amountFen: 2_000_000,
        by: 'wang-fang',
        recordedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({
      ...A_REVIEW,
      state: 'RECORDED',
      reviewId: REVIEW_ID,
      recordedBy: 'wang-fang',
      recordedOn: '2025-03-10',
    });
    expect(walk.refused(RecordPerformanceReview, A_REVIEW)).toMatchObject({
      code: 'DUPLICATE_PERFORMANCE_REVIEW',
      reviewId: REVIEW_ID,
    });
  });
  it.each([
    ['2025', true],
    ['2025-Q4', true],
    ['2025-12', true],
    ['2025-Q5', false],
    ['2025-13', false],
    ['25-01', false],
    ['2025-1', false],
  ])('has %s as its period: %s (L-231)', (period, isOne) => expect(PERIOD_PATTERN.test(period)).toBe(isOne));

  it('is confirmed by a leader who neither recorded it nor is its subject (L-232)', () => {
    confirmedWalk().recorded({
      type: 'PerformanceReviewConfirmed',
      data: { ...of, state: 'CONFIRMED', by: 'zhang-wei', confirmedOn: '2025-03-10' },
    });
    for (const id of ['wang-fang', 'li-na']) {
      const refusal = recordedWalk().refused(ConfirmPerformanceReview, {}, { ...LEADER, id });
      expect(refusal).toEqual({ code: 'SELF_APPROVAL', by: id });
      const standIn = recordedWalk().refused(ConfirmPerformanceReview, {}, { ...LEADER, onBehalfOf: id });
      expect(standIn).toEqual({ code: 'SELF_APPROVAL', by: id });
    }
  });
  it('nor stood for by the recorder (L-232)', () => {
    const recorder = { id: 'he-jing', role: 'SALES_MANAGER', onBehalfOf: 'zhang-wei' };
    const walk = new ReviewWalk().do(RecordPerformanceReview, A_REVIEW, recorder);
    expect(walk.last[0]?.data).toMatchObject({ by: 'he-jing', onBehalfOf: 'zhang-wei' });
    expect(walk.refused(ConfirmPerformanceReview, {}, LEADER)).toEqual({ code: 'SELF_APPROVAL', by: 'zhang-wei' });
  });
  it('or rejected with a reason, and then recorded anew (L-232)', () => {
    const walk = rejectedWalk();
    walk.recorded({
      type: 'PerformanceReviewRejected',
      data: { ...of, state: 'REJECTED', reason: '指标有误', by: 'zhang-wei', rejectedOn: '2025-03-10' },
    });
    walk.do(RecordPerformanceReview, { ...A_REVIEW, scorePercent: 98, proposal: 'NONE', amountFen: undefined });
    expect(walk.state).toMatchObject({ state: 'RECORDED', scorePercent: 98, amountFen: undefined });
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: performanceReview,
    ids: { reviewId: REVIEW_ID },
    states: { NONE: () => new ReviewWalk(), RECORDED: recordedWalk, CONFIRMED: confirmedWalk, REJECTED: rejectedWalk },
    codeIn(state, type) {
      if (type === 'RecordPerformanceReview') return 'DUPLICATE_PERFORMANCE_REVIEW';
      return state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION';
    },
  });
  possible(RecordPerformanceReview, A_REVIEW, ['NONE', 'REJECTED']);
  possible(ConfirmPerformanceReview, {}, ['RECORDED']);
  possible(RejectPerformanceReview, { reason: '指标有误' }, ['RECORDED']);
  possible.every(performanceReview.transitions);
});

it('every event of a performance review is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(performanceReview.stored).filter((type) => !written.has(type))).toEqual([]);
});
