import { ToOrder } from './production-order.commands.js';

export interface PlannedStep {
  readonly seq: number;
  readonly name: string;
  /** Staff id; a plan without it is refused. */
  readonly ownerId?: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly drawingRev?: string;
}

export class PlanOrder extends ToOrder<{ readonly steps: readonly PlannedStep[] }> {
  readonly type = 'PlanOrder';
}

export class ReleaseOrder extends ToOrder<{ readonly instructionNo: string; readonly actingFor?: 'PMC' }> {
  readonly type = 'ReleaseOrder';
}

export class StartStep extends ToOrder<{ readonly stepId: string }> {
  readonly type = 'StartStep';
}

/** What was made since the last report. */
export class ReportProgress extends ToOrder<{
  readonly stepId: string;
  readonly goodQty: string;
  readonly scrapQty: string;
  readonly doneOn: string;
  readonly serialNos?: readonly string[];
}> {
  readonly type = 'ReportProgress';
}

/** What the step has made in all. */
export class CorrectProgress extends ToOrder<{
  readonly stepId: string;
  readonly goodQty: string;
  readonly scrapQty: string;
  readonly reason: string;
}> {
  readonly type = 'CorrectProgress';
}

export class CompleteStep extends ToOrder<{ readonly stepId: string }> {
  readonly type = 'CompleteStep';
}

export class SuperviseStep extends ToOrder<{
  readonly stepId: string;
  readonly level: string;
  readonly result: 'PASSED' | 'FAILED';
  readonly note?: string;
}> {
  readonly type = 'SuperviseStep';
}

/** Bought goods came in. */
export class ReceiveGoods extends ToOrder<{
  readonly qty: string;
  readonly docRef: string;
  readonly supplierPartyId: string;
}> {
  readonly type = 'ReceiveGoods';
}

export class OrderStopWork extends ToOrder<{
  readonly scope: 'ORDER' | 'STEP';
  readonly stepId?: string;
  readonly violatedArtefact: { readonly type: string; readonly rev?: string };
}> {
  readonly type = 'OrderStopWork';
}

export class LiftStopWork extends ToOrder<{ readonly stopId: string; readonly correction: string }> {
  readonly type = 'LiftStopWork';
}

export type ShopFloorCommand =
  | PlanOrder
  | ReleaseOrder
  | StartStep
  | ReportProgress
  | CorrectProgress
  | CompleteStep
  | SuperviseStep
  | ReceiveGoods
  | OrderStopWork
  | LiftStopWork;
