import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { ReceivedOrder } from './production-order.commands.js';

export type ProductionOrderReceived = DomainEvent<
  'ProductionOrderReceived',
  ReceivedOrder & { readonly state: 'RECEIVED'; readonly receivedOn: string }
>;

export type OrderHandedToEngineering = DomainEvent<
  'OrderHandedToEngineering',
  {
    readonly productionOrderId: string;
    readonly contractId: string;
    readonly state: 'WITH_ENGINEERING';
    readonly packageId: string;
    readonly merchandiserId: string;
    readonly backupCopyRef: string;
    readonly handedOverOn: string;
  }
>;

export type ProductionOrderCancelled = DomainEvent<
  'ProductionOrderCancelled',
  {
    readonly productionOrderId: string;
    readonly contractId: string;
    readonly lineId: string;
    readonly state: 'CANCELLED';
    readonly initiator: string;
    readonly reason: string;
    readonly producedQty: string;
    readonly shippedQty: string;
    readonly wipCostFen: number;
    readonly scrapCostFen: number;
    readonly recoverableFen: number;
    readonly contractVersion: number;
  }
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
    readonly contractVersion: number;
  }
>;

export type ProductionOrderEvent =
  ProductionOrderReceived | OrderHandedToEngineering | ProductionOrderCancelled | ProductionOrderForestalled;

export const productionOrderEvents: Record<ProductionOrderEvent['type'], number> = {
  ProductionOrderReceived: 1,
  OrderHandedToEngineering: 1,
  ProductionOrderCancelled: 1,
  ProductionOrderForestalled: 1,
};
