import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import { LIVE_STATES } from '../production-order.values.js';
import { stepIn } from '../shop-floor/steps.js';
import { holdFromRecord, recordOfHold, recordOfStop, stopFromRecord } from './hold-records.js';
import { withHold, withoutHold } from './hold-table.js';
import { LiftStopWork, OrderStopWork, type StopCommand } from './holds.commands.js';
import type { StopEvent } from './holds.events.js';
import type { Hold, StopWork } from './holds.state.js';

/** Engineering stops the work of an order or of one step, and lets it go on (停止作业、恢复作业). */
export const stopRules = {
  OrderStopWork: { command: OrderStopWork, in: LIVE_STATES, decide: orderStopWork },
  LiftStopWork: { command: LiftStopWork, in: LIVE_STATES, decide: liftStopWork },
} satisfies RulesOf<StopCommand, LiveOrder, ProductionOrderEvent>;

export const stopFold = {
  WorkStopped: (order, { stop, holds }) => ({
    ...order,
    holds: holds.map(holdFromRecord),
    stops: [...order.stops, stopFromRecord(stop)],
  }),
  WorkResumed: (order, { stop, holds }) => ({
    ...order,
    holds: holds.map(holdFromRecord),
    stops: order.stops.map((other) => (other.stopId === stop.stopId ? stopFromRecord(stop) : other)),
  }),
} satisfies FoldOf<StopEvent, LiveOrder>;

/** @throws Rejected VALIDATION_FAILED, NOT_FOUND for the step */
function orderStopWork({ data, issued }: OrderStopWork, order: LiveOrder): ProductionOrderEvent[] {
  const { scope, stepId, violatedArtefact } = data;
  if ((scope === 'STEP') !== (stepId !== undefined)) {
    throw new Rejected('VALIDATION_FAILED', 'a step belongs to the scope STEP, and only there', { pointer: '/stepId' });
  }
  if (stepId !== undefined) stepIn(order, stepId);
  const stopId = issued.commandId;
  const stop: StopWork = { stopId, scope, stepId, violatedArtefact, state: 'ACTIVE' };
  const hold: Hold = { code: 'ENGINEERING_STOP', ref: stopId, stepId, since: issued.today, by: issued.by.id };
  const holds = withHold(order.holds, hold).map(recordOfHold);
  const by = { by: issued.by.id, on: issued.today };
  return [{ type: 'WorkStopped', data: { ...orderRecord(order), stop: recordOfStop(stop), ...by, holds } }];
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION for a stop that is lifted */
function liftStopWork({ data, issued }: LiftStopWork, order: LiveOrder): ProductionOrderEvent[] {
  const { stopId, correction } = data;
  const stop = order.stops.find((other) => other.stopId === stopId);
  if (!stop) throw new Rejected('NOT_FOUND', `the order has no stop ${stopId}`, { stopId });
  if (stop.state === 'LIFTED') {
    throw new Rejected('INVALID_TRANSITION', 'the stop is lifted', { stopId, stopState: stop.state });
  }
  const lifted: StopWork = { ...stop, state: 'LIFTED', correction };
  const holds = withoutHold(order.holds, 'ENGINEERING_STOP', stopId).map(recordOfHold);
  const by = { by: issued.by.id, on: issued.today };
  return [{ type: 'WorkResumed', data: { ...orderRecord(order), stop: recordOfStop(lifted), ...by, holds } }];
}
