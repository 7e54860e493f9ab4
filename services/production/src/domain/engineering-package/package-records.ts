import type { ArtefactRecord, BomLineRecord, PackageOrderRecord } from './engineering-package.events.js';
import type { Artefact, BomLine, CustomerApproval, PackageOrder } from './engineering-package.state.js';

export const recordOfArtefact = (artefact: Artefact): ArtefactRecord => ({
  type: artefact.type,
  status: artefact.status,
  docRef: artefact.docRef,
  rev: artefact.rev,
  submittedOn: artefact.submittedOn,
  customerApproval: artefact.customerApproval && approvalOf(artefact.customerApproval),
  reason: artefact.reason,
});

export const artefactFromRecord = (record: ArtefactRecord): Artefact => ({
  type: record.type,
  status: record.status,
  docRef: record.docRef,
  rev: record.rev,
  submittedOn: record.submittedOn,
  customerApproval: record.customerApproval && approvalOf(record.customerApproval),
  reason: record.reason,
});

const approvalOf = ({ required, docRef, on }: CustomerApproval): CustomerApproval => ({ required, docRef, on });

export const recordOfOrder = (order: PackageOrder): PackageOrderRecord => ({
  productionOrderId: order.productionOrderId,
  kind: order.kind,
  qty: order.qty,
});

export const orderFromRecord = (record: PackageOrderRecord): PackageOrder => ({
  productionOrderId: record.productionOrderId,
  kind: record.kind,
  qty: record.qty,
});

export const recordOfBomLine = (line: BomLine): BomLineRecord => ({
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

export const bomLineFromRecord = (record: BomLineRecord): BomLine => ({
  itemCode: record.itemCode,
  name: record.name,
  spec: record.spec,
  qty: record.qty,
  uom: record.uom,
  scrapBps: record.scrapBps,
  unitCost: record.unitCost,
  supply: record.supply,
  drawingNo: record.drawingNo,
  drawingRev: record.drawingRev,
});
