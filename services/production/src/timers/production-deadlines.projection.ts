import { eachOf, projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.events.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';

type DeadlineEvent = ProductionOrderEvent | OrderTrackingEvent;

const each = eachOf<DeadlineEvent>();

/** What becomes true by the calendar alone: promises that pass, feedback and answers that are due. */
export const productionDeadlines = projection<DeadlineEvent>({
  name: 'production-deadlines',
  tables: [],
  on: {
    async ProductionOrderReceived({ data }, rows) {
      const { productionOrderId, releaseDueAt: dueAt } = data;
      const due = { key: releaseKey(productionOrderId), dueAt, command: 'MarkReleaseOverdue' };
      await setTimer(rows, { ...due, data: { productionOrderId } });
      await setDelay(data, rows);
    },
    ...each(['OrderHandedToEngineering', 'ReleaseOverdue', 'ProductionCompleted'], ({ data }, rows) =>
      dropTimer(rows, releaseKey(data.productionOrderId)),
    ),
    OrderRescheduled: ({ data }, rows) => setDelay(data, rows),
    ...each(['DeliveryDeferred', 'DeferralCorrected', 'DeferralWithdrawn'], ({ data }, rows) =>
      setDelay({ productionOrderId: data.productionOrderId, committedDate: data.until }, rows),
    ),
    async ShipmentDispatched({ data }, rows) {
      if (data.shipping === 'FULL') await dropTimer(rows, delayKey(data.productionOrderId));
    },
    // something is here again; a delay that was told is not told twice
    ...each(['ShipmentDelivered', 'DeliveryCorrected', 'ShipmentRecalled'], async ({ data }, rows) => {
      if (data.shipping !== 'FULL') await setDelay(data, rows);
    }),
    ProductionOrderReopened: ({ data }, rows) => setDelay(data, rows),
    ShipmentDelayed: ({ data }, rows) => dropTimer(rows, delayKey(data.productionOrderId)),
    ...each(
      ['ProductionOrderCancelled', 'ProductionOrderShortClosed', 'ProductionOrderClosed'],
      async ({ data: { productionOrderId } }, rows) => {
        await dropTimer(rows, releaseKey(productionOrderId));
        await dropTimer(rows, delayKey(productionOrderId));
      },
    ),
    ProductionExceptionRaised({ data: { trackingId, exception } }, rows) {
      const { exceptionId, feedbackDueAt: dueAt } = exception;
      const due = { key: feedbackKey(exceptionId), dueAt, command: 'MarkFeedbackOverdue' };
      return setTimer(rows, { ...due, data: { trackingId, exceptionId } });
    },
    ...each(['ExceptionFedBackToSales', 'ProductionExceptionResolved', 'FeedbackOverdue'], ({ data }, rows) =>
      dropTimer(rows, feedbackKey(data.exception.exceptionId)),
    ),
    InquiryAsked({ data: { trackingId, inquiry } }, rows) {
      const { inquiryId, responseDueAt: dueAt } = inquiry;
      const due = { key: inquiryKey(inquiryId), dueAt, command: 'MarkInquiryOverdue' };
      return setTimer(rows, { ...due, data: { trackingId, inquiryId } });
    },
    ...each(['InquiryAnswered', 'InquiryOverdue'], ({ data }, rows) =>
      dropTimer(rows, inquiryKey(data.inquiry.inquiryId)),
    ),
  },
});

const releaseKey = (productionOrderId: string) => `release:${productionOrderId}`;
const delayKey = (productionOrderId: string) => `delayed:${productionOrderId}`;
const feedbackKey = (exceptionId: string) => `feedback:${exceptionId}`;
const inquiryKey = (inquiryId: string) => `inquiry:${inquiryId}`;

interface Promised {
  readonly productionOrderId: string;
  readonly committedDate: string;
  readonly deferredUntil?: string;
}

/** On the day after the promise, or after the day to which the customer has deferred the delivery. */
function setDelay(promised: Promised, rows: EntityManager): Promise<void> {
  const { productionOrderId, committedDate, deferredUntil = committedDate } = promised;
  const lateAfter = deferredUntil > committedDate ? deferredUntil : committedDate;
  return setTimer(rows, {
    key: delayKey(productionOrderId),
    dueAt: startOfDay(addDays(lateAfter, 1)),
    command: 'MarkShipmentDelayed',
    data: { productionOrderId, lateAfter },
  });
}
