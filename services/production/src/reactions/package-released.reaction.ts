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
  then({ data: { productionOrderIds, bomId, rev, drawingRev, lines } }) {
    return engineerOrders(productionOrderIds, { bomId, rev, drawingRev, unitCost: materialUnitCost(lines) });
  },
});

/** An order that joins a released package is engineered with what was released; the others know it already. */
export const engineerOrdersWhenPackageExtended = whenOwn<EngineeringPackageExtended>('EngineeringPackageExtended', {
  name: 'engineer-orders-when-package-extended',
  nothingToDo: ['ORDER_ENDED'],
  then: ({ data: { orders, bom } }) =>
    bom
      ? engineerOrders(
          orders.map((order) => order.productionOrderId),
          bom,
        )
      : [],
});

function engineerOrders(productionOrderIds: readonly string[], bom: ReleasedBomRecord) {
  const { bomId, rev, drawingRev, unitCost } = bom;
  return productionOrderIds.map((productionOrderId) =>
    issue(EngineerOrder, productionOrderId, { productionOrderId, bomId, rev, drawingRev, unitCost }),
  );
}
