import { issue, whenOwn } from '@engsales/messaging';
import { materialUnitCost } from '@engsales/values';
import type {
  BomReleased,
  EngineeringPackageExtended,
  ReleasedBomRecord,
} from '../domain/engineering-package/engineering-package.events.js';
import { EngineerOrder } from '../domain/production-order/planning/planning.commands.js';

/** A released BOM makes its orders engineered; an order that has ended meanwhile does not need it. */
export const engineerOrdersWhenBomReleased = whenOwn<BomReleased>('BomReleased', {
  name: 'engineer-orders-when-bom-released',
  nothingToDo: ['ORDER_ENDED'],
  then: ({ data }) => engineerOrders(data.productionOrderIds, data),
});

/** An order that joins a released package is engineered with what was released; the others know it. */
export const engineerOrdersWhenPackageExtended = whenOwn<EngineeringPackageExtended>('EngineeringPackageExtended', {
  name: 'engineer-orders-when-package-extended',
  nothingToDo: ['ORDER_ENDED'],
  then: ({ data: { productionOrderIds, bom } }) => (bom ? engineerOrders(productionOrderIds, bom) : []),
});

function engineerOrders(productionOrderIds: readonly string[], { bomId, rev, drawingRev, lines }: ReleasedBomRecord) {
  const unitCost = materialUnitCost(lines);
  return productionOrderIds.map((productionOrderId) =>
    issue(EngineerOrder, productionOrderId, { productionOrderId, bomId, rev, drawingRev, unitCost }),
  );
}
