import type { RecordedEvent } from '@engsales/event-sourcing';
import { legacyProjection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, minutesAfter, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import { COMPANY_DEFAULTS } from '../domain/company-settings.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.events.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';

const HANDLED = [
  'ProductionOrderReceived',
  'OrderHandedToEngineering',
  'ReleaseOverdue',
  'OrderRescheduled',
  'ShipmentDispatched',
  'ShipmentDelayed',
  'ProductionOrderCancelled',
  'ProductionOrderShortClosed',
  'ProductionOrderClosed',
  'ProductionExceptionRaised',
  'ExceptionFedBackToSales',
  'ProductionExceptionResolved',
  'FeedbackOverdue',
  'InquiryAsked',
  'InquiryAnswered',
  'InquiryOverdue',
] as const;

type Handled = Extract<ProductionOrderEvent | OrderTrackingEvent, { type: (typeof HANDLED)[number] }>;

/** What becomes true by the calendar alone: promises that pass, feedback and answers that are due. */
export const productionDeadlines = legacyProjection({
  name: 'production-deadlines',
  tables: [],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    switch (event.type) {
      case 'ProductionOrderReceived': {
        const { productionOrderId, releaseDueAt } = event.data;
        const dueAt = releaseDueAt ?? minutesAfter(recorded.metadata.occurredAt, COMPANY_DEFAULTS.releaseHours * 60);
        const due = { key: `release:${productionOrderId}`, dueAt, command: 'MarkReleaseOverdue' };
        await setTimer(rows, { ...due, data: { productionOrderId } });
        return delayed(event.data, rows);
      }
      case 'OrderHandedToEngineering':
      case 'ReleaseOverdue':
        return dropTimer(rows, `release:${event.data.productionOrderId}`);
      case 'OrderRescheduled':
        return delayed(event.data, rows);
      case 'ShipmentDispatched':
        return event.data.shipping === 'FULL' ? noDelay(event.data.productionOrderId, rows) : undefined;
      case 'ShipmentDelayed':
        return noDelay(event.data.productionOrderId, rows);
      case 'ProductionOrderCancelled':
      case 'ProductionOrderShortClosed':
      case 'ProductionOrderClosed':
        await dropTimer(rows, `release:${event.data.productionOrderId}`);
        return noDelay(event.data.productionOrderId, rows);
      case 'ProductionExceptionRaised': {
        const { trackingId, exception } = event.data;
        const { exceptionId, feedbackDueAt } = exception;
        const due = { key: `feedback:${exceptionId}`, dueAt: feedbackDueAt, command: 'MarkFeedbackOverdue' };
        return setTimer(rows, { ...due, data: { trackingId, exceptionId } });
      }
      case 'ExceptionFedBackToSales':
      case 'ProductionExceptionResolved':
      case 'FeedbackOverdue':
        return dropTimer(rows, `feedback:${event.data.exception.exceptionId}`);
      case 'InquiryAsked': {
        const { trackingId, inquiry } = event.data;
        const { inquiryId, responseDueAt } = inquiry;
        const due = { key: `inquiry:${inquiryId}`, dueAt: responseDueAt, command: 'MarkInquiryOverdue' };
        return setTimer(rows, { ...due, data: { trackingId, inquiryId } });
      }
      case 'InquiryAnswered':
      case 'InquiryOverdue':
        return dropTimer(rows, `inquiry:${event.data.inquiry.inquiryId}`);
    }
  },
});

interface Promised {
  readonly productionOrderId: string;
  readonly committedDate: string;
}

/** On the day after the promise. */
function delayed({ productionOrderId, committedDate }: Promised, rows: EntityManager): Promise<void> {
  return setTimer(rows, {
    key: `delayed:${productionOrderId}`,
    dueAt: startOfDay(addDays(committedDate, 1)),
    command: 'MarkShipmentDelayed',
    data: { productionOrderId, committedDate },
  });
}

const noDelay = (productionOrderId: string, rows: EntityManager) => dropTimer(rows, `delayed:${productionOrderId}`);
