import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Result } from '../production-order.values.js';

export class StartStep extends CommandTo<
  'productionOrderId',
  {
    readonly stepId: string;
    /** Today when absent. */
    readonly on?: string;
  }
> {
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
  {
    readonly stepId: string;
    readonly goodQty: string;
    readonly scrapQty: string;
    /** All numbers of the good units; as they were told when absent. */
    readonly serialNos?: readonly string[];
    readonly reason: string;
  }
> {
  readonly type = 'CorrectProgress';
}

export class CompleteStep extends CommandTo<
  'productionOrderId',
  {
    readonly stepId: string;
    /** Where it has made less than is to be made. */
    readonly reason?: string;
  }
> {
  readonly type = 'CompleteStep';
}

/** It began on another day than was recorded. */
export class CorrectStepStart extends CommandTo<
  'productionOrderId',
  { readonly stepId: string; readonly on: string; readonly reason: string }
> {
  readonly type = 'CorrectStepStart';
}

/** It was completed too early. */
export class ReopenStep extends CommandTo<'productionOrderId', { readonly stepId: string; readonly reason: string }> {
  readonly type = 'ReopenStep';
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
  | StartStep
  | CorrectStepStart
  | ReportProgress
  | CorrectProgress
  | CompleteStep
  | ReopenStep
  | SuperviseStep
  | GoodsInCommand;
