import { aggregate, type FoldOf, type Owner, type RulesOf } from '@engsales/event-sourcing/domain';
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
  // the first events named all orders of the tracking, not only those that join
  OrderTrackingExtended: (tracking, { productionOrderIds }) => ({
    ...tracking,
    productionOrderIds: withAll(tracking.productionOrderIds, productionOrderIds),
  }),
  TrackedOrderEnded: (tracking, { productionOrderId }) => ({
    ...tracking,
    ended: withAll(tracking.ended, [productionOrderId]),
  }),
  TrackedOrderResumed: (tracking, { state, productionOrderId }) => ({
    ...tracking,
    state,
    ended: tracking.ended.filter((id) => id !== productionOrderId),
  }),
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
  owners: ownersOfTracking,
  rules,
  fold,
});

/**
 * A merchandiser acts on the own orders only (P-172), and the owner of a step raises exceptions of orders in which it owns one
 * (P-173).
 */
function ownersOfTracking(tracking: OrderTracking, command: OrderTrackingCommand): Owner[] {
  if (tracking.state === 'NONE') return [];
  const order = command.type === 'RaiseException' ? command.data.order : undefined;
  const merchandiser: Owner = { role: 'MERCHANDISER', field: 'merchandiserId', ids: [tracking.merchandiserId] };
  if (!order) return [merchandiser];
  const ids = [...new Set(order.steps.map(({ ownerId }) => ownerId))];
  return [merchandiser, { role: 'STEP_OWNER', field: 'ownerId', ids }];
}

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
  const joined = { ...trackingRecord(existing), productionOrderIds: [productionOrderId] };
  return [{ type: 'OrderTrackingExtended', data: joined }];
}

/** Closed with the last of its orders. */
function endTracking({ data, issued }: EndTracking, existing: ExistingTracking): OrderTrackingEvent[] {
  const { productionOrderId } = data;
  if (existing.state === 'CLOSED' || existing.ended.includes(productionOrderId)) return [];
  const ended = new Set([...existing.ended, productionOrderId]);
  const known = trackingRecord(existing);
  const isOver = existing.productionOrderIds.every((id) => ended.has(id));
  const last: OrderTrackingEvent = {
    type: 'OrderTrackingClosed',
    data: { ...known, state: 'CLOSED', closedOn: issued.today },
  };
  return [{ type: 'TrackedOrderEnded', data: { ...known, productionOrderId } }, ...(isOver ? [last] : [])];
}

/** Its order is followed again until it has ended. */
function resumeTracking({ data }: ResumeTracking, existing: ExistingTracking): OrderTrackingEvent[] {
  const { productionOrderId } = data;
  if (!existing.ended.includes(productionOrderId)) return [];
  return [{ type: 'TrackedOrderResumed', data: { ...trackingRecord(existing), state: 'OPEN', productionOrderId } }];
}

function handTrackingOver({ data }: HandTrackingOver, existing: ExistingTracking): OrderTrackingEvent[] {
  const { merchandiserId } = data;
  const { merchandiserId: from } = existing;
  if (merchandiserId === from) return [];
  return [{ type: 'TrackingHandedOver', data: { ...trackingRecord(existing), merchandiserId, from } }];
}

const withAll = (known: readonly string[], more: readonly string[]): string[] => [...new Set([...known, ...more])];

const trackingRecord = (tracking: ExistingTracking): TrackingRecord => ({
  trackingId: tracking.trackingId,
  projectId: tracking.projectId,
  contractId: tracking.contractId,
  state: tracking.state,
  merchandiserId: tracking.merchandiserId,
  contractOrigin: tracking.contractOrigin,
});
