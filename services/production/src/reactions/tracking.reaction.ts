import { step, whenOwn } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { EndTracking, HandTrackingOver } from '../domain/order-tracking/order-tracking.commands.js';
import type { ExceptionEvent } from '../domain/order-tracking/order-tracking.events.js';
import type {
  MerchandiserReassigned,
  ProductionOrderCancelled,
  ProductionOrderShortClosed,
} from '../domain/production-order/production-order.events.js';
import { DropHold, PlaceHold } from '../domain/production-order/production-order.commands.js';
import type { ProductionOrderClosed } from '../domain/production-order/shipment.events.js';

type Raised = Extract<ExceptionEvent, { type: 'ProductionExceptionRaised' }>;
type Resolved = Extract<ExceptionEvent, { type: 'ProductionExceptionResolved' }>;

/** The order of this exception is over. */
const OVER = ['INVALID_TRANSITION'];

/** An exception that stops work holds its step; what is resolved holds nothing any more. */
export const holdWhenExceptionStopsWork = whenOwn<Raised>('ProductionExceptionRaised', {
  name: 'hold-when-exception-stops-work',
  nothingToDo: OVER,
  then: ({ data: { exception }, projectId, time }) => {
    const { productionOrderId, exceptionId, stepId, stopsWork } = exception;
    const hold = {
      code: 'MATERIAL' as const,
      ref: exceptionId,
      ...(stepId ? { stepId } : {}),
      since: businessDateOf(time),
    };
    return stopsWork ? [step(PlaceHold, productionOrderId, { productionOrderId, projectId, ...hold })] : [];
  },
});

export const dropHoldWhenExceptionResolved = whenOwn<Resolved>('ProductionExceptionResolved', {
  name: 'drop-hold-when-exception-resolved',
  nothingToDo: OVER,
  then: ({ data: { exception } }) => {
    const { productionOrderId, exceptionId, stopsWork } = exception;
    const hold = { code: 'MATERIAL' as const, ref: exceptionId };
    return stopsWork ? [step(DropHold, productionOrderId, { productionOrderId, ...hold })] : [];
  },
});

export const handTrackingOverWhenReassigned = whenOwn<MerchandiserReassigned>('MerchandiserReassigned', {
  name: 'hand-tracking-over-when-reassigned',
  nothingToDo: OVER,
  then: ({ data: { trackingId, merchandiserId } }) => [
    step(HandTrackingOver, trackingId, { trackingId, merchandiserId }),
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
  return trackingId === undefined ? [] : [step(EndTracking, trackingId, { trackingId, productionOrderId })];
}
