import type { StepState } from '../production-order.values.js';

/** 入库: bought goods that came in, by the supplier's note. */
export interface GoodsIn {
  readonly goodsInId: string;
  readonly qty: string;
  readonly docRef: string;
  readonly supplierPartyId: string;
  readonly receivedOn: string;
}

/** 工序. Quantities are decimals in the unit of the order. */
export interface WorkStep {
  readonly stepId: string;
  readonly seq: number;
  readonly name: string;
  /** Staff id. */
  readonly ownerId: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly drawingRev?: string;
  readonly state: StepState;
  readonly goodQty: string;
  readonly scrapQty: string;
  readonly startedOn?: string;
  readonly doneOn?: string;
  /** The first day for which work was reported. */
  readonly reportedFrom?: string;
  /** What was to be made by the steps when it was completed with a reason, with less. */
  readonly completedFor?: string;
  /** Of the good units, as far as they were reported. */
  readonly serialNos: readonly string[];
}
