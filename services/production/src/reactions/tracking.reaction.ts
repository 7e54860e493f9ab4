import type { PublicMessage } from '@engsales/events';
import { issue, whenOwn } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { EndTracking, HandTrackingOver } from '../domain/order-tracking/order-tracking.commands.js';
import type { ExceptionEvent } from '../domain/order-tracking/order-tracking.events.js';
import type {
  MerchandiserReassigned,
  ProductionOrderCancelled,
  ProductionOrderShortClosed,
} from '../domain/production-order/production-order.events.js';
import { NoteException } from '../domain/production-order/production-order.commands.js';
import type { ProductionOrderClosed } from '../domain/production-order/shipment.events.js';

type Raised = Extract<ExceptionEvent, { type: 'ProductionExceptionRaised' }>;
type Resolved = Extract<ExceptionEvent, { type: 'ProductionExceptionResolved' }>;

/** The order of this exception is over. */
const OVER = ['INVALID_TRANSITION'];

/** The order hears what an exception costs it; one that stops work holds its step until it is resolved. */
export const noteExceptionWhenRaised = whenOwn<Raised>('ProductionExceptionRaised', {
  name: 'note-exception-when-raised',
  nothingToDo: OVER,
  then: (message) => noted(message, message.data.exception.stopsWork),
});

export const noteExceptionWhenResolved = whenOwn<Resolved>('ProductionExceptionResolved', {
  name: 'note-exception-when-resolved',
  nothingToDo: OVER,
  then: (message) => noted(message, false),
});

function noted({ data, time, sequence }: PublicMessage<Raised['data']>, stopsWork: boolean) {
  const { exception, delayDays } = data;
  const { productionOrderId, exceptionId, stepId } = exception;
  const since = businessDateOf(time);
  const said = { exceptionId, ...(stepId ? { stepId } : {}), since, stopsWork, delayDays, sequence };
  return [issue(NoteException, productionOrderId, { productionOrderId, ...said })];
}

export const handTrackingOverWhenReassigned = whenOwn<MerchandiserReassigned>('MerchandiserReassigned', {
  name: 'hand-tracking-over-when-reassigned',
  nothingToDo: OVER,
  then: ({ data: { trackingId, merchandiserId } }) => [
    issue(HandTrackingOver, trackingId, { trackingId, merchandiserId }),
  ],
});

/** The tracking lives until the last delivery, or until the order ends before its time. */
export const endTrackingWhenClosed = whenOwn<ProductionOrderClosed>('ProductionOrderClosed', {
  name: 'end-tracking-when-order-closed',
  then: ({ data }) => ended(data),
});

export const endTrackingWhenCancelled = whenOwn<ProductionOrderCancelled>('ProductionOrderCancelled', {
  name: 'end-tracking-when-order-cancelled',
  then: ({ data }) => ended(data),
});

export const endTrackingWhenShortClosed = whenOwn<ProductionOrderShortClosed>('ProductionOrderShortClosed', {
  name: 'end-tracking-when-order-short-closed',
  then: ({ data }) => ended(data),
});

/** Cancellations of the first version did not name their tracking. */
function ended({
  trackingId,
  productionOrderId,
}: {
  readonly trackingId?: string;
  readonly productionOrderId: string;
}) {
  return trackingId === undefined ? [] : [issue(EndTracking, trackingId, { trackingId, productionOrderId })];
}
