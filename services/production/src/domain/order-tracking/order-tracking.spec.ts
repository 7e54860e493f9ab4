import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  AnswerInquiry,
  AskProgress,
  EndTracking,
  FeedBackToSales,
  HandTrackingOver,
  InformCustomer,
  MarkFeedbackOverdue,
  MarkInquiryOverdue,
  OpenTracking,
  RaiseException,
  ResumeTracking,
  ResolveException,
} from './order-tracking.commands.js';
import {
  anOpening,
  aShortage,
  CONTRACT_ID,
  ORDER_1,
  ORDER_2,
  PROJECT_ID,
  TRACKING,
  TRACKING_ID,
} from './order-tracking.fixtures.js';
import { orderTracking } from './order-tracking.js';
import { closedWalk, openedWalk, sharedWalk, TrackingWalk } from './order-tracking.walk.js';

describe('an order tracking', () => {
  it('is opened with the merchandiser of the order (P-04)', () =>
    openedWalk().recorded({
      type: 'OrderTrackingOpened',
      data: {
        trackingId: TRACKING_ID,
        projectId: PROJECT_ID,
        contractId: CONTRACT_ID,
        state: 'OPEN',
        merchandiserId: 'zhou-min',
        productionOrderIds: [ORDER_1],
        openedOn: '2025-03-10',
      },
    }));
  it('is not opened twice for the same order (P-04)', () => openedWalk().do(OpenTracking, anOpening).recorded());
  it('is shared by a second order with the same key (P-71)', () =>
    sharedWalk().recorded({
      type: 'OrderTrackingExtended',
      data: { ...TRACKING, productionOrderIds: [ORDER_2] },
    }));
  it('goes with a new merchandiser; the same one again changes nothing (P-08)', () => {
    const walk = openedWalk().do(HandTrackingOver, { merchandiserId: 'qian-fang' });
    walk.recorded({
      type: 'TrackingHandedOver',
      data: { ...TRACKING, merchandiserId: 'qian-fang', from: 'zhou-min' },
    });
    walk.do(HandTrackingOver, { merchandiserId: 'qian-fang' }).recorded();
  });
  it('lives until the last of its orders has ended (P-71)', () => {
    const walk = sharedWalk().do(EndTracking, { productionOrderId: ORDER_1 });
    walk.recorded({
      type: 'TrackedOrderEnded',
      data: { ...TRACKING, productionOrderId: ORDER_1 },
    });
    walk.do(EndTracking, { productionOrderId: ORDER_1 }).recorded();
    walk.on('2025-09-01').do(EndTracking, { productionOrderId: ORDER_2 });
    walk.recorded(walk.last[0]!, {
      type: 'OrderTrackingClosed',
      data: { ...TRACKING, state: 'CLOSED', closedOn: '2025-09-01' },
    });
    walk.do(EndTracking, { productionOrderId: ORDER_2 }).recorded();
  });
  it('is open again with an order that is open again (P-106)', () => {
    const walk = sharedWalk().do(EndTracking, { productionOrderId: ORDER_1 });
    walk
      .do(EndTracking, { productionOrderId: ORDER_2 })
      .do(ResumeTracking, { productionOrderId: ORDER_1 })
      .recorded({
        type: 'TrackedOrderResumed',
        data: { ...TRACKING, productionOrderId: ORDER_1 },
      });
    expect(walk.now).toMatchObject({ productionOrderIds: [ORDER_1, ORDER_2], ended: [ORDER_2] });
    walk.do(ResumeTracking, { productionOrderId: ORDER_1 }).recorded();
    expect(walk.do(EndTracking, { productionOrderId: ORDER_1 }).types).toEqual([
      'TrackedOrderEnded',
      'OrderTrackingClosed',
    ]);
  });
  it('that is closed is told so (P-79)', () =>
    expect(closedWalk().refused(AskProgress, { question: 'x' })).toEqual({
      code: 'TRACKING_ENDED',
      command: 'AskProgress',
      state: 'CLOSED',
      possibleIn: ['OPEN'],
    }));
});

describe('in which state (P-79)', () => {
  const possible = judgeTransitions({
    aggregate: orderTracking,
    ids: { trackingId: TRACKING_ID },
    states: { NONE: () => new TrackingWalk(), OPEN: openedWalk, CLOSED: closedWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'TRACKING_ENDED'),
  });
  possible(OpenTracking, anOpening, ['NONE', 'OPEN', 'CLOSED']);
  possible(EndTracking, { productionOrderId: ORDER_1 }, ['OPEN', 'CLOSED']);
  possible(ResumeTracking, { productionOrderId: ORDER_1 }, ['OPEN', 'CLOSED']);
  possible(HandTrackingOver, { merchandiserId: 'm' }, ['OPEN']);
  possible(RaiseException, aShortage, ['OPEN']);
  possible(FeedBackToSales, { exceptionId: 'e', message: 'x' }, ['OPEN']);
  possible(InformCustomer, { exceptionId: 'e', channel: 'PHONE', on: '2025-03-10' }, ['OPEN']);
  possible(ResolveException, { exceptionId: 'e', actualDelayDays: 1 }, ['OPEN']);
  possible(MarkFeedbackOverdue, { exceptionId: 'e' }, ['OPEN']);
  possible(AskProgress, { question: 'x' }, ['OPEN']);
  possible(AnswerInquiry, { inquiryId: 'i', answer: 'x' }, ['OPEN']);
  possible(MarkInquiryOverdue, { inquiryId: 'i' }, ['OPEN']);
  possible.every(orderTracking.transitions);
});

it('every event of a tracking is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(orderTracking.stored).filter((type) => !written.has(type))).toEqual([]);
});
