import type {
  BomReleasedData,
  EngineeringPackageReleasedData,
  OrderHandedToEngineeringData,
  OrderRescheduledData,
  ProductionCompletedData,
  ProductionOrderCancelledData,
  ProductionOrderClosedData,
  ProductionOrderReceivedData,
  ProductionOrderReleasedData,
  ProductionOrderReopenedData,
  ProductionProgressReportedData,
  StopWorkData,
} from '@engsales/events';
import type {
  BomReleased,
  EngineeringPackageReleased,
} from '../domain/engineering-package/engineering-package.events.js';
import type {
  ProductionOrderCancelled,
  ProductionOrderClosed,
  ProductionOrderReopened,
  ProductionOrderShortClosed,
} from '../domain/production-order/ending/ending.events.js';
import type { StopEvent } from '../domain/production-order/holds/holds.events.js';
import type { ProductionOrderReleased } from '../domain/production-order/planning/planning.events.js';
import type {
  OrderHandedToEngineering,
  OrderRescheduled,
  ProductionOrderReceived,
} from '../domain/production-order/receiving/receiving.events.js';
import type {
  ProductionCompleted,
  ProductionProgressReported,
  ProgressCorrected,
} from '../domain/production-order/shop-floor/shop-floor.events.js';

export const receivedOrder = (data: ProductionOrderReceived['data']): ProductionOrderReceivedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  lineId: data.lineId,
  kind: data.kind,
  state: data.state,
  itemCode: data.itemCode,
  name: data.name,
  qty: data.qty,
  uom: data.uom,
  amountFen: data.amountFen,
  committedDate: data.committedDate,
  merchandiserId: data.merchandiserId,
  packageId: data.packageId,
  trackingId: data.trackingId,
  contractVersion: data.contractVersion,
});

export const handedOrder = (data: OrderHandedToEngineering['data']): OrderHandedToEngineeringData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  packageId: data.packageId,
  merchandiserId: data.merchandiserId,
  backupCopyRef: data.backupCopyRef,
  handedOverOn: data.handedOverOn,
});

export const rescheduledOrder = (data: OrderRescheduled['data']): OrderRescheduledData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  lineId: data.lineId,
  from: data.from,
  committedDate: data.committedDate,
  reason: data.reason,
  contractVersion: data.contractVersion,
});

export const releasedPackage = (data: EngineeringPackageReleased['data']): EngineeringPackageReleasedData => ({
  packageId: data.packageId,
  contractId: data.contractId,
  productionOrderIds: data.productionOrderIds,
  state: data.state,
  rev: data.rev,
  artefacts: data.artefacts.map(({ type, status, docRef, rev }) => ({ type, status, docRef, rev })),
  releasedOn: data.releasedOn,
});

export const releasedBom = (data: BomReleased['data']): BomReleasedData => ({
  packageId: data.packageId,
  contractId: data.contractId,
  productionOrderIds: data.productionOrderIds,
  bomId: data.bomId,
  rev: data.rev,
  docRev: data.docRev,
  drawingRev: data.drawingRev,
  lines: data.lines.map((line) => ({
    itemCode: line.itemCode,
    name: line.name,
    spec: line.spec,
    qty: line.qty,
    uom: line.uom,
    scrapBps: line.scrapBps,
    unitCostFen: line.unitCostFen,
    supply: line.supply,
    drawingNo: line.drawingNo,
    drawingRev: line.drawingRev,
  })),
  materialBudgetFen: data.materialBudgetFen,
  releasedOn: data.releasedOn,
});

export const releasedOrder = (data: ProductionOrderReleased['data']): ProductionOrderReleasedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  instructionNo: data.instructionNo,
  bomRev: data.bomRev,
  plannedStart: data.plannedStart,
  plannedEnd: data.plannedEnd,
  steps: data.steps.map(({ seq, name, ownerId }) => ({ seq, name, ownerId })),
  releasedOn: data.releasedOn,
});

export const progress = (data: ProductionProgressReported['data']): ProductionProgressReportedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  stepSeq: data.step.seq,
  goodQty: data.goodQty,
  scrapQty: data.scrapQty,
  cumulativeGoodQty: data.cumulativeGoodQty,
  percentBps: data.percentBps,
  forecastDate: data.forecastDate,
  doneOn: data.doneOn,
});

/** What a step has made in all is told again, also where it is less. */
export const correctedProgress = (data: ProgressCorrected['data']): ProductionProgressReportedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  stepSeq: data.step.seq,
  goodQty: '0',
  scrapQty: '0',
  cumulativeGoodQty: data.step.goodQty,
  percentBps: data.percentBps,
  forecastDate: data.forecastDate ?? data.step.plannedEnd,
  doneOn: data.correctedOn ?? data.step.plannedEnd,
  correction: true,
});

export const completedProduction = (data: ProductionCompleted['data']): ProductionCompletedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  lineId: data.lineId,
  producedQty: data.producedQty,
  completedOn: data.completedOn,
});

export const stopWork = (data: StopEvent['data']): StopWorkData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  stopId: data.stop.stopId,
  scope: data.stop.scope,
  stepId: data.stop.stepId,
  violatedArtefact: { type: data.stop.violatedArtefact.type, rev: data.stop.violatedArtefact.rev },
  by: data.by,
  on: data.on,
  holds: data.holds.map(({ code, ref, stepId, since, by }) => ({ code, ref, stepId, since, by })),
});

type EarlyEnd = ProductionOrderCancelled | ProductionOrderShortClosed;

export const earlyEnd = (data: EarlyEnd['data']): ProductionOrderCancelledData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  lineId: data.lineId,
  state: data.state,
  initiator: data.initiator,
  reason: data.reason,
  producedQty: data.producedQty,
  shippedQty: data.shippedQty,
  wipCostFen: data.wipCostFen,
  scrapCostFen: data.scrapCostFen,
  recoverableFen: data.recoverableFen,
});

export const closedOrder = (data: ProductionOrderClosed['data']): ProductionOrderClosedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  lineId: data.lineId,
  deliveredQty: data.deliveredQty,
  closedOn: data.closedOn,
});

export const reopenedOrder = (data: ProductionOrderReopened['data']): ProductionOrderReopenedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  state: data.state,
  lineId: data.lineId,
  deliveredQty: data.deliveredQty,
  reason: data.reason,
  reopenedOn: data.reopenedOn,
});
