import { CommandTo } from '@engsales/event-sourcing/domain';

export class CancelOrder extends CommandTo<
  'productionOrderId',
  { readonly initiator: string; readonly reason: string }
> {
  readonly type = 'CancelOrder';
}

export class ShortCloseOrder extends CommandTo<
  'productionOrderId',
  { readonly initiator: string; readonly reason: string }
> {
  readonly type = 'ShortCloseOrder';
}

/** By reaction: the contract is void or terminated. Cancels, closes short, or takes the place of an order that has not come. */
export class EndOrder extends CommandTo<
  'productionOrderId',
  {
    readonly projectId: string;
    readonly contractId: string;
    readonly lineId: string;
    readonly initiator: string;
    readonly reason: string;
    readonly contractVersion: number;
  }
> {
  readonly type = 'EndOrder';
}

export type EndingCommand = CancelOrder | ShortCloseOrder | EndOrder;
