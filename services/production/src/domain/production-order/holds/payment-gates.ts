import type { ProductionOrderEvent } from '../production-order.events.js';
import type { LiveOrder } from '../production-order.state.js';
import type { GateState } from '../production-order.values.js';
import { orderRecord } from '../order-record.js';
import { recordOfHold } from './hold-records.js';
import { withHold, withoutHold } from './hold-table.js';
import type { SetGate } from './holds.commands.js';
import type { Hold } from './holds.state.js';

/** A credit release counts until its last day, inclusive. */
export const isPassable = ({ state, until }: GateState, today: string): boolean =>
  state === 'OPEN' || (state === 'OVERRIDDEN' && until !== undefined && until >= today);

/** The release gate that closes again after the release holds the next steps; the dispatch gate is never a hold. */
export function setGate({ data, issued }: SetGate, order: LiveOrder): ProductionOrderEvent[] {
  const { gate } = data;
  const before = order.gates[gate];
  const after: GateState = { state: data.state, until: data.until };
  if (before.state === after.state && before.until === after.until) return [];
  const gates = { ...order.gates, [gate]: after };
  const hold: Hold = { code: 'PAYMENT_GATE', ref: gate, since: issued.today, by: issued.by.id };
  const holds = gate === 'RELEASE_PRODUCTION' ? holdsAfter(order, isPassable(after, issued.today), hold) : order.holds;
  return [{ type: 'PaymentGateChanged', data: { ...orderRecord(order), gate, gates, holds: holds.map(recordOfHold) } }];
}

/** Before the release the closed gate itself is refused. */
function holdsAfter({ holds, instructionNo }: LiveOrder, passable: boolean, hold: Hold): readonly Hold[] {
  const isReleased = instructionNo !== undefined;
  return isReleased && !passable ? withHold(holds, hold) : withoutHold(holds, hold.code, hold.ref);
}
