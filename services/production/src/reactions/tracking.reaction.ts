import type { PublicMessage } from '@engsales/events';
import { issue, whenOwn } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { EndTracking, HandTrackingOver, ResumeTracking } from '../domain/order-tracking/order-tracking.commands.js';
import type {
  ProductionExceptionRaised,
  ProductionExceptionResolved,
} from '../domain/order-tracking/order-tracking.events.js';
import type {
  ProductionOrderCancelled,
  ProductionOrderClosed,
  ProductionOrderReopened,
  ProductionOrderShortClosed,
} from '../domain/production-order/ending/ending.events.js';
import { NoteException } from '../domain/production-order/holds/holds.commands.js';
import type { MerchandiserReassigned } from '../domain/production-order/receiving/receiving.events.js';

/** The order hears what an exception costs it; one that stops work holds its step until it is resolved. */
export const noteExceptionWhenRaised = whenOwn<ProductionExceptionRaised>('ProductionExceptionRaised', {
  name: 'note-exception-when-raised',
  nothingToDo: ['ORDER_ENDED'],
  then: (message) => noteException(message, message.data.exception.stopsWork),
});

export const noteExceptionWhenResolved = whenOwn<ProductionExceptionResolved>('ProductionExceptionResolved', {
  name: 'note-exception-when-resolved',
  nothingToDo: ['ORDER_ENDED'],
  then: (message) => noteException(message, false),
});

type ExceptionNews = ProductionExceptionRaised | ProductionExceptionResolved;

function noteException({ data, time, sequence }: PublicMessage<ExceptionNews['data']>, stopsWork: boolean) {
  const { exception, delayDays } = data;
  const { productionOrderId, exceptionId, stepId } = exception;
  const since = businessDateOf(time);
  return [
    issue(NoteException, productionOrderId, {
      productionOrderId,
      exceptionId,
      stepId,
      since,
      stopsWork,
      delayDays,
      sequence,
    }),
  ];
}

export const handTrackingOverWhenReassigned = whenOwn<MerchandiserReassigned>('MerchandiserReassigned', {
  name: 'hand-tracking-over-when-reassigned',
  nothingToDo: ['TRACKING_ENDED'],
  then: ({ data: { trackingId, merchandiserId } }) => [
    issue(HandTrackingOver, trackingId, { trackingId, merchandiserId }),
  ],
});

/** The tracking lives until the last delivery, or until the order ends before its time. */
export const endTrackingWhenClosed = whenOwn<ProductionOrderClosed>('ProductionOrderClosed', {
  name: 'end-tracking-when-order-closed',
  then: ({ data }) => endTracking(data),
});

export const endTrackingWhenCancelled = whenOwn<ProductionOrderCancelled>('ProductionOrderCancelled', {
  name: 'end-tracking-when-order-cancelled',
  then: ({ data }) => endTracking(data),
});

export const endTrackingWhenShortClosed = whenOwn<ProductionOrderShortClosed>('ProductionOrderShortClosed', {
  name: 'end-tracking-when-order-short-closed',
  then: ({ data }) => endTracking(data),
});

/** An order that a correction opens again is followed again. */
export const resumeTrackingWhenReopened = whenOwn<ProductionOrderReopened>('ProductionOrderReopened', {
  name: 'resume-tracking-when-order-reopened',
  then: ({ data: { trackingId, productionOrderId } }) => [
    issue(ResumeTracking, trackingId, { trackingId, productionOrderId }),
  ],
});

const endTracking = ({ trackingId, productionOrderId }: { trackingId: string; productionOrderId: string }) => [
  issue(EndTracking, trackingId, { trackingId, productionOrderId }),
];
