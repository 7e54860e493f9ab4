import { difference, isAtLeast, sumQuantities } from '@engsales/values';
import { forecastAfter } from '../forecast.js';
import type { Hold } from './holds.js';
import type { ReceivedOrder } from './production-order.commands.js';

export type OrderState =
  | 'RECEIVED'
  | 'WITH_ENGINEERING'
  | 'ENGINEERED'
  | 'PLANNED'
  | 'RELEASED'
  | 'IN_PROGRESS'
  | 'PRODUCED'
  | 'CLOSED'
  | 'CANCELLED'
  | 'SHORT_CLOSED';

export type Gate = 'RELEASE_PRODUCTION' | 'DISPATCH';
export type GateState = { readonly state: 'OPEN' | 'CLOSED' | 'OVERRIDDEN'; readonly until?: string };
export type Gates = Readonly<Record<Gate, GateState>>;
export type ShippingAxis = 'NONE' | 'PARTIAL' | 'FULL';

export interface BomOfOrder {
  readonly bomId: string;
  readonly rev: number;
  readonly drawingRev?: string;
  /** Material of one unit with scrap, fen. */
  readonly unitCostFen: number;
  readonly accepted: boolean;
}

/** 工序. Quantities are decimals in the unit of the order. */
export interface WorkStep {
  readonly stepId: string;
  readonly seq: number;
  readonly name: string;
  /** Staff id (seed D1: every step has a responsible person). */
  readonly ownerId: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly drawingRev?: string;
  readonly state: 'PLANNED' | 'READY' | 'RUNNING' | 'DONE';
  readonly goodQty: string;
  readonly scrapQty: string;
  readonly startedOn?: string;
  readonly doneOn?: string;
}

export interface StopWork {
  readonly stopId: string;
  readonly scope: 'ORDER' | 'STEP';
  readonly stepId?: string;
  readonly violatedArtefact: { readonly type: string; readonly rev?: string };
  readonly state: 'ACTIVE' | 'LIFTED';
  readonly correction?: string;
}

export interface Shipment {
  readonly shipmentId: string;
  readonly state: 'PLANNED' | 'INSPECTED' | 'DISPATCHED' | 'DELIVERED' | 'REFUSED' | 'CANCELLED';
  readonly qty: string;
  readonly consignmentNo?: string;
  readonly certRef?: string;
  readonly carrierRef?: string;
  readonly serialNos: readonly string[];
  readonly dispatchedOn?: string;
  readonly deliveredOn?: string;
  readonly signedByRef?: string;
  readonly refusedQty: string;
  /** Of the refused: shippable again, restocked or scrapped for good, and being reworked (absent: none). */
  readonly restockedQty: string;
  readonly disposedQty: string;
  readonly reworkQty?: string;
}

export interface CallOff {
  readonly callOffId: string;
  readonly qty: string;
  readonly deliverTo?: string;
  readonly requiredOn: string;
}

export interface LiveOrder extends ReceivedOrder {
  readonly state: OrderState;
  readonly receivedOn: string;
  readonly backupCopyRef?: string;
  readonly releaseOverdue?: boolean;
  readonly executionFormAccepted?: boolean;
  readonly holds?: readonly Hold[];
  readonly bom?: BomOfOrder;
  readonly steps?: readonly WorkStep[];
  readonly instructionNo?: string;
  readonly stops?: readonly StopWork[];
  /** Of bought goods. */
  readonly receivedQty?: string;
  readonly shipments?: readonly Shipment[];
  readonly callOffs?: readonly CallOff[];
  readonly deferredUntil?: string;
  /** Days of its exceptions: actual where resolved, else estimated. */
  readonly delayDays?: number;
  /** exceptionId -> revision of the tracking that last told of it. */
  readonly exceptionsHeard?: Readonly<Record<string, number>>;
  /** Committed date for which the delay was told. */
  readonly delayToldFor?: string;
  readonly cancelReason?: string;
}

export interface ForestalledOrder {
  readonly state: 'FORESTALLED';
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly reason: string;
}

/** A suspension that came before its order: the order begins held. */
export interface AwaitedOrder {
  readonly state: 'AWAITED';
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly holds: readonly Hold[];
}

export type ProductionOrder = { readonly state: 'NONE' } | LiveOrder | ForestalledOrder | AwaitedOrder;

export const CLOSED_GATES: Gates = { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } };
export const gatesOf = (order: LiveOrder): Gates => order.gates ?? CLOSED_GATES;

/** A credit release counts until its last day, inclusive. */
export const isPassable = ({ state, until }: GateState, today: string): boolean =>
  state === 'OPEN' || (state === 'OVERRIDDEN' && (until ?? '') >= today);

/** Good units of the last step, or bought ones received. */
export function producedQty({ kind, steps = [], receivedQty = '0' }: LiveOrder): string {
  return kind === 'PROCURE' ? receivedQty : (steps.at(-1)?.goodQty ?? '0');
}

/** Of the step that ends last; none before a plan. */
export const plannedEndOf = (steps: readonly WorkStep[] = []): string | undefined =>
  steps
    .map((step) => step.plannedEnd)
    .sort()
    .at(-1);

/** When it would be ready without its exceptions: the planned end, or the promise before a plan. */
export const expectedOn = ({ steps, committedDate }: LiveOrder): string => plannedEndOf(steps) ?? committedDate;

/** With the days of its exceptions; not before today. */
export const forecastOf = (order: LiveOrder, today: string): string =>
  forecastAfter(expectedOn(order), order.delayDays ?? 0, today);

const LEFT = ['DISPATCHED', 'DELIVERED', 'REFUSED'];

export const shippedQty = ({ shipments = [] }: LiveOrder): string =>
  sumQuantities(shipments.filter((s) => LEFT.includes(s.state)).map((s) => s.qty));

export const deliveredQty = ({ shipments = [] }: LiveOrder): string =>
  sumQuantities(shipments.filter((s) => s.deliveredOn !== undefined).map((s) => difference(s.qty, s.refusedQty)));

export const refusedQty = ({ shipments = [] }: LiveOrder): string => sumQuantities(shipments.map((s) => s.refusedQty));

/** Produced and not away: what can be dispatched. */
export function availableQty(order: LiveOrder): string {
  const restocked = sumQuantities((order.shipments ?? []).map((s) => s.restockedQty));
  return sumQuantities([difference(producedQty(order), shippedQty(order)), restocked]);
}

export function axisOf(done: string, ordered: string): ShippingAxis {
  if (isAtLeast(done, ordered)) return 'FULL';
  return done === '0' ? 'NONE' : 'PARTIAL';
}
