import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { Hold } from './holds.js';
import type { BomOfOrder, Gate, Gates, OrderState } from './order-state.js';
import type { ReceivedOrder } from './production-order.commands.js';
import type { ShipmentEvent } from './shipment.events.js';
import type { ShopFloorEvent } from './shop-floor.events.js';

/** What every event of an order says first. */
export interface OfOrder {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly state: OrderState;
}

export type ProductionOrderReceived = DomainEvent<
  'ProductionOrderReceived',
  ReceivedOrder & {
    readonly state: 'RECEIVED';
    readonly receivedOn: string;
    /** Absent in the first events: then a day after. */
    readonly releaseDueAt?: string;
    readonly holds?: readonly Hold[];
  }
>;

export type OrderHandedToEngineering = DomainEvent<
  'OrderHandedToEngineering',
  OfOrder & {
    readonly packageId: string;
    readonly merchandiserId: string;
    readonly backupCopyRef: string;
    readonly handedOverOn: string;
  }
>;

/** Not handed over to engineering in time: 订单发放遗漏 (seed D10). */
export type ReleaseOverdue = DomainEvent<
  'ReleaseOverdue',
  OfOrder & { readonly merchandiserId: string; readonly receivedOn: string }
>;

export type OrderEngineered = DomainEvent<'OrderEngineered', OfOrder & { readonly bom: BomOfOrder }>;

export type BomAccepted = DomainEvent<
  'BomAccepted',
  OfOrder & {
    readonly bomId: string;
    readonly rev: number;
    readonly acceptedBy: string;
    readonly acceptedOn: string;
    readonly actingFor?: 'PMC';
  }
>;

export type MerchandiserReassigned = DomainEvent<
  'MerchandiserReassigned',
  OfOrder & {
    readonly trackingId: string;
    readonly merchandiserId: string;
    readonly from: string;
    readonly reason: string;
  }
>;

export type OrderRescheduled = DomainEvent<
  'OrderRescheduled',
  OfOrder & {
    readonly lineId: string;
    readonly from: string;
    readonly committedDate: string;
    readonly reason: string;
    readonly contractVersion: number;
  }
>;

export type ExecutionFormNoted = DomainEvent<'ExecutionFormNoted', OfOrder & { readonly notedOn: string }>;

export type PaymentGateChanged = DomainEvent<
  'PaymentGateChanged',
  OfOrder & { readonly gate: Gate; readonly gates: Gates; readonly holds: readonly Hold[] }
>;

export type HoldPlaced = DomainEvent<
  'HoldPlaced',
  Omit<OfOrder, 'state' | 'contractId'> & {
    readonly projectId: string;
    readonly state: OrderState | 'AWAITED';
    readonly hold: Hold;
    readonly holds: readonly Hold[];
  }
>;

export type HoldDropped = DomainEvent<
  'HoldDropped',
  Omit<OfOrder, 'state' | 'contractId'> & {
    readonly state: OrderState | 'AWAITED';
    readonly hold: Hold;
    readonly holds: readonly Hold[];
  }
>;

/** The order has heard from its tracking that an exception has come or is over. */
export type ExceptionNoted = DomainEvent<
  'ExceptionNoted',
  OfOrder & {
    readonly exceptionId: string;
    readonly stopsWork: boolean;
    readonly delayDays: number;
    readonly forecastDate: string;
    readonly sequence: number;
  }
>;

/** What an order has cost and brought when it ends before its time. */
interface EndedEarly extends OfOrder {
  readonly lineId: string;
  readonly trackingId?: string;
  readonly initiator: string;
  readonly reason: string;
  readonly producedQty: string;
  readonly shippedQty: string;
  readonly wipCostFen: number;
  readonly scrapCostFen: number;
  readonly recoverableFen: number;
  readonly contractVersion: number;
}

export type ProductionOrderCancelled = DomainEvent<'ProductionOrderCancelled', EndedEarly>;
export type ProductionOrderShortClosed = DomainEvent<'ProductionOrderShortClosed', EndedEarly>;

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
    readonly contractVersion: number;
  }
>;

export type ProductionOrderEvent =
  | ProductionOrderReceived
  | OrderHandedToEngineering
  | ReleaseOverdue
  | OrderEngineered
  | BomAccepted
  | MerchandiserReassigned
  | OrderRescheduled
  | ExecutionFormNoted
  | PaymentGateChanged
  | HoldPlaced
  | HoldDropped
  | ExceptionNoted
  | ProductionOrderCancelled
  | ProductionOrderShortClosed
  | ProductionOrderForestalled
  | ShopFloorEvent
  | ShipmentEvent;

export const productionOrderEvents: Record<ProductionOrderEvent['type'], number> = {
  ProductionOrderReceived: 1,
  OrderHandedToEngineering: 1,
  ReleaseOverdue: 1,
  OrderEngineered: 1,
  BomAccepted: 1,
  MerchandiserReassigned: 1,
  OrderRescheduled: 1,
  ExecutionFormNoted: 1,
  PaymentGateChanged: 1,
  HoldPlaced: 1,
  HoldDropped: 1,
  ExceptionNoted: 1,
  ProductionOrderCancelled: 1,
  ProductionOrderShortClosed: 1,
  ProductionOrderForestalled: 1,
  OrderPlanned: 1,
  ProductionOrderReleased: 1,
  StepStarted: 1,
  ProductionProgressReported: 1,
  ProgressCorrected: 1,
  StepCompleted: 1,
  StepSupervised: 1,
  GoodsReceived: 1,
  ProductionCompleted: 1,
  WorkStopped: 1,
  WorkResumed: 1,
  CallOffRecorded: 1,
  DeliveryDeferred: 1,
  ShipmentPlanned: 1,
  ShipmentInspected: 1,
  ShipmentDispatched: 1,
  ShipmentDelivered: 1,
  ShipmentCancelled: 1,
  ReturnDispositioned: 1,
  ShipmentDelayed: 1,
  ProductionOrderClosed: 1,
};
