import {
  insertOnce,
  eachOf,
  projection,
  updateNewer,
  upsertNewer,
  type Columns,
  type Recorded,
} from '@engsales/read-models';
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
      ['ProductionExceptionRaised', 'CustomerInformed', 'ProductionExceptionResolved', 'FeedbackOverdue'],
      (event, rows) => putException(event, rows),
    ),
    ExceptionFedBackToSales: (event, rows) => putException(event, rows, { message: event.data.message }),
    ...each(['InquiryAsked', 'InquiryOverdue'], (event, rows) => putInquiry(event, rows)),
    InquiryAnswered: (event, rows) =>
      putInquiry(event, rows, { answered_by: event.data.answeredBy, answered_late: event.data.late }),
  },
});

/** Days: actual where resolved, else estimated. */
function putException(
  { data: { trackingId, exception }, revision }: Recorded<ExceptionEvent>,
  rows: EntityManager,
  said: Columns = {},
): Promise<void> {
  return upsertNewer(rows, 'production_exception', 'exception_id', {
    exception_id: exception.exceptionId,
    revision,
    tracking_id: trackingId,
    production_order_id: exception.productionOrderId,
    type: exception.type,
    state: exception.state,
    step_id: exception.stepId,
    stops_work: exception.stopsWork,
    raised_by: exception.raisedBy,
    raised_at: exception.raisedAt,
    raised_on: businessDateOf(exception.raisedAt),
    delay_days: exception.actualDelayDays ?? exception.estimatedDelayDays,
    feedback_due_at: exception.feedbackDueAt,
    feedback_overdue: exception.feedbackOverdue,
    fed_back_at: exception.fedBackAt,
    informed_on: exception.informedOn,
    ...said,
  });
}

function putInquiry(
  { data: { trackingId, contractId, inquiry }, revision }: Recorded<InquiryEvent>,
  rows: EntityManager,
  said: Columns = {},
): Promise<void> {
  return upsertNewer(rows, 'sales_inquiry', 'inquiry_id', {
    inquiry_id: inquiry.inquiryId,
    revision,
    tracking_id: trackingId,
    contract_id: contractId,
    production_order_id: inquiry.productionOrderId,
    state: inquiry.state,
    question: inquiry.question,
    asked_by: inquiry.askedBy,
    asked_at: inquiry.askedAt,
    response_due_at: inquiry.responseDueAt,
    answer: inquiry.answer,
    answered_at: inquiry.answeredAt,
    ...said,
  });
}
