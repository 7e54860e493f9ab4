import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { HoldRecord } from '../holds/holds.events.js';
import type { OrderRecord } from '../order-record.events.js';
import type { ContractOrigin, Gates, OrderKind } from '../production-order.values.js';

export type ProductionOrderReceived = DomainEvent<
  'ProductionOrderReceived',
  {
    readonly productionOrderId: string;
    readonly projectId: string;
    readonly contractId: string;
    readonly lineId: string;
    readonly kind: OrderKind;
    readonly state: 'RECEIVED';
    readonly itemCode: string;
    readonly name: string;
    readonly qty: string;
    readonly uom: string;
    readonly amountFen: number;
    readonly committedDate: string;
    readonly merchandiserId: string;
    readonly packageId: string;
    readonly trackingId: string;
    readonly contractVersion: number;
    readonly gates: Gates;
    readonly holds: readonly HoldRecord[];
    readonly receivedOn: string;
    readonly releaseDueAt: string;
    readonly salespersonId?: string;
    readonly contractOrigin?: ContractOrigin;
    readonly executionFormAccepted?: boolean;
    /** What there was before the order: made or come in and not delivered, of it on the road, and delivered. */
    readonly opening?: {
      readonly producedQty: string;
      readonly onTheRoadQty: string;
      readonly deliveredQty: string;
      /** Of what is on the road. */
      readonly shipmentId?: string;
    };
  }
>;

export type OrderHandedToEngineering = DomainEvent<
  'OrderHandedToEngineering',
  OrderRecord & {
    readonly packageId: string;
    readonly merchandiserId: string;
    readonly backupCopyRef: string;
    readonly handedOverOn: string;
  }
>;

/** Not handed over to engineering in time: 订单发放遗漏. */
export type ReleaseOverdue = DomainEvent<
  'ReleaseOverdue',
  OrderRecord & { readonly merchandiserId: string; readonly receivedOn: string }
>;

export type MerchandiserReassigned = DomainEvent<
  'MerchandiserReassigned',
  OrderRecord & {
    readonly trackingId: string;
    readonly merchandiserId: string;
    readonly from: string;
    readonly reason: string;
  }
>;

export type OrderRescheduled = DomainEvent<
  'OrderRescheduled',
  OrderRecord & {
    readonly lineId: string;
    readonly from: string;
    readonly committedDate: string;
    /** The day after which it is late, where the customer has deferred it beyond the promise. */
    readonly deferredUntil?: string;
    readonly reason: string;
    readonly contractVersion: number;
  }
>;

export type ExecutionFormNoted = DomainEvent<'ExecutionFormNoted', OrderRecord & { readonly notedOn: string }>;

export type ReceivingEvent =
  | ProductionOrderReceived
  | OrderHandedToEngineering
  | ReleaseOverdue
  | MerchandiserReassigned
  | OrderRescheduled
  | ExecutionFormNoted;
