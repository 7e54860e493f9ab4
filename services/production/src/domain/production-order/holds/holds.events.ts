import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OrderRecord } from '../order-record.events.js';
import type { Gate, Gates, HoldCode, OrderState, StopScope } from '../production-order.values.js';

export interface HoldRecord {
  readonly code: HoldCode;
  readonly ref: string;
  readonly stepId?: string;
  readonly since: string;
  readonly by: string;
}

/** All gates and holds, as they are after it. */
export type PaymentGateChanged = DomainEvent<
  'PaymentGateChanged',
  OrderRecord & { readonly gate: Gate; readonly gates: Gates; readonly holds: readonly HoldRecord[] }
>;

/** Of an order that has not come yet nothing more is known. */
export type HoldPlaced = DomainEvent<
  'HoldPlaced',
  {
    readonly productionOrderId: string;
    readonly projectId: string;
    readonly state: OrderState | 'AWAITED';
    readonly hold: HoldRecord;
    readonly holds: readonly HoldRecord[];
  }
>;

export type HoldDropped = DomainEvent<
  'HoldDropped',
  {
    readonly productionOrderId: string;
    readonly state: OrderState | 'AWAITED';
    readonly hold: HoldRecord;
    readonly holds: readonly HoldRecord[];
  }
>;

/** The order has heard from its tracking that an exception has come or is over. */
export type ExceptionNoted = DomainEvent<
  'ExceptionNoted',
  OrderRecord & {
    readonly exceptionId: string;
    readonly stopsWork: boolean;
    readonly delayDays: number;
    readonly sequence: number;
  }
>;

export interface StopRecord {
  readonly stopId: string;
  readonly scope: StopScope;
  readonly stepId?: string;
  readonly violatedArtefact: { readonly type: string; readonly rev?: string };
  readonly state: 'ACTIVE' | 'LIFTED';
  readonly correction?: string;
}

/** The stop as it is now, and the holds that then stand. */
export interface StopChange extends OrderRecord {
  readonly stop: StopRecord;
  readonly by: string;
  readonly on: string;
  readonly holds: readonly HoldRecord[];
}

export type WorkStopped = DomainEvent<'WorkStopped', StopChange>;
export type WorkResumed = DomainEvent<'WorkResumed', StopChange>;

export type StopEvent = WorkStopped | WorkResumed;
export type HoldEvent = PaymentGateChanged | HoldPlaced | HoldDropped | ExceptionNoted | StopEvent;
