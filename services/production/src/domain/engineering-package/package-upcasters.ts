import type { Upcasters } from '@engsales/event-sourcing/domain';
import { materialUnitCost } from '@engsales/values';
import { yuanOfFen } from '../unit-cost.js';
import type {
  BomLineRecord,
  BomReleased,
  BomSubmitted,
  EngineeringPackageExtended,
  ReleasedBomRecord,
} from './engineering-package.events.js';

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

/** Version 1 repeated the whole BOM for every order that joined. */
type ReleasedBomV1 = Omit<ReleasedBomRecord, 'unitCost'> & { readonly lines: readonly BomLineRecord[] };
type ExtendedV1 = Omit<EngineeringPackageExtended['data'], 'bom'> & { readonly bom?: ReleasedBomV1 };

const bomWithCost = ({ bomId, rev, drawingRev, lines }: ReleasedBomV1): ReleasedBomRecord => ({
  bomId,
  rev,
  drawingRev,
  unitCost: materialUnitCost(lines),
});

const extendedWithCost = (data: ExtendedV1): EngineeringPackageExtended['data'] => ({
  packageId: data.packageId,
  contractId: data.contractId,
  state: data.state,
  orders: data.orders,
  artefacts: data.artefacts,
  bom: data.bom && bomWithCost(data.bom),
});

export const packageUpcasters: Upcasters = {
  BomSubmitted: { 1: submittedInYuan },
  BomReleased: { 1: releasedInYuan },
  EngineeringPackageExtended: { 1: extendedWithCost },
};
