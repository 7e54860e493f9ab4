import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Result } from '../production-order.values.js';

export class StartStep extends CommandTo<'productionOrderId', { readonly stepId: string }> {
  readonly type = 'StartStep';
}

/** What was made since the last report. */
export class ReportProgress extends CommandTo<
  'productionOrderId',
  {
    readonly stepId: string;
    readonly goodQty: string;
    readonly scrapQty: string;
    readonly doneOn: string;
    readonly serialNos?: readonly string[];
  }
> {
  readonly type = 'ReportProgress';
}

/** What the step has made in all. */
export class CorrectProgress extends CommandTo<
  'productionOrderId',
  { readonly stepId: string; readonly goodQty: string; readonly scrapQty: string; readonly reason: string }
> {
  readonly type = 'CorrectProgress';
}

export class CompleteStep extends CommandTo<'productionOrderId', { readonly stepId: string }> {
  readonly type = 'CompleteStep';
}

/** 监督检查 */
export class SuperviseStep extends CommandTo<
  'productionOrderId',
  { readonly stepId: string; readonly level: string; readonly result: Result; readonly note?: string }
> {
  readonly type = 'SuperviseStep';
}

/** Bought goods came in. */
export class ReceiveGoods extends CommandTo<
  'productionOrderId',
  { readonly qty: string; readonly docRef: string; readonly supplierPartyId: string }
> {
  readonly type = 'ReceiveGoods';
}

/** How much has come in by that note in all. */
export class CorrectGoodsIn extends CommandTo<
  'productionOrderId',
  { readonly goodsInId: string; readonly qty: string; readonly reason: string }
> {
  readonly type = 'CorrectGoodsIn';
}

/** Nothing has come in by that note: it was entered for another order, supplier or note. */
export class ReverseGoodsIn extends CommandTo<
  'productionOrderId',
  { readonly goodsInId: string; readonly reason: string }
> {
  readonly type = 'ReverseGoodsIn';
}

export type GoodsInCommand = ReceiveGoods | CorrectGoodsIn | ReverseGoodsIn;
export type ShopFloorCommand =
  StartStep | ReportProgress | CorrectProgress | CompleteStep | SuperviseStep | GoodsInCommand;
