import { shownIn, type ShownPersons } from '@engsales/personal-data';
import type { Hold, StopWork } from '../domain/production-order/holds/holds.state.js';
import {
  isReceived,
  type LiveOrder,
  type MadeOrder,
  type ProductionOrder,
} from '../domain/production-order/production-order.state.js';
import {
  availableQty,
  deliveredQty,
  netShippedQty,
  readyQty,
  refusedQty,
  restockedQty,
  scrappedQty,
  shippedQty,
  toMakeQty,
} from '../domain/production-order/shipping/quantities.js';
import type { GoodsIn } from '../domain/production-order/shop-floor/shop-floor.state.js';
import { producedQty } from '../domain/production-order/shop-floor/steps.js';
import type { CallOff, Shipment } from '../domain/production-order/shipping/shipping.state.js';

/** The persons whom a view of the order shows. */
export const personsIn = (order: ProductionOrder): readonly string[] =>
  isReceived(order)
    ? order.shipments.flatMap(({ driverRef, signedByRef }) =>
        [driverRef, signedByRef].filter((ref) => ref !== undefined),
      )
    : [];

/** A production order as it is answered; of one that has not come yet, what is known of it. */
export function orderView(id: string, revision: number, order: ProductionOrder, people: ShownPersons) {
  if (isReceived(order)) return { id, revision, ...receivedView(order, people) };
  switch (order.state) {
    case 'NONE':
      return { id, revision, state: order.state };
    case 'AWAITED': {
      const { state, productionOrderId, projectId, holds } = order;
      return { id, revision, state, productionOrderId, projectId, holds: holds.map(holdView) };
    }
    case 'FORESTALLED': {
      const { state, productionOrderId, projectId, contractId, lineId, reason } = order;
      return { id, revision, state, productionOrderId, projectId, contractId, lineId, reason };
    }
  }
}

function receivedView(order: LiveOrder, people: ShownPersons) {
  return {
    productionOrderId: order.productionOrderId,
    projectId: order.projectId,
    contractId: order.contractId,
    lineId: order.lineId,
    kind: order.kind,
    state: order.state,
    itemCode: order.itemCode,
    name: order.name,
    qty: order.qty,
    uom: order.uom,
    amountFen: order.amountFen,
    committedDate: order.committedDate,
    merchandiserId: order.merchandiserId,
    packageId: order.packageId,
    trackingId: order.trackingId,
    salespersonId: order.salespersonId,
    contractVersion: order.contractVersion,
    contractOrigin: order.contractOrigin,
    opening: {
      producedQty: order.opening.producedQty,
      onTheRoadQty: order.opening.onTheRoadQty,
      deliveredQty: order.opening.deliveredQty,
    },
    receivedOn: order.receivedOn,
    releaseDueAt: order.releaseDueAt,
    releaseOverdue: order.releaseOverdue,
    backupCopyRef: order.backupCopyRef,
    executionFormAccepted: order.executionFormAccepted,
    gates: {
      RELEASE_PRODUCTION: {
        state: order.gates.RELEASE_PRODUCTION.state,
        until: order.gates.RELEASE_PRODUCTION.until,
      },
      DISPATCH: { state: order.gates.DISPATCH.state, until: order.gates.DISPATCH.until },
    },
    holds: order.holds.map(holdView),
    stops: order.stops.map(stopView),
    bom: order.bom && {
      bomId: order.bom.bomId,
      rev: order.bom.rev,
      drawingRev: order.bom.drawingRev,
      unitCost: order.bom.unitCost,
      accepted: order.bom.accepted,
    },
    instructionNo: order.instructionNo,
    releasedOn: order.releasedOn,
    steps: order.kind === 'PRODUCE' ? order.steps.map(stepView) : undefined,
    receivedQty: order.kind === 'PROCURE' ? order.receivedQty : undefined,
    goodsIn: order.kind === 'PROCURE' ? order.goodsIn.map(goodsInView) : undefined,
    shipments: order.shipments.map((shipment) => shipmentView(shipment, people)),
    goods: goodsView(order),
    callOffs: order.callOffs.map(callOffView),
    deferredUntil: order.deferredUntil,
    earlierDeferrals: order.earlierDeferrals,
    delayDays: order.delayDays,
    exceptionsHeard: order.exceptionsHeard,
    delayToldFor: order.delayToldFor,
    cancelReason: order.cancelReason,
  };
}

/** The quantities of the order in all; shipped is net of what came back. */
const goodsView = (order: LiveOrder) => ({
  toMakeQty: toMakeQty(order),
  producedQty: producedQty(order),
  availableQty: availableQty(order),
  readyQty: readyQty(order),
  shippedQty: netShippedQty(order),
  grossShippedQty: shippedQty(order),
  deliveredQty: deliveredQty(order),
  refusedQty: refusedQty(order),
  restockedQty: restockedQty(order),
  scrappedQty: scrappedQty(order),
});

const holdView = ({ code, ref, stepId, since, by }: Hold) => ({ code, ref, stepId, since, by });

const stopView = (stop: StopWork) => ({
  stopId: stop.stopId,
  scope: stop.scope,
  stepId: stop.stepId,
  violatedArtefact: { type: stop.violatedArtefact.type, rev: stop.violatedArtefact.rev },
  state: stop.state,
  correction: stop.correction,
});

const stepView = (step: MadeOrder['steps'][number]) => ({
  stepId: step.stepId,
  seq: step.seq,
  name: step.name,
  ownerId: step.ownerId,
  plannedStart: step.plannedStart,
  plannedEnd: step.plannedEnd,
  drawingRev: step.drawingRev,
  state: step.state,
  goodQty: step.goodQty,
  scrapQty: step.scrapQty,
  startedOn: step.startedOn,
  doneOn: step.doneOn,
  reportedFrom: step.reportedFrom,
  serialNos: step.serialNos,
});

const goodsInView = ({ goodsInId, qty, docRef, supplierPartyId, receivedOn }: GoodsIn) => ({
  goodsInId,
  qty,
  docRef,
  supplierPartyId,
  receivedOn,
});

const shipmentView = (shipment: Shipment, people: ShownPersons) => ({
  shipmentId: shipment.shipmentId,
  state: shipment.state,
  qty: shipment.qty,
  consignmentNo: shipment.consignmentNo,
  certRef: shipment.certRef,
  inspectedOn: shipment.inspectedOn,
  carrierRef: shipment.carrierRef,
  driverRef: shipment.driverRef,
  driver: shipment.driverRef === undefined ? undefined : shownIn(people, shipment.driverRef),
  serialNos: shipment.serialNos,
  dispatchedOn: shipment.dispatchedOn,
  deliveredOn: shipment.deliveredOn,
  signedByRef: shipment.signedByRef,
  signedBy: shipment.signedByRef === undefined ? undefined : shownIn(people, shipment.signedByRef),
  refusedQty: shipment.refusedQty,
  refusedSerialNos: shipment.refusedSerialNos,
  restockedQty: shipment.restockedQty,
  disposedQty: shipment.disposedQty,
  reworkQty: shipment.reworkQty,
});

const callOffView = ({ callOffId, qty, deliverTo, requiredOn }: CallOff) => ({ callOffId, qty, deliverTo, requiredOn });
