import { insertOnce, eachOf, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import { businessDateOf } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type {
  ExceptionEvent,
  InquiryEvent,
  OrderTrackingEvent,
} from '../../domain/order-tracking/order-tracking.events.js';

const each = eachOf<OrderTrackingEvent>();

/** What went wrong with the orders, and what has sales asked? A row per tracking, per exception and per inquiry. */
export const orderTrackings = projection<OrderTrackingEvent>({
  name: 'order-trackings',
  tables: ['order_tracking', 'production_exception', 'sales_inquiry'],
  on: {
    OrderTrackingOpened: ({ data: { trackingId, state }, revision }, rows) =>
      insertOnce(rows, 'order_tracking', 'tracking_id', { tracking_id: trackingId, revision, state }),
    ...each(['OrderTrackingClosed', 'TrackedOrderResumed'], ({ data: { trackingId, state }, revision }, rows) =>
      updateNewer(rows, 'order_tracking', ['tracking_id', trackingId], revision, { state }),
    ),
    ...each(
      [
        'ProductionExceptionRaised',
        'ExceptionFedBackToSales',
        'CustomerInformed',
        'ProductionExceptionResolved',
        'FeedbackOverdue',
      ],
      putException,
    ),
    ...each(['InquiryAsked', 'InquiryAnswered', 'InquiryOverdue'], putInquiry),
  },
});

/** Days: actual where resolved, else estimated. */
function putException({ data: { exception }, revision }: Recorded<ExceptionEvent>, rows: EntityManager): Promise<void> {
  return upsertNewer(rows, 'production_exception', 'exception_id', {
    exception_id: exception.exceptionId,
    revision,
    production_order_id: exception.productionOrderId,
    type: exception.type,
    state: exception.state,
    raised_on: businessDateOf(exception.raisedAt),
    delay_days: exception.actualDelayDays ?? exception.estimatedDelayDays,
  });
}

function putInquiry({ data, revision }: Recorded<InquiryEvent>, rows: EntityManager): Promise<void> {
  return upsertNewer(rows, 'sales_inquiry', 'inquiry_id', {
    inquiry_id: data.inquiry.inquiryId,
    revision,
    tracking_id: data.trackingId,
    state: data.inquiry.state,
  });
}
