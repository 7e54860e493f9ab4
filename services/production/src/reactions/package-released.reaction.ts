import { issue, whenOwn } from '@engsales/messaging';
import { materialUnitCost } from '@engsales/values';
import type { BomReleased } from '../domain/engineering-package/engineering-package.events.js';
import { EngineerOrder } from '../domain/production-order/planning/planning.commands.js';

/** A released BOM makes its orders engineered; an order that has ended meanwhile does not need it. */
export const engineerOrdersWhenBomReleased = whenOwn<BomReleased>('BomReleased', {
  name: 'engineer-orders-when-bom-released',
  nothingToDo: ['ORDER_ENDED'],
  then: ({ data: { productionOrderIds, bomId, rev, drawingRev, lines } }) => {
    const unitCost = materialUnitCost(lines);
    return productionOrderIds.map((productionOrderId) =>
      issue(EngineerOrder, productionOrderId, { productionOrderId, bomId, rev, drawingRev, unitCost }),
    );
  },
});
