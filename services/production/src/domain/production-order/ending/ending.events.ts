import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OrderRecord } from '../order-record.events.js';
import type { ContractOrigin } from '../production-order.values.js';

/** What an order has made and cost when it ends before its time. */
export interface EarlyEndRecord {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly trackingId: string;
  readonly initiator: string;
  readonly reason: string;
  readonly producedQty: string;
  readonly shippedQty: string;
  readonly wipCostFen: number;
  readonly scrapCostFen: number;
  readonly contractVersion: number;
  /** As in every event of an order. */
  readonly contractOrigin?: ContractOrigin;
  readonly deliveredBefore?: string;
}

export type ProductionOrderCancelled = DomainEvent<
  'ProductionOrderCancelled',
  EarlyEndRecord & { readonly state: 'CANCELLED' }
>;

export type ProductionOrderShortClosed = DomainEvent<
  'ProductionOrderShortClosed',
  EarlyEndRecord & { readonly state: 'SHORT_CLOSED' }
>;

/** The end of the contract was heard before its beginning: the order's place is taken, nothing will be made. */
export type ProductionOrderForestalled = DomainEvent<
  'ProductionOrderForestalled',
  {
    readonly productionOrderId: string;
    readonly projectId: string;
    readonly contractId: string;
    readonly lineId: string;
    readonly state: 'FORESTALLED';
    readonly reason: string;
    /** Who wanted the end of the contract. */
    readonly initiator?: string;
    readonly contractVersion: number;
  }
>;

/** Everything is delivered. */
export type ProductionOrderClosed = DomainEvent<
  'ProductionOrderClosed',
  OrderRecord & {
    readonly lineId: string;
    readonly trackingId: string;
    readonly deliveredQty: string;
    readonly closedOn: string;
  }
>;

/** By a correction it is not delivered in full: something is still to leave. */
export type ProductionOrderReopened = DomainEvent<
  'ProductionOrderReopened',
  OrderRecord & {
    readonly lineId: string;
    readonly trackingId: string;
    readonly committedDate: string;
    readonly deferredUntil?: string;
    readonly deliveredQty: string;
    readonly reason: string;
    readonly reopenedOn: string;
  }
>;

export type EndingEvent =
  | ProductionOrderCancelled
  | ProductionOrderShortClosed
  | ProductionOrderForestalled
  | ProductionOrderClosed
  | ProductionOrderReopened;
