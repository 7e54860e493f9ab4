import { given, issued, refusalOf } from '@engsales/event-sourcing/testing';
import * as commands from './order-tracking.commands.js';
import { OpenTracking, type OrderTrackingCommand } from './order-tracking.commands.js';
import type { OrderTrackingEvent } from './order-tracking.events.js';
import { orderTracking, type ExistingTracking, type OrderTracking } from './order-tracking.js';

const open = (productionOrderId: string) =>
  new OpenTracking(
    { trackingId: 't', projectId: 'p', contractId: 'c', productionOrderId, merchandiserId: 'zhou-min' },
    issued(),
  );
const data = {
  trackingId: 't',
  projectId: 'p',
  contractId: 'c',
  state: 'OPEN',
  merchandiserId: 'zhou-min',
  productionOrderIds: ['o1'],
} as const;
const opened: OrderTrackingEvent = { type: 'OrderTrackingOpened', data: { ...data, openedOn: '2025-03-10' } };

describe('an order tracking', () => {
  it('is opened with the merchandiser', () => given(orderTracking).when(open('o1')).then(opened));
  it('is not opened twice for the same order', () => given(orderTracking, opened).when(open('o1')).thenNothing());
  it('is shared by a second order of the same tracking key', () =>
    given(orderTracking, opened)
      .when(open('o2'))
      .then({ type: 'OrderTrackingExtended', data: { ...data, productionOrderIds: ['o1', 'o2'] } }));
});

describe('what happens to orders that are followed', () => {
  let state: OrderTracking;
  const at = (instant: string, id = 'zhou-min') =>
    issued({ commandId: `c-${(n += 1)}`, by: { id, role: 'X' }, at: instant, today: instant.slice(0, 10) });
  let n = 0;
  const go = (command: OrderTrackingCommand) => {
    const events = orderTracking.decide(command, state);
    state = events.reduce((s, event) => orderTracking.evolve(s, event), state);
    return events;
  };
  const codeOf = (command: OrderTrackingCommand) => refusalOf(() => go(command)).code;
  const of = { trackingId: 't' };
  const now = () => state as ExistingTracking;
  const TEN = '2025-03-10T02:00:00.000Z';
  const raise = (type: commands.ExceptionType, estimatedDelayDays: number, more: object = {}) =>
    go(new commands.RaiseException({ ...of, type, estimatedDelayDays, stopsWork: false, ...more }, at(TEN)))[0]!;
  beforeEach(() => {
    state = { state: 'NONE' };
    go(open('o1'));
  });

  it('an exception is fed back, told to the customer and resolved; its days count until then (S15)', () => {
    raise('POWER_OUTAGE', 0);
    const raised = raise('MATERIAL_SHORTAGE', 4, { order: { expectedOn: '2025-08-10', stepSeq: 2 } });
    expect(raised.data).toMatchObject({
      delayDays: 4,
      forecastDate: '2025-08-14',
      exception: { state: 'OPEN', stepSeq: 2, feedbackDueAt: '2025-03-10T04:00:00.000Z' },
    });
    const { exceptionId } = now().exceptions!.at(-1)!;
    expect(go(new commands.MarkFeedbackOverdue({ ...of, exceptionId }, at('2025-03-10T03:59:59.999Z')))).toEqual([]);
    expect(go(new commands.MarkFeedbackOverdue({ ...of, exceptionId }, at('2025-03-10T04:00:00.000Z')))).toHaveLength(
      1,
    );
    expect(go(new commands.MarkFeedbackOverdue({ ...of, exceptionId }, at('2025-03-10T05:00:00.000Z')))).toEqual([]);
    const feedBack = () =>
      new commands.FeedBackToSales({ ...of, exceptionId, message: '缺铜管' }, at('2025-03-10T05:00:00.000Z'));
    expect(go(feedBack())[0]?.data).toMatchObject({ late: true, exception: { state: 'FED_BACK' } });
    expect(codeOf(feedBack())).toBe('INVALID_TRANSITION');
    const inform = (on: string) => new commands.InformCustomer({ ...of, exceptionId, channel: 'PHONE', on }, at(TEN));
    expect([codeOf(inform('2025-03-11')), codeOf(inform('2025-03-10'))]).toEqual(['DATE_IN_FUTURE', 'accepted']);
    const resolve = () => new commands.ResolveException({ ...of, exceptionId, actualDelayDays: 6 }, at(TEN));
    expect(go(resolve())[0]?.data).toMatchObject({ delayDays: 6, exception: { state: 'RESOLVED' } });
    expect(codeOf(resolve())).toBe('INVALID_TRANSITION');
  });
  it('an inquiry is answered in four working hours, or is overdue (S26)', () => {
    go(new commands.AskProgress({ ...of, question: '何时发货' }, at('2025-03-10T09:00:00Z', 'li-na')));
    const { inquiryId, responseDueAt } = now().inquiries![0]!;
    expect(responseDueAt).toBe('2025-03-11T03:30:00Z');
    expect(go(new commands.MarkInquiryOverdue({ ...of, inquiryId }, at('2025-03-11T03:29:59Z')))).toEqual([]);
    expect(go(new commands.MarkInquiryOverdue({ ...of, inquiryId }, at('2025-03-11T03:30:00Z')))).toHaveLength(1);
    expect(now().inquiries![0]!.state).toBe('OVERDUE');
    const answer = () => new commands.AnswerInquiry({ ...of, inquiryId, answer: '周五' }, at('2025-03-11T06:00:00Z'));
    expect(go(answer())[0]?.data).toMatchObject({ late: true, inquiry: { state: 'ANSWERED' } });
    expect(codeOf(answer())).toBe('INVALID_TRANSITION');
  });
  it('what is not there is not found, and an order must be named where there are two', () => {
    const lost = { ...of, exceptionId: 'e', message: 'x' };
    expect(codeOf(new commands.FeedBackToSales(lost, at(TEN)))).toBe('NOT_FOUND');
    expect(codeOf(new commands.AnswerInquiry({ ...of, inquiryId: 'i', answer: 'x' }, at(TEN)))).toBe('NOT_FOUND');
    go(open('o2'));
    expect(
      codeOf(new commands.RaiseException({ ...of, type: 'OTHER', estimatedDelayDays: 1, stopsWork: false }, at(TEN))),
    ).toBe('VALIDATION_FAILED');
    expect(raise('OTHER', 1, { productionOrderId: 'o2' }).data).toMatchObject({
      exception: { productionOrderId: 'o2' },
    });
  });
  it('it is closed with the last order, and goes with a new merchandiser', () => {
    go(open('o2'));
    expect(go(new commands.HandTrackingOver({ ...of, merchandiserId: 'qian-fang' }, at(TEN)))).toHaveLength(1);
    go(new commands.EndTracking({ ...of, productionOrderId: 'o1' }, at(TEN)));
    expect([now().state, now().merchandiserId]).toEqual(['OPEN', 'qian-fang']);
    go(new commands.EndTracking({ ...of, productionOrderId: 'o2' }, at(TEN)));
    expect(now().state).toBe('CLOSED');
    expect(go(new commands.EndTracking({ ...of, productionOrderId: 'o2' }, at(TEN)))).toEqual([]);
    expect(codeOf(new commands.AskProgress({ ...of, question: 'x' }, at(TEN)))).toBe('INVALID_TRANSITION');
  });
});
