import {
  orderIdsOf,
  type Artefact,
  type BomLine,
  type EngineeringPackage,
} from '../domain/engineering-package/engineering-package.state.js';

/** An engineering package as it is answered. */
export function packageView(id: string, revision: number, existing: EngineeringPackage) {
  if (existing.state === 'NONE') return { id, revision, state: existing.state };
  return {
    id,
    revision,
    packageId: existing.packageId,
    projectId: existing.projectId,
    contractId: existing.contractId,
    state: existing.state,
    productionOrderIds: orderIdsOf(existing),
    orders: existing.orders.map(({ productionOrderId, kind, qty }) => ({ productionOrderId, kind, qty })),
    artefacts: existing.artefacts.map(artefactView),
    bomLines: existing.bomLines.map(bomLineView),
    rev: existing.rev,
    releasedTypes: existing.releasedTypes,
    contractOrigin: existing.contractOrigin,
  };
}

const artefactView = ({ type, status, docRef, rev, submittedOn, customerApproval: approval, reason }: Artefact) => ({
  type,
  status,
  docRef,
  rev,
  submittedOn,
  customerApproval: approval && { required: approval.required, docRef: approval.docRef, on: approval.on },
  reason,
});

const bomLineView = (line: BomLine) => ({
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
});
