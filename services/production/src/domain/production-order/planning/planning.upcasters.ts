import type { Upcasters } from '@engsales/event-sourcing/domain';
import { yuanOfFen } from '../../unit-cost.js';
import type { OrderEngineered } from './planning.events.js';

type Engineered = OrderEngineered['data'];

/** Version 1 said what the material of one unit costs in whole fen. */
type EngineeredV1 = Omit<Engineered, 'bom'> & {
  readonly bom: Omit<Engineered['bom'], 'unitCost'> & { readonly unitCostFen: number };
};

const inYuan = ({ productionOrderId, contractId, state, bom }: EngineeredV1): Engineered => ({
  productionOrderId,
  contractId,
  state,
  bom: { bomId: bom.bomId, rev: bom.rev, drawingRev: bom.drawingRev, unitCost: yuanOfFen(bom.unitCostFen) },
});

export const planningUpcasters: Upcasters = { OrderEngineered: { 1: inYuan } };
