import { Rejected, type Decider } from '@engsales/event-sourcing/decider';
import { exceptionAfter } from './exceptions.js';
import { inquiryAfter } from './inquiries.js';
import type { EndTracking, HandTrackingOver, OpenTracking, OrderTrackingCommand } from './order-tracking.commands.js';
import {
  orderTrackingEvents,
  type OrderTrackingEvent,
  type ProductionException,
  type SalesInquiry,
  type TrackingData,
} from './order-tracking.events.js';

export interface ExistingTracking extends TrackingData {
  readonly ended?: readonly string[];
  readonly exceptions?: readonly ProductionException[];
  readonly inquiries?: readonly SalesInquiry[];
}

export type OrderTracking = { readonly state: 'NONE' } | ExistingTracking;

export const ORDER_TRACKING_TRANSITIONS: Readonly<
  Record<Exclude<OrderTrackingCommand, OpenTracking>['type'], readonly string[]>
> = {
  EndTracking: ['OPEN', 'CLOSED'],
  HandTrackingOver: ['OPEN'],
  RaiseException: ['OPEN'],
  FeedBackToSales: ['OPEN'],
  InformCustomer: ['OPEN'],
  ResolveException: ['OPEN'],
  MarkFeedbackOverdue: ['OPEN'],
  AskProgress: ['OPEN'],
  AnswerInquiry: ['OPEN'],
  MarkInquiryOverdue: ['OPEN'],
};

/** The merchandiser's tracking (跟单) from the receipt of an order to its last delivery. */
export const orderTracking: Decider<OrderTracking, OrderTrackingCommand, OrderTrackingEvent> = {
  category: 'orderTracking',
  stored: orderTrackingEvents,
  initialState: { state: 'NONE' },
  decide(command, tracking) {
    if (command.type === 'OpenTracking') return open(command, tracking);
    const existing = refuseWrongState(command, tracking);
    switch (command.type) {
      case 'EndTracking':
        return end(command, existing);
      case 'HandTrackingOver':
        return handOver(command, existing);
      case 'RaiseException':
      case 'FeedBackToSales':
      case 'InformCustomer':
      case 'ResolveException':
      case 'MarkFeedbackOverdue':
        return exceptionAfter(command, existing);
      case 'AskProgress':
      case 'AnswerInquiry':
      case 'MarkInquiryOverdue':
        return inquiryAfter(command, existing);
    }
  },
  evolve(tracking, event) {
    switch (event.type) {
      case 'OrderTrackingOpened': {
        const { openedOn: _on, ...opened } = event.data;
        return opened;
      }
      case 'OrderTrackingExtended':
        return { ...tracking, ...event.data };
      case 'OrderTrackingClosed':
        return { ...(tracking as ExistingTracking), state: 'CLOSED' };
      case 'TrackedOrderEnded':
        return { ...(tracking as ExistingTracking), ended: event.data.ended };
      case 'TrackingHandedOver':
        return { ...(tracking as ExistingTracking), merchandiserId: event.data.merchandiserId };
      case 'ProductionExceptionRaised':
      case 'ExceptionFedBackToSales':
      case 'CustomerInformed':
      case 'ProductionExceptionResolved':
      case 'FeedbackOverdue':
        return withException(tracking as ExistingTracking, event.data.exception);
      case 'InquiryAsked':
      case 'InquiryAnswered':
      case 'InquiryOverdue':
        return withInquiry(tracking as ExistingTracking, event.data.inquiry);
    }
  },
};

function open({ data, issued }: OpenTracking, existing: OrderTracking): OrderTrackingEvent[] {
  const { productionOrderId, ...request } = data;
  if (existing.state === 'NONE') {
    const opened = { ...request, state: 'OPEN', productionOrderIds: [productionOrderId] } as const;
    return [{ type: 'OrderTrackingOpened', data: { ...opened, openedOn: issued.today } }];
  }
  if (existing.productionOrderIds.includes(productionOrderId)) return [];
  const productionOrderIds = [...existing.productionOrderIds, productionOrderId];
  return [{ type: 'OrderTrackingExtended', data: { ...dataOf(existing), productionOrderIds } }];
}

/** Closed with the last of its orders. */
function end({ data, issued }: EndTracking, existing: ExistingTracking): OrderTrackingEvent[] {
  const { ended: before = [] } = existing;
  if (existing.state === 'CLOSED' || before.includes(data.productionOrderId)) return [];
  const ended = [...before, data.productionOrderId];
  const known = dataOf(existing);
  const over = existing.productionOrderIds.every((id) => ended.includes(id));
  const last: OrderTrackingEvent = {
    type: 'OrderTrackingClosed',
    data: { ...known, state: 'CLOSED', closedOn: issued.today },
  };
  return [
    { type: 'TrackedOrderEnded', data: { ...known, productionOrderId: data.productionOrderId, ended } },
    ...(over ? [last] : []),
  ];
}

function handOver({ data }: HandTrackingOver, existing: ExistingTracking): OrderTrackingEvent[] {
  const { merchandiserId } = data;
  if (merchandiserId === existing.merchandiserId) return [];
  return [{ type: 'TrackingHandedOver', data: { ...dataOf(existing), merchandiserId, from: existing.merchandiserId } }];
}

function refuseWrongState(
  command: Exclude<OrderTrackingCommand, OpenTracking>,
  tracking: OrderTracking,
): ExistingTracking {
  if (tracking.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no tracking ${command.data.trackingId}`);
  const possibleIn = ORDER_TRACKING_TRANSITIONS[command.type];
  if (possibleIn.includes(tracking.state)) return tracking;
  const details = { command: command.type, state: tracking.state, possibleIn };
  throw new Rejected('INVALID_TRANSITION', `${command.type} is not possible in ${tracking.state}`, details);
}

function dataOf({
  trackingId,
  projectId,
  contractId,
  state,
  merchandiserId,
  productionOrderIds,
}: ExistingTracking): TrackingData {
  return { trackingId, projectId, contractId, state, merchandiserId, productionOrderIds };
}

function withException(tracking: ExistingTracking, changed: ProductionException): ExistingTracking {
  const others = (tracking.exceptions ?? []).filter((other) => other.exceptionId !== changed.exceptionId);
  return { ...tracking, exceptions: [...others, changed] };
}

function withInquiry(tracking: ExistingTracking, changed: SalesInquiry): ExistingTracking {
  const others = (tracking.inquiries ?? []).filter((other) => other.inquiryId !== changed.inquiryId);
  return { ...tracking, inquiries: [...others, changed] };
}
