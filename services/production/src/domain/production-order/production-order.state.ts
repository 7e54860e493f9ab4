import type { Hold, StopWork } from './holds/holds.state.js';
import type { BomOfOrder } from './planning/planning.state.js';
import type { ContractOrigin, Gates, OrderState } from './production-order.values.js';
import type { Opening } from './receiving/receiving.state.js';
import type { CallOff, Shipment } from './shipping/shipping.state.js';
import type { GoodsIn, WorkStep } from './shop-floor/shop-floor.state.js';

export interface NoOrder {
  readonly state: 'NONE';
}

/** A suspension came before the order: the order will begin held. */
export interface AwaitedOrder {
  readonly state: 'AWAITED';
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly holds: readonly Hold[];
}

/** The end of the contract came before the order and has taken its place. */
export interface ForestalledOrder {
  readonly state: 'FORESTALLED';
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly reason: string;
}

/** What an order has from its receipt on. */
interface ReceivedOrder {
  readonly state: OrderState;
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  /** Decimal string in `uom`. */
  readonly qty: string;
  readonly uom: string;
  readonly amountFen: number;
  /** The promise (交期). */
  readonly committedDate: string;
  /** Staff id. */
  readonly merchandiserId: string;
  /** Staff id, where it is known who has sold it. */
  readonly salespersonId?: string;
  readonly packageId: string;
  readonly trackingId: string;
  /** Of the contract, as far as it was applied. */
  readonly contractVersion: number;
  /** Absent where the contract lives in this system. */
  readonly contractOrigin?: ContractOrigin;
  /** What there was before the order. */
  readonly opening: Opening;
  readonly receivedOn: string;
  /** Instant until which it must be handed over to engineering. */
  readonly releaseDueAt: string;
  readonly releaseOverdue: boolean;
  readonly backupCopyRef?: string;
  readonly executionFormAccepted: boolean;
  readonly gates: Gates;
  readonly holds: readonly Hold[];
  readonly stops: readonly StopWork[];
  readonly bom?: BomOfOrder;
  /** Of the production instruction (生产指令单): from the release on. */
  readonly instructionNo?: string;
  readonly releasedOn?: string;
  readonly shipments: readonly Shipment[];
  readonly callOffs: readonly CallOff[];
  /** Last day to which the customer has deferred the delivery, inclusive. */
  readonly deferredUntil?: string;
  /** The deferrals before it: the last of them holds again once it is withdrawn. */
  readonly earlierDeferrals: readonly string[];
  /** Days of its exceptions: actual where resolved, else estimated. */
  readonly delayDays: number;
  /** exceptionId -> revision of the tracking that last told of it. */
  readonly exceptionsHeard: Readonly<Record<string, number>>;
  /** The day of the promise, or of its deferral, for which the delay was told. */
  readonly delayToldFor?: string;
  /** Why it ended before its time. */
  readonly cancelReason?: string;
}

/** Made here, step by step. */
export interface MadeOrder extends ReceivedOrder {
  readonly kind: 'PRODUCE';
  /** By their numbers; none before a plan. */
  readonly steps: readonly WorkStep[];
}

/** Bought: goods-in takes the place of plan and steps. */
export interface BoughtOrder extends ReceivedOrder {
  readonly kind: 'PROCURE';
  /** With what was there before the order. */
  readonly receivedQty: string;
  readonly goodsIn: readonly GoodsIn[];
}

/** An order that was received, also once it has ended. */
export type LiveOrder = MadeOrder | BoughtOrder;

export type ProductionOrder = NoOrder | AwaitedOrder | ForestalledOrder | LiveOrder;

export const isReceived = (order: ProductionOrder): order is LiveOrder => 'merchandiserId' in order;

export const stepsOf = (order: LiveOrder): readonly WorkStep[] => (order.kind === 'PRODUCE' ? order.steps : []);
