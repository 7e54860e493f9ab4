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
  ProductionOrderForestalled,
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

import { ofLine } from './figures-of-line.js';

export const receivedOrder = (data: ProductionOrderReceived['data']): ProductionOrderReceivedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
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
  contractOrigin: data.contractOrigin,
  state: data.state,
  packageId: data.packageId,
  merchandiserId: data.merchandiserId,
  backupCopyRef: data.backupCopyRef,
  handedOverOn: data.handedOverOn,
});

export const rescheduledOrder = (data: OrderRescheduled['data']): OrderRescheduledData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
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
  contractOrigin: data.contractOrigin,
  productionOrderIds: data.productionOrderIds,
  state: data.state,
  rev: data.rev,
  artefacts: data.artefacts.map(({ type, status, docRef, rev }) => ({ type, status, docRef, rev })),
  releasedOn: data.releasedOn,
});

export const releasedBom = (data: BomReleased['data']): BomReleasedData => ({
  packageId: data.packageId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
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
    unitCost: line.unitCost,
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
  contractOrigin: data.contractOrigin,
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
  contractOrigin: data.contractOrigin,
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
  contractOrigin: data.contractOrigin,
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
  contractOrigin: data.contractOrigin,
  state: data.state,
  lineId: data.lineId,
  producedQty: ofLine(data, data.producedQty),
  completedOn: data.completedOn,
});

export const stopWork = (data: StopEvent['data']): StopWorkData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  state: data.state,
  stopId: data.stop.stopId,
  scope: data.stop.scope,
  stepId: data.stop.stepId,
  violatedArtefact: { type: data.stop.violatedArtefact.type, rev: data.stop.violatedArtefact.rev },
  by: data.by,
  on: data.on,
  holds: data.holds.map(({ code, ref, stepId, since, by }) => ({ code, ref, stepId, since, by })),
});

/** The order never came: nothing was made of it, and the contract, which is one of this system, hears that it has ended. */
export const forestalledOrder = (data: ProductionOrderForestalled['data']): ProductionOrderCancelledData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  lineId: data.lineId,
  state: 'CANCELLED',
  initiator: data.initiator ?? 'UNKNOWN',
  reason: data.reason,
  producedQty: '0',
  shippedQty: '0',
  wipCostFen: 0,
  scrapCostFen: 0,
});

type EarlyEnd = ProductionOrderCancelled | ProductionOrderShortClosed;

export const earlyEnd = (data: EarlyEnd['data']): ProductionOrderCancelledData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  lineId: data.lineId,
  state: data.state,
  initiator: data.initiator,
  reason: data.reason,
  producedQty: ofLine(data, data.producedQty),
  shippedQty: ofLine(data, data.shippedQty),
  wipCostFen: data.wipCostFen,
  scrapCostFen: data.scrapCostFen,
});

export const closedOrder = (data: ProductionOrderClosed['data']): ProductionOrderClosedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  state: data.state,
  lineId: data.lineId,
  deliveredQty: ofLine(data, data.deliveredQty),
  closedOn: data.closedOn,
});

export const reopenedOrder = (data: ProductionOrderReopened['data']): ProductionOrderReopenedData => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  state: data.state,
  lineId: data.lineId,
  deliveredQty: ofLine(data, data.deliveredQty),
  reason: data.reason,
  reopenedOn: data.reopenedOn,
});
