import type { Upcasters } from '@engsales/event-sourcing/domain';
import { yuanOfFen } from '../../unit-cost.js';
import type { OrderEngineered } from './planning.events.js';

type Bom = OrderEngineered['data']['bom'];

/** Version 1 said what the material of one unit costs in whole fen. */
interface OrderEngineeredV1 {
  readonly bom: Omit<Bom, 'unitCost'> & { readonly unitCostFen: number };
}

export const planningUpcasters: Upcasters = {
  OrderEngineered: {
    1: ({ bom: { unitCostFen, ...bom }, ...data }: OrderEngineeredV1) => ({
      ...data,
      bom: { ...bom, unitCost: yuanOfFen(unitCostFen) },
    }),
  },
};
