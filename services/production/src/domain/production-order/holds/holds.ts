import type { FoldOf, RulesOf } from '@engsales/event-sourcing/domain';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import {
  isReceived,
  type AwaitedOrder,
  type ForestalledOrder,
  type LiveOrder,
  type NoOrder,
} from '../production-order.state.js';
import { LIVE_OR_CLOSED_STATES, LIVE_STATES } from '../production-order.values.js';
import { holdFromRecord, recordOfHold } from './hold-records.js';
import { withHold, withoutHold } from './hold-table.js';
import { DropHold, NoteException, PlaceHold, SetGate, type HoldCommand } from './holds.commands.js';
import type { HoldDropped, HoldEvent, HoldPlaced, StopEvent } from './holds.events.js';
import type { Hold } from './holds.state.js';
import { setGate } from './payment-gates.js';
import { stopFold, stopRules } from './stop-work.js';

/** What stands in the way of an order and goes again: suspensions, money, exceptions, stops. Money and suspensions are heard by a closed order too. */
export const holdRules = {
  SetGate: { command: SetGate, in: LIVE_OR_CLOSED_STATES, decide: setGate },
  PlaceHold: {
    command: PlaceHold,
    in: ['NONE', 'AWAITED', 'FORESTALLED', ...LIVE_OR_CLOSED_STATES],
    decide: placeHold,
  },
  DropHold: { command: DropHold, in: ['AWAITED', ...LIVE_OR_CLOSED_STATES], decide: dropHold },
  NoteException: { command: NoteException, in: LIVE_STATES, decide: noteException },
  ...stopRules,
} satisfies RulesOf<PlaceHold, Holdable | ForestalledOrder, ProductionOrderEvent> &
  RulesOf<DropHold, AwaitedOrder | LiveOrder, ProductionOrderEvent> &
  RulesOf<Exclude<HoldCommand, PlaceHold | DropHold>, LiveOrder, ProductionOrderEvent>;

type Holdable = NoOrder | AwaitedOrder | LiveOrder;

export const holdFold = {
  PaymentGateChanged: (order, { gates, holds }) => ({ ...order, gates, holds: holds.map(holdFromRecord) }),
  HoldPlaced(order, { productionOrderId, projectId, holds: records }) {
    const holds = records.map(holdFromRecord);
    return isReceived(order) ? { ...order, holds } : { state: 'AWAITED', productionOrderId, projectId, holds };
  },
  HoldDropped: (order, { holds }) => ({ ...order, holds: holds.map(holdFromRecord) }),
  ExceptionNoted: (order, { exceptionId, delayDays, sequence }) => ({
    ...order,
    delayDays,
    exceptionsHeard: { ...order.exceptionsHeard, [exceptionId]: sequence },
  }),
  ...stopFold,
} satisfies FoldOf<HoldPlaced, Holdable, AwaitedOrder | LiveOrder> &
  FoldOf<HoldDropped, AwaitedOrder | LiveOrder> &
  FoldOf<Exclude<HoldEvent, HoldPlaced | HoldDropped | StopEvent>, LiveOrder>;

/** Also of an order that has not come: it will begin held. Nothing is left to be held where the end came first. */
function placeHold({ data, issued }: PlaceHold, order: Holdable | ForestalledOrder): ProductionOrderEvent[] {
  if (order.state === 'FORESTALLED') return [];
  const { productionOrderId, projectId, code, ref, stepId, since } = data;
  return addHold(order, { productionOrderId, projectId }, { code, ref, stepId, since, by: issued.by.id });
}

function dropHold({ data: { code, ref } }: DropHold, order: AwaitedOrder | LiveOrder): ProductionOrderEvent[] {
  return removeHold(order, code, ref);
}

/**
 * What the exceptions cost in days, and the hold of one that stops its step. News may come late: of the same exception it
 * changes nothing, beside later news of another it says nothing about the days.
 */
function noteException({ data, issued }: NoteException, order: LiveOrder): ProductionOrderEvent[] {
  const { exceptionId, stepId, since, stopsWork, sequence } = data;
  const { exceptionsHeard: heard } = order;
  const before = new Map(Object.entries(heard)).get(exceptionId) ?? -1;
  if (sequence <= before) return [];
  const isLatest = Object.values(heard).every((other) => other < sequence);
  const delayDays = isLatest ? data.delayDays : order.delayDays;
  const hold: Hold = { code: 'MATERIAL', ref: exceptionId, stepId, since, by: issued.by.id };
  return [
    { type: 'ExceptionNoted', data: { ...orderRecord(order), exceptionId, stopsWork, delayDays, sequence } },
    ...(stopsWork ? addHold(order, order, hold) : removeHold(order, hold.code, hold.ref)),
  ];
}

interface Ids {
  readonly productionOrderId: string;
  readonly projectId: string;
}

function addHold(order: Holdable, { productionOrderId, projectId }: Ids, hold: Hold): ProductionOrderEvent[] {
  const before = order.state === 'NONE' ? [] : order.holds;
  const after = withHold(before, hold);
  if (after === before) return [];
  const state = order.state === 'NONE' ? 'AWAITED' : order.state;
  const holds = after.map(recordOfHold);
  return [{ type: 'HoldPlaced', data: { productionOrderId, projectId, state, hold: recordOfHold(hold), holds } }];
}

function removeHold(order: AwaitedOrder | LiveOrder, code: Hold['code'], ref: string): ProductionOrderEvent[] {
  const { productionOrderId, state } = order;
  const hold = order.holds.find((other) => other.code === code && other.ref === ref);
  if (!hold) return [];
  const holds = withoutHold(order.holds, code, ref).map(recordOfHold);
  return [{ type: 'HoldDropped', data: { productionOrderId, state, hold: recordOfHold(hold), holds } }];
}
