import type { Command, Issued } from '@engsales/event-sourcing/decider';

export type OrderKind = 'PRODUCE' | 'PROCURE';

export interface ReceivedOrder {
  readonly productionOrderId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly kind: OrderKind;
  readonly itemCode: string;
  readonly name: string;
  /** Decimal string in `uom`. */
  readonly qty: string;
  readonly uom: string;
  readonly amountFen: number;
  readonly committedDate: string;
  readonly merchandiserId: string;
  readonly packageId: string;
  readonly trackingId: string;
  readonly contractVersion: number;
}

export class ReceiveOrder implements Command {
  readonly type = 'ReceiveOrder';
  constructor(
    readonly data: ReceivedOrder,
    readonly issued: Issued,
  ) {}
}

export class HandOverToEngineering implements Command {
  readonly type = 'HandOverToEngineering';
  constructor(
    readonly data: { readonly productionOrderId: string; readonly backupCopyRef?: string },
    readonly issued: Issued,
  ) {}
}

export class CancelOrder implements Command {
  readonly type = 'CancelOrder';
  constructor(
    readonly data: {
      readonly productionOrderId: string;
      readonly projectId: string;
      readonly contractId: string;
      readonly lineId: string;
      readonly initiator: string;
      readonly reason: string;
      readonly contractVersion: number;
    },
    readonly issued: Issued,
  ) {}
}

export type ProductionOrderCommand = ReceiveOrder | HandOverToEngineering | CancelOrder;
