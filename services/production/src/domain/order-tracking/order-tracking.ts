import { aggregate, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { exceptionFold, exceptionRules } from './exceptions.js';
import { inquiryFold, inquiryRules } from './inquiries.js';
import {
  EndTracking,
  HandTrackingOver,
  OpenTracking,
  ResumeTracking,
  type ExceptionCommand,
  type InquiryCommand,
  type OrderTrackingCommand,
} from './order-tracking.commands.js';
import type {
  ExceptionEvent,
  InquiryEvent,
  OrderTrackingEvent,
  OrderTrackingOpened,
  TrackingRecord,
} from './order-tracking.events.js';
import type { ExistingTracking, NoTracking, OrderTracking } from './order-tracking.state.js';

const rules = {
  OpenTracking: { command: OpenTracking, in: ['NONE', 'OPEN', 'CLOSED'], decide: openTracking },
  EndTracking: { command: EndTracking, in: ['OPEN', 'CLOSED'], decide: endTracking },
  ResumeTracking: { command: ResumeTracking, in: ['OPEN', 'CLOSED'], decide: resumeTracking },
  HandTrackingOver: { command: HandTrackingOver, in: ['OPEN'], decide: handTrackingOver },
  ...exceptionRules,
  ...inquiryRules,
} satisfies RulesOf<OpenTracking, OrderTracking, OrderTrackingEvent> &
  RulesOf<
    Exclude<OrderTrackingCommand, OpenTracking | ExceptionCommand | InquiryCommand>,
    ExistingTracking,
    OrderTrackingEvent
  >;

const fold = {
  OrderTrackingOpened: (_none, data) => ({
    state: data.state,
    trackingId: data.trackingId,
    projectId: data.projectId,
    contractId: data.contractId,
    merchandiserId: data.merchandiserId,
    contractOrigin: data.contractOrigin,
    productionOrderIds: data.productionOrderIds,
    ended: [],
    exceptions: [],
    inquiries: [],
  }),
  OrderTrackingExtended: (tracking, { productionOrderIds }) => ({ ...tracking, productionOrderIds }),
  TrackedOrderEnded: (tracking, { ended }) => ({ ...tracking, ended }),
  TrackedOrderResumed: (tracking, { state, ended }) => ({ ...tracking, state, ended }),
  OrderTrackingClosed: (tracking, { state }) => ({ ...tracking, state }),
  TrackingHandedOver: (tracking, { merchandiserId }) => ({ ...tracking, merchandiserId }),
  ...exceptionFold,
  ...inquiryFold,
} satisfies FoldOf<OrderTrackingOpened, NoTracking, ExistingTracking> &
  FoldOf<Exclude<OrderTrackingEvent, OrderTrackingOpened | ExceptionEvent | InquiryEvent>, ExistingTracking>;

/** The merchandiser's tracking (跟单) from the receipt of an order to its last delivery. */
export const orderTracking = aggregate<OrderTracking, OrderTrackingCommand, OrderTrackingEvent>({
  category: 'orderTracking',
  id: 'trackingId',
  initialState: { state: 'NONE' },
  ended: { in: ['CLOSED'], code: 'TRACKING_ENDED' },
  rules,
  fold,
});

/** Each order is in it once. */
function openTracking({ data, issued }: OpenTracking, existing: OrderTracking): OrderTrackingEvent[] {
  const { trackingId, projectId, contractId, productionOrderId, merchandiserId, contractOrigin } = data;
  if (existing.state === 'NONE') {
    const productionOrderIds = [productionOrderId];
    const ids = { trackingId, projectId, contractId, productionOrderIds };
    const opened = { ...ids, state: 'OPEN', merchandiserId, contractOrigin } as const;
    return [{ type: 'OrderTrackingOpened', data: { ...opened, openedOn: issued.today } }];
  }
  if (existing.productionOrderIds.includes(productionOrderId)) return [];
  const productionOrderIds = [...existing.productionOrderIds, productionOrderId];
  return [{ type: 'OrderTrackingExtended', data: { ...trackingRecord(existing), productionOrderIds } }];
}

/** Closed with the last of its orders. */
function endTracking({ data, issued }: EndTracking, existing: ExistingTracking): OrderTrackingEvent[] {
  const { productionOrderId } = data;
  if (existing.state === 'CLOSED' || existing.ended.includes(productionOrderId)) return [];
  const ended = [...existing.ended, productionOrderId];
  const known = trackingRecord(existing);
  const isOver = existing.productionOrderIds.every((id) => ended.includes(id));
  const last: OrderTrackingEvent = {
    type: 'OrderTrackingClosed',
    data: { ...known, state: 'CLOSED', closedOn: issued.today },
  };
  return [{ type: 'TrackedOrderEnded', data: { ...known, productionOrderId, ended } }, ...(isOver ? [last] : [])];
}

/** Its order is followed again until it has ended. */
function resumeTracking({ data }: ResumeTracking, existing: ExistingTracking): OrderTrackingEvent[] {
  const { productionOrderId } = data;
  if (!existing.ended.includes(productionOrderId)) return [];
  const ended = existing.ended.filter((id) => id !== productionOrderId);
  return [
    { type: 'TrackedOrderResumed', data: { ...trackingRecord(existing), state: 'OPEN', productionOrderId, ended } },
  ];
}

function handTrackingOver({ data }: HandTrackingOver, existing: ExistingTracking): OrderTrackingEvent[] {
  const { merchandiserId } = data;
  const { merchandiserId: from } = existing;
  if (merchandiserId === from) return [];
  return [{ type: 'TrackingHandedOver', data: { ...trackingRecord(existing), merchandiserId, from } }];
}

const trackingRecord = (tracking: ExistingTracking): TrackingRecord => ({
  trackingId: tracking.trackingId,
  projectId: tracking.projectId,
  contractId: tracking.contractId,
  state: tracking.state,
  merchandiserId: tracking.merchandiserId,
  productionOrderIds: tracking.productionOrderIds,
  contractOrigin: tracking.contractOrigin,
});
