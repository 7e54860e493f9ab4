import { Rejected, type FoldOf, type RulesOf, type Upcasters, refuseBefore } from '@engsales/event-sourcing/domain';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES } from '../production-order.values.js';
import { CorrectDeferral, DeferDelivery, WithdrawDeferral, type DeferralCommand } from './shipping.commands.js';
import type { DeferralEvent, DeliveryDeferred } from './shipping.events.js';

/** The customer takes the goods later (客户延期提货): the promise stays, and what is late is late after the deferral. */
export const deferralRules = {
  DeferDelivery: { command: DeferDelivery, in: LIVE_STATES, decide: deferDelivery },
  CorrectDeferral: { command: CorrectDeferral, in: LIVE_STATES, decide: correctDeferral },
  WithdrawDeferral: { command: WithdrawDeferral, in: LIVE_STATES, decide: withdrawDeferral },
} satisfies RulesOf<DeferralCommand, LiveOrder, ProductionOrderEvent>;

export const deferralFold = {
  DeliveryDeferred: (order, { until }) => ({
    ...order,
    deferredUntil: until,
    earlierDeferrals: deferralsOf(order),
  }),
  DeferralCorrected: (order, { until }) => ({ ...order, deferredUntil: until }),
  DeferralWithdrawn: (order) => ({
    ...order,
    deferredUntil: order.earlierDeferrals.at(-1),
    earlierDeferrals: order.earlierDeferrals.slice(0, -1),
  }),
} satisfies FoldOf<DeferralEvent, LiveOrder>;

type Deferred = DeliveryDeferred['data'];

/** Version 1 was never told to anybody, and said neither the line nor the day that held before. */
const withoutLine = ({ productionOrderId, contractId, state, by, until }: Deferred): Deferred => ({
  productionOrderId,
  contractId,
  state,
  lineId: '',
  by,
  from: until,
  until,
});

export const deferralUpcasters: Upcasters = { DeliveryDeferred: { 1: withoutLine } };

/** The later of the promise and its deferral: what comes after it is late. */
export const lateAfter = ({ committedDate, deferredUntil }: LiveOrder): string => laterOf(committedDate, deferredUntil);

const laterOf = (committedDate: string, until = committedDate): string =>
  until > committedDate ? until : committedDate;

/** @throws Rejected DATE_BEFORE_TODAY, DATE_BEFORE_COMMITTED_DATE */
function deferDelivery({ data: { until }, issued }: DeferDelivery, order: LiveOrder): ProductionOrderEvent[] {
  refuseBefore('TODAY', 'until', until, issued.today);
  refuseBefore('COMMITTED_DATE', 'until', until, order.committedDate);
  return [{ type: 'DeliveryDeferred', data: movedLateness(order, until) }];
}

/** The right day may have passed meanwhile. @throws Rejected NOT_FOUND, DATE_BEFORE_COMMITTED_DATE */
function correctDeferral({ data, issued }: CorrectDeferral, order: LiveOrder): ProductionOrderEvent[] {
  const { until, reason } = data;
  refuseUndeferred(order);
  refuseBefore('COMMITTED_DATE', 'until', until, order.committedDate);
  const said = { reason, correctedBy: issued.by.id };
  return [{ type: 'DeferralCorrected', data: { ...movedLateness(order, until), ...said } }];
}

/** @throws Rejected NOT_FOUND */
function withdrawDeferral({ data, issued }: WithdrawDeferral, order: LiveOrder): ProductionOrderEvent[] {
  refuseUndeferred(order);
  const said = { reason: data.reason, withdrawnBy: issued.by.id };
  return [{ type: 'DeferralWithdrawn', data: { ...movedLateness(order, order.earlierDeferrals.at(-1)), ...said } }];
}

const movedLateness = (order: LiveOrder, until: string | undefined) => ({
  ...orderRecord(order),
  lineId: order.lineId,
  by: 'CUSTOMER' as const,
  from: lateAfter(order),
  until: laterOf(order.committedDate, until),
});

const deferralsOf = ({ earlierDeferrals, deferredUntil }: LiveOrder): readonly string[] =>
  deferredUntil === undefined ? earlierDeferrals : [...earlierDeferrals, deferredUntil];

function refuseUndeferred({ deferredUntil, productionOrderId }: LiveOrder): void {
  if (deferredUntil !== undefined) return;
  throw new Rejected('NOT_FOUND', 'the delivery of the order is not deferred', { productionOrderId });
}
