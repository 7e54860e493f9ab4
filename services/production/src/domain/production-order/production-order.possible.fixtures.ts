import { judgeTransitions } from '@engsales/event-sourcing/testing';
import { CancelOrder, ShortCloseOrder } from './ending/ending.commands.js';
import { productionOrder } from './production-order.js';
import { ORDER_ID } from './production-order.fixtures.js';
import { ENDED_STATES } from './production-order.values.js';
import {
  closedWalk,
  engineeredWalk,
  forestalledWalk,
  handedWalk,
  OrderWalk,
  plannedWalk,
  producedWalk,
  receivedWalk,
  releasedWalk,
  runningWalk,
  WHY,
} from './production-order.walk.js';

/** A walk into each state. */
const STATES = {
  NONE: () => new OrderWalk(),
  AWAITED: () => new OrderWalk().suspend(),
  FORESTALLED: forestalledWalk,
  RECEIVED: receivedWalk,
  WITH_ENGINEERING: handedWalk,
  ENGINEERED: engineeredWalk,
  PLANNED: plannedWalk,
  RELEASED: releasedWalk,
  IN_PROGRESS: runningWalk,
  PRODUCED: producedWalk,
  CLOSED: closedWalk,
  CANCELLED: () => receivedWalk().do(CancelOrder, WHY),
  SHORT_CLOSED: () => producedWalk().open('DISPATCH').ship('1').do(ShortCloseOrder, WHY),
} satisfies Record<string, () => OrderWalk>;

/** The code with which the state alone refuses a command. */
function codeIn(state: string, type: string): string {
  if (type === 'ReceiveOrder') return state === 'FORESTALLED' ? 'ORDER_ENDED' : 'DUPLICATE_PRODUCTION_ORDER';
  if (state === 'NONE' || state === 'AWAITED') return 'NOT_FOUND';
  return (ENDED_STATES as readonly string[]).includes(state) ? 'ORDER_ENDED' : 'INVALID_TRANSITION';
}

/** Where work is still to be done on an order, and where it may be shipped, written by hand. */
export const LIVE = ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED', 'PLANNED', 'RELEASED', 'IN_PROGRESS', 'PRODUCED'];
export const RELEASED = ['RELEASED', 'IN_PROGRESS', 'PRODUCED'];

/** Where a command of an order is possible, judged in every state (P-60). */
export const possible = judgeTransitions({
  aggregate: productionOrder,
  ids: { productionOrderId: ORDER_ID },
  states: STATES,
  codeIn,
});
