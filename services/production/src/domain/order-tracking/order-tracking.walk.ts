import { Walk } from '@engsales/event-sourcing/testing';
import { orderTracking } from './order-tracking.js';
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
  ResolveException,
  ResumeTracking,
  type OrderTrackingCommand,
} from './order-tracking.commands.js';
import type { OrderTrackingEvent } from './order-tracking.events.js';
import { anOpening, aShortage, ORDER_1, ORDER_2, PLANNED, TEN, TRACKING_ID } from './order-tracking.fixtures.js';
import type { ExistingTracking, OrderTracking } from './order-tracking.state.js';

/** A tracking that is led through commands. */
export class TrackingWalk extends Walk<OrderTracking, OrderTrackingCommand, OrderTrackingEvent, 'trackingId'> {
  constructor() {
    super(orderTracking, { trackingId: TRACKING_ID }, { id: 'zhou-min', role: 'PMC' });
  }

  get now(): ExistingTracking {
    if (this.state.state === 'NONE') throw new Error('there is no tracking');
    return this.state;
  }

  /** An exception of its order; its id is the walk's last one then. */
  raise(changes: Partial<typeof aShortage> = {}): this {
    return this.at(TEN).do(RaiseException, { ...aShortage, ...changes }, 'ma-jun');
  }

  ask(at = '2025-03-10T09:00:00.000Z'): this {
    return this.at(at).do(AskProgress, { question: '何时发货' }, 'li-na');
  }
}

export const openedWalk = (): TrackingWalk => new TrackingWalk().do(OpenTracking, anOpening);
export const sharedWalk = (): TrackingWalk =>
  openedWalk().do(OpenTracking, { ...anOpening, productionOrderId: ORDER_2 });
export const closedWalk = (): TrackingWalk => openedWalk().do(EndTracking, { productionOrderId: ORDER_1 });

function wholeLife(): TrackingWalk {
  const walk = sharedWalk().do(HandTrackingOver, { merchandiserId: 'qian-fang' }).raise({ productionOrderId: ORDER_1 });
  const exceptionId = walk.lastId;
  walk.at('2025-03-10T04:00:00.000Z').do(MarkFeedbackOverdue, { exceptionId });
  walk.do(FeedBackToSales, { exceptionId, message: '缺铜管' });
  walk.do(InformCustomer, { exceptionId, channel: 'PHONE', on: '2025-03-10' }, 'li-na');
  walk.do(ResolveException, { exceptionId, actualDelayDays: 6, order: PLANNED }, 'zhao-qiang');
  walk.do(AskProgress, { question: '分批吗', productionOrderId: ORDER_2 }, 'li-na').ask();
  const inquiryId = walk.lastId;
  walk.at('2025-03-11T03:30:00.000Z').do(MarkInquiryOverdue, { inquiryId });
  walk.do(AnswerInquiry, { inquiryId, answer: '周五' });
  return walk.do(EndTracking, { productionOrderId: ORDER_1 }).do(EndTracking, { productionOrderId: ORDER_2 });
}

/** Lives of trackings that together record every type of event; their streams are frozen in `history/`. */
export const trackingLives: Readonly<Record<string, () => TrackingWalk>> = {
  'whole-life': wholeLife,
  'shared-and-ended': wholeLife,
  resumed: () => closedWalk().do(ResumeTracking, { productionOrderId: ORDER_1 }),
  'resumed-alone-named': () => closedWalk().do(ResumeTracking, { productionOrderId: ORDER_1 }),
  'before-a-plan': () => openedWalk().raise({ stepId: undefined, order: { expectedOn: '2025-09-01', steps: [] } }),
};
