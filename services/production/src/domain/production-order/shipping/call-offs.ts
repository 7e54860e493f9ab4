import { Rejected, type FoldOf, type RulesOf, refuseBefore } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, isPositiveQuantity, sumQuantities } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES } from '../production-order.values.js';
import { deliveredQty, refusedQty, shippedQty } from './quantities.js';
import { CorrectCallOff, RecordCallOff, WithdrawCallOff, type CallOffCommand } from './shipping.commands.js';
import type { CallOffEvent, CallOffRecord } from './shipping.events.js';
import type { CallOff } from './shipping.state.js';

/** What the customer asks for, by when and where (要货通知). */
export const callOffRules = {
  RecordCallOff: { command: RecordCallOff, in: LIVE_STATES, decide: recordCallOff },
  CorrectCallOff: { command: CorrectCallOff, in: LIVE_STATES, decide: correctCallOff },
  WithdrawCallOff: { command: WithdrawCallOff, in: LIVE_STATES, decide: withdrawCallOff },
} satisfies RulesOf<CallOffCommand, LiveOrder, ProductionOrderEvent>;

export const callOffFold = {
  CallOffRecorded: (order, { callOff }) => ({ ...order, callOffs: [...order.callOffs, callOffFromRecord(callOff)] }),
  CallOffCorrected: (order, { callOff }) => ({
    ...order,
    callOffs: order.callOffs.map((other) =>
      other.callOffId === callOff.callOffId ? callOffFromRecord(callOff) : other,
    ),
  }),
  CallOffWithdrawn: (order, { callOffId }) => ({ ...order, callOffs: othersThan(order, callOffId) }),
} satisfies FoldOf<CallOffEvent, LiveOrder>;

/** @throws Rejected DATE_BEFORE_TODAY, CALL_OFF_EXCEEDS_ORDER */
function recordCallOff({ data, issued }: RecordCallOff, order: LiveOrder): ProductionOrderEvent[] {
  const { qty, deliverTo, requiredOn } = data;
  refuseBefore('TODAY', 'requiredOn', requiredOn, issued.today);
  const callOff = { callOffId: issued.commandId, qty, deliverTo, requiredOn };
  refuseMoreThanOrdered(order, [...order.callOffs, callOff]);
  return [{ type: 'CallOffRecorded', data: { ...orderRecord(order), callOff } }];
}

/** A day that is not changed may have passed. @throws Rejected NOT_FOUND, DATE_BEFORE_TODAY, CALL_OFF_SHIPPED, CALL_OFF_EXCEEDS_ORDER */
function correctCallOff({ data, issued }: CorrectCallOff, order: LiveOrder): ProductionOrderEvent[] {
  const { callOffId, qty, deliverTo, requiredOn, reason } = data;
  const before = callOffIn(order, callOffId);
  if (requiredOn !== before.requiredOn) refuseBefore('TODAY', 'requiredOn', requiredOn, issued.today);
  refuseCovered(order, before, qty);
  const callOff = { callOffId, qty, deliverTo, requiredOn };
  refuseMoreThanOrdered(order, [...othersThan(order, callOffId), callOff]);
  return [{ type: 'CallOffCorrected', data: { ...orderRecord(order), callOff, reason, correctedBy: issued.by.id } }];
}

/** @throws Rejected NOT_FOUND, CALL_OFF_SHIPPED */
function withdrawCallOff({ data, issued }: WithdrawCallOff, order: LiveOrder): ProductionOrderEvent[] {
  const { callOffId, reason } = data;
  refuseCovered(order, callOffIn(order, callOffId), '0');
  return [{ type: 'CallOffWithdrawn', data: { ...orderRecord(order), callOffId, reason, withdrawnBy: issued.by.id } }];
}

function refuseMoreThanOrdered(order: LiveOrder, callOffs: readonly CallOff[]): void {
  const calledOffQty = sumQuantities(callOffs.map(({ qty }) => qty));
  if (isAtLeast(order.qty, calledOffQty)) return;
  const openQty = difference(calledOffQty, deliveredQty(order));
  const details = { orderedQty: order.qty, calledOffQty, openQty };
  throw new Rejected('CALL_OFF_EXCEEDS_ORDER', `more is called off than the ${order.qty} that are ordered`, details);
}

/** What has left for a call-off stays called off. */
function refuseCovered(order: LiveOrder, callOff: CallOff, qty: string): void {
  const coveredQty = coveredBy(order, callOff);
  if (isAtLeast(qty, coveredQty)) return;
  const details = { callOffId: callOff.callOffId, qty, coveredQty };
  throw new Rejected('CALL_OFF_SHIPPED', `${coveredQty} of the call-off have left`, details);
}

/** What is away covers the call-off that is required first before the others. */
function coveredBy(order: LiveOrder, callOff: CallOff): string {
  const isBefore = (other: CallOff) =>
    other.requiredOn < callOff.requiredOn ||
    (other.requiredOn === callOff.requiredOn && other.callOffId < callOff.callOffId);
  const earlier = order.callOffs.filter(isBefore).map(({ qty }) => qty);
  const away = difference(shippedQty(order), refusedQty(order));
  const left = difference(away, sumQuantities(earlier));
  if (!isPositiveQuantity(left)) return '0';
  return isAtLeast(callOff.qty, left) ? left : callOff.qty;
}

const othersThan = ({ callOffs }: LiveOrder, callOffId: string) =>
  callOffs.filter((other) => other.callOffId !== callOffId);

const callOffFromRecord = ({ callOffId, qty, deliverTo, requiredOn }: CallOffRecord): CallOff => ({
  callOffId,
  qty,
  deliverTo,
  requiredOn,
});

function callOffIn({ callOffs }: LiveOrder, callOffId: string): CallOff {
  const callOff = callOffs.find((other) => other.callOffId === callOffId);
  if (callOff) return callOff;
  throw new Rejected('NOT_FOUND', `the order has no call-off ${callOffId}`, { callOffId });
}
