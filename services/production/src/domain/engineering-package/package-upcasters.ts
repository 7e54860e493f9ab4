import type { Upcasters } from '@engsales/event-sourcing/domain';
import { yuanOfFen } from '../unit-cost.js';
import type { BomLineRecord, BomReleased, BomSubmitted } from './engineering-package.events.js';

/** Version 1 of a BOM said what a material costs in whole fen, which a screw at 0.035 yuan does not have. */
type BomLineV1 = Omit<BomLineRecord, 'unitCost'> & { readonly unitCostFen: number };
type WithLinesV1<Data> = Omit<Data, 'lines'> & { readonly lines: readonly BomLineV1[] };

const lineInYuan = (line: BomLineV1): BomLineRecord => ({
  itemCode: line.itemCode,
  name: line.name,
  spec: line.spec,
  qty: line.qty,
  uom: line.uom,
  scrapBps: line.scrapBps,
  unitCost: yuanOfFen(line.unitCostFen),
  supply: line.supply,
  drawingNo: line.drawingNo,
  drawingRev: line.drawingRev,
});

const submittedInYuan = (data: WithLinesV1<BomSubmitted['data']>): BomSubmitted['data'] => ({
  packageId: data.packageId,
  contractId: data.contractId,
  productionOrderIds: data.productionOrderIds,
  state: data.state,
  artefact: data.artefact,
  artefacts: data.artefacts,
  by: data.by,
  on: data.on,
  lines: data.lines.map(lineInYuan),
});

const releasedInYuan = (data: WithLinesV1<BomReleased['data']>): BomReleased['data'] => ({
  packageId: data.packageId,
  contractId: data.contractId,
  productionOrderIds: data.productionOrderIds,
  bomId: data.bomId,
  rev: data.rev,
  docRev: data.docRev,
  drawingRev: data.drawingRev,
  lines: data.lines.map(lineInYuan),
  materialBudgetFen: data.materialBudgetFen,
  releasedOn: data.releasedOn,
});

export const packageUpcasters: Upcasters = { BomSubmitted: { 1: submittedInYuan }, BomReleased: { 1: releasedInYuan } };
