import { Rejected } from '@engsales/event-sourcing/decider';
import { minutesAfter } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { withHold, withoutHold, type Hold } from './holds.js';
import {
  forecastOf,
  gatesOf,
  isPassable,
  type AwaitedOrder,
  type LiveOrder,
  type ProductionOrder,
} from './order-state.js';
import type {
  AcceptBom,
  DropHold,
  EngineerOrder,
  HandOverToEngineering,
  MarkReleaseOverdue,
  NoteException,
  NoteExecutionForm,
  PlaceHold,
  ReassignMerchandiser,
  ReceiveOrder,
  RescheduleOrder,
  SetGate,
} from './production-order.commands.js';
import type { ProductionOrderEvent } from './production-order.events.js';

/** One order per contract line, whatever arrives twice; none where the end came first, a held one where a suspension did. */
export function receive({ data, issued }: ReceiveOrder, order: ProductionOrder): ProductionOrderEvent[] {
  if (order.state === 'FORESTALLED') throw new Rejected('INVALID_TRANSITION', order.reason, { state: order.state });
  if (order.state !== 'NONE' && order.state !== 'AWAITED') {
    const details = { productionOrderId: data.productionOrderId, state: order.state };
    throw new Rejected('DUPLICATE_PRODUCTION_ORDER', 'the line has its order', details);
  }
  const held = order.state === 'AWAITED' && order.holds.length > 0 ? { holds: order.holds } : {};
  const releaseDueAt = minutesAfter(issued.at, companySettings(issued).releaseHours * 60);
  const received = { ...data, state: 'RECEIVED' as const, receivedOn: issued.today, releaseDueAt, ...held };
  return [{ type: 'ProductionOrderReceived', data: received }];
}

/** The merchandiser of the order hands it over and keeps a copy (seed D14). */
export function handOver({ data, issued }: HandOverToEngineering, order: LiveOrder): ProductionOrderEvent[] {
  if (issued.by.id !== order.merchandiserId) {
    throw new Rejected('ROLE_NOT_ALLOWED', 'only the merchandiser of the order hands it over', {
      merchandiserId: order.merchandiserId,
    });
  }
  const backupCopyRef = data.backupCopyRef?.trim();
  if (!backupCopyRef) throw new Rejected('ORDER_BACKUP_REQUIRED', 'a backup copy of the order must be kept');
  const { productionOrderId, contractId, packageId, merchandiserId } = order;
  const state = order.bom ? 'ENGINEERED' : 'WITH_ENGINEERING';
  const what = { productionOrderId, contractId, state, packageId, merchandiserId } as const;
  return [{ type: 'OrderHandedToEngineering', data: { ...what, backupCopyRef, handedOverOn: issued.today } }];
}

/** Once; whose omission it was is decided by people (seed D10). */
export function markReleaseOverdue(_command: MarkReleaseOverdue, order: LiveOrder): ProductionOrderEvent[] {
  if (order.releaseOverdue) return [];
  const { merchandiserId, receivedOn } = order;
  return [{ type: 'ReleaseOverdue', data: { ...headOf(order), merchandiserId, receivedOn } }];
}

/** Engineering has released the BOM; an order that is still on the merchandiser's table keeps it for later. */
export function engineer({ data }: EngineerOrder, order: LiveOrder): ProductionOrderEvent[] {
  const { bomId, rev, drawingRev, unitCostFen } = data;
  if ((order.bom?.rev ?? 0) >= rev) return [];
  const state = order.state === 'RECEIVED' ? 'RECEIVED' : 'ENGINEERED';
  const bom = { bomId, rev, ...(drawingRev ? { drawingRev } : {}), unitCostFen, accepted: false };
  return [{ type: 'OrderEngineered', data: { ...headOf(order), state, bom } }];
}

export function acceptBom({ data, issued }: AcceptBom, order: LiveOrder): ProductionOrderEvent[] {
  const { bom } = order;
  if (!bom || bom.accepted) return [];
  const { bomId, rev } = bom;
  const by = {
    acceptedBy: issued.by.id,
    acceptedOn: issued.today,
    ...(data.actingFor ? { actingFor: data.actingFor } : {}),
  };
  return [{ type: 'BomAccepted', data: { ...headOf(order), bomId, rev, ...by } }];
}

export function reassign({ data }: ReassignMerchandiser, order: LiveOrder): ProductionOrderEvent[] {
  const { merchandiserId, reason } = data;
  if (merchandiserId === order.merchandiserId) return [];
  const { trackingId, merchandiserId: from } = order;
  return [{ type: 'MerchandiserReassigned', data: { ...headOf(order), trackingId, merchandiserId, from, reason } }];
}

