import { AnswerInquiry, AskProgress, MarkInquiryOverdue } from './order-tracking.commands.js';
import { IDS, INQUIRY, ORDER_1, ORDER_2 } from './order-tracking.fixtures.js';
import { openedWalk, sharedWalk } from './order-tracking.walk.js';

describe('an inquiry of sales', () => {
  it('is answered within four working hours, unless the company says otherwise (P-78)', () => {
    const walk = openedWalk().ask();
    walk.recorded({
      type: 'InquiryAsked',
      data: {
        ...IDS,
        inquiry: {
          inquiryId: walk.lastId,
          question: '何时发货',
          state: 'ASKED',
          askedBy: 'li-na',
          askedAt: '2025-03-10T09:00:00.000Z',
          responseDueAt: '2025-03-11T03:30:00Z',
        },
      },
    });
    expect(openedWalk().settling({ answerWorkingHours: 0.5 }).ask().last[0]?.data).toMatchObject({
      inquiry: { responseDueAt: '2025-03-10T09:30:00Z' },
    });
  });
  it('warns where the calendar knows only weekends (P-78)', () => {
    const walk = openedWalk().at('2028-01-03T01:00:00.000Z').do(AskProgress, { question: 'x' });
    expect(walk.last[0]?.data).toMatchObject({
      warnings: [{ code: 'CALENDAR_KNOWS_WEEKENDS_ONLY', knownUntil: '2027-12-31' }],
    });
  });
  it('may name one order of several (P-75)', () => {
    const walk = sharedWalk();
    expect(walk.refused(AskProgress, { question: 'x', productionOrderId: 'o-9' })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/productionOrderId',
      productionOrderIds: [ORDER_1, ORDER_2],
    });
    walk.do(AskProgress, { question: 'x', productionOrderId: ORDER_2 });
    expect(walk.last[0]?.data).toMatchObject({ inquiry: { productionOrderId: ORDER_2 } });
  });
  it('is answered once, in time or late (P-78)', () => {
    const walk = openedWalk().ask();
    const inquiryId = walk.lastId;
    walk.at('2025-03-11T03:29:59.000Z').do(AnswerInquiry, { inquiryId, answer: '周五' });
    walk.recorded({
      type: 'InquiryAnswered',
      data: {
        ...IDS,
        inquiry: {
          inquiryId,
          ...INQUIRY,
          state: 'ANSWERED',
          answer: '周五',
          answeredAt: '2025-03-11T03:29:59.000Z',
        },
        late: false,
        answeredBy: 'zhou-min',
      },
    });
    expect(walk.refused(AnswerInquiry, { inquiryId, answer: 'x' })).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'AnswerInquiry',
      inquiryId,
      inquiryState: 'ANSWERED',
    });
    walk.at('2025-03-12T00:00:00.000Z').do(MarkInquiryOverdue, { inquiryId }).recorded();
  });
  it('that nobody answers is told to be overdue, once; a late answer counts (P-78)', () => {
    const walk = openedWalk().ask();
    const inquiryId = walk.lastId;
    walk.at('2025-03-11T03:29:59.000Z').do(MarkInquiryOverdue, { inquiryId }).recorded();
    walk.at('2025-03-11T03:30:00.000Z').do(MarkInquiryOverdue, { inquiryId });
    walk.recorded({
      type: 'InquiryOverdue',
      data: { ...IDS, inquiry: { inquiryId, ...INQUIRY, state: 'OVERDUE' } },
    });
    walk.do(MarkInquiryOverdue, { inquiryId }).recorded();
    walk.at('2025-03-11T06:00:00.000Z').do(AnswerInquiry, { inquiryId, answer: '周五' });
    expect(walk.last[0]?.data).toMatchObject({ late: true, inquiry: { state: 'ANSWERED' } });
  });
  it('that the tracking does not have is not found', () => {
    expect(openedWalk().refused(AnswerInquiry, { inquiryId: 'i', answer: 'x' })).toEqual({
      code: 'NOT_FOUND',
      inquiryId: 'i',
    });
    openedWalk().do(MarkInquiryOverdue, { inquiryId: 'i' }).recorded();
  });
});
