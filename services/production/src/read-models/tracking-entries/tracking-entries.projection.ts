import type { RecordedEvent } from '@engsales/event-sourcing';
import { legacyProjection } from '@engsales/read-models';
import { businessDateOf } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type {
  OrderTrackingEvent,
  ProductionException,
  SalesInquiry,
} from '../../domain/order-tracking/order-tracking.events.js';

const HANDLED = [
  'ProductionExceptionRaised',
  'ExceptionFedBackToSales',
  'CustomerInformed',
  'ProductionExceptionResolved',
  'FeedbackOverdue',
  'InquiryAsked',
  'InquiryAnswered',
  'InquiryOverdue',
] as const;

type Handled = Extract<OrderTrackingEvent, { type: (typeof HANDLED)[number] }>;

/** What went wrong with the orders, and what has sales asked? One row per exception and per inquiry. */
export const trackingEntries = legacyProjection({
  name: 'tracking-entries',
  tables: ['production_exception', 'sales_inquiry'],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    switch (event.type) {
      case 'ProductionExceptionRaised':
      case 'ExceptionFedBackToSales':
      case 'CustomerInformed':
      case 'ProductionExceptionResolved':
      case 'FeedbackOverdue':
        return putException(event.data.exception, recorded.revision, rows);
      case 'InquiryAsked':
      case 'InquiryAnswered':
      case 'InquiryOverdue':
        return putInquiry(event.data.trackingId, event.data.inquiry, recorded.revision, rows);
    }
  },
});

/** Days: actual where resolved, else estimated. */
async function putException(exception: ProductionException, revision: number, rows: EntityManager): Promise<void> {
  const { exceptionId, productionOrderId, type, state, raisedAt, estimatedDelayDays } = exception;
  const delayDays = exception.actualDelayDays ?? estimatedDelayDays;
  await rows.query(
    `INSERT INTO production_exception AS e (exception_id, revision, production_order_id, type, state, raised_on, delay_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (exception_id) DO UPDATE SET revision = excluded.revision, state = excluded.state,
       delay_days = excluded.delay_days
     WHERE e.revision < excluded.revision`,
    [exceptionId, revision, productionOrderId, type, state, businessDateOf(raisedAt), delayDays],
  );
}

async function putInquiry(
  trackingId: string,
  { inquiryId, state }: SalesInquiry,
  revision: number,
  rows: EntityManager,
): Promise<void> {
  await rows.query(
    `INSERT INTO sales_inquiry AS i (inquiry_id, revision, tracking_id, state) VALUES ($1, $2, $3, $4)
     ON CONFLICT (inquiry_id) DO UPDATE SET revision = excluded.revision, state = excluded.state
     WHERE i.revision < excluded.revision`,
    [inquiryId, revision, trackingId, state],
  );
}