/** A promise that moves: with a reason (seed D21). A version of the contract that was applied before changes nothing. */
export function reschedule({ data }: RescheduleOrder, order: LiveOrder): ProductionOrderEvent[] {
  const { to, reason, contractVersion = order.contractVersion } = data;
  if (contractVersion < order.contractVersion || to === order.committedDate) return [];
  const { lineId, committedDate: from } = order;
  return [
    { type: 'OrderRescheduled', data: { ...headOf(order), lineId, from, committedDate: to, reason, contractVersion } },
  ];
}

export function noteForm({ issued }: NoteExecutionForm, order: LiveOrder): ProductionOrderEvent[] {
  if (order.executionFormAccepted) return [];
  return [{ type: 'ExecutionFormNoted', data: { ...headOf(order), notedOn: issued.today } }];
}

/** The release gate that closes again after the release holds the next steps; the dispatch gate is never a hold. */
export function setGate({ data, issued }: SetGate, order: LiveOrder): ProductionOrderEvent[] {
  const { productionOrderId: _id, gate, ...state } = data;
  const before = gatesOf(order);
  if (before[gate].state === state.state && before[gate].until === state.until) return [];
  const gates = { ...before, [gate]: state };
  const released = order.instructionNo !== undefined;
  const hold: Hold = { code: 'PAYMENT_GATE', ref: gate, since: issued.today, by: issued.by.id };
  const closes = gate === 'RELEASE_PRODUCTION' && released && !isPassable(state, issued.today);
  const opens = gate === 'RELEASE_PRODUCTION' && !closes;
  const { holds = [] } = order;
  const after = closes ? withHold(holds, hold) : opens ? withoutHold(holds, 'PAYMENT_GATE', gate) : holds;
  return [{ type: 'PaymentGateChanged', data: { ...headOf(order), gate, gates, holds: after } }];
}

/** Also of an order that has not come: it will begin held. */
export function placeHold({ data, issued }: PlaceHold, order: ProductionOrder): ProductionOrderEvent[] {
  if (order.state === 'FORESTALLED') return [];
  const { productionOrderId, projectId, code, ref, stepId, since } = data;
  const hold: Hold = { code, ref, ...(stepId ? { stepId } : {}), since, by: issued.by.id };
  const before = order.state === 'NONE' ? [] : (order.holds ?? []);
  const holds = withHold(before, hold);
  if (holds === before) return [];
  const state = order.state === 'NONE' ? 'AWAITED' : order.state;
  return [{ type: 'HoldPlaced', data: { productionOrderId, projectId, state, hold, holds } }];
}

export function dropHold(
  { data: { code, ref } }: Pick<DropHold, 'data'>,
  order: LiveOrder | AwaitedOrder,
): ProductionOrderEvent[] {
  const { productionOrderId, state, holds: before = [] } = order;
  const hold = before.find((other) => other.code === code && other.ref === ref);
  if (!hold) return [];
  return [{ type: 'HoldDropped', data: { productionOrderId, state, hold, holds: withoutHold(before, code, ref) } }];
}

/**
 * What the exceptions cost in days, and the hold of one that stops its step. News may come late: of the same exception it
 * changes nothing, beside later news of another it says nothing about the days.
 */
export function noteException(command: NoteException, order: LiveOrder): ProductionOrderEvent[] {
  const { data, issued } = command;
  const { productionOrderId, exceptionId, stepId, since, stopsWork, sequence } = data;
  const { exceptionsHeard: heard = {} } = order;
  if (sequence <= (heard[exceptionId] ?? -1)) return [];
  const isLatest = Object.values(heard).every((other) => other < sequence);
  const delayDays = isLatest ? data.delayDays : (order.delayDays ?? 0);
  const of = { productionOrderId, projectId: order.projectId, code: 'MATERIAL' as const, ref: exceptionId };
  const place = { ...of, ...(stepId ? { stepId } : {}), since };
  const held = stopsWork ? placeHold({ type: 'PlaceHold', data: place, issued }, order) : dropHold({ data: of }, order);
  const forecastDate = forecastOf({ ...order, delayDays }, issued.today);
  const noted = { ...headOf(order), exceptionId, stopsWork, delayDays, forecastDate, sequence };
  return [{ type: 'ExceptionNoted', data: noted }, ...held];
}

export const headOf = ({ productionOrderId, contractId, state }: LiveOrder) => ({
  productionOrderId,
  contractId,
  state,
});
