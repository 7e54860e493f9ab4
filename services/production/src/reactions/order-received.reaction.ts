import { issue, whenOwn } from '@engsales/messaging';
import { isAtLeast } from '@engsales/values';
import { RequestPackage } from '../domain/engineering-package/engineering-package.commands.js';
import { OpenTracking } from '../domain/order-tracking/order-tracking.commands.js';
import type { ProductionOrderReceived } from '../domain/production-order/receiving/receiving.events.js';
import type { ToMakeChanged } from '../domain/production-order/shop-floor/shop-floor.events.js';

/** An order that was received asks engineering for its package and opens the merchandiser's tracking; no order, neither. */
export const beginWorkWhenOrderReceived = whenOwn<ProductionOrderReceived>('ProductionOrderReceived', {
  name: 'begin-work-when-order-received',
  then({ data }) {
    const { productionOrderId, projectId, contractId, packageId, trackingId, kind, qty, merchandiserId } = data;
    const { contractOrigin, opening } = data;
    const tracking = issue(OpenTracking, trackingId, {
      trackingId,
      projectId,
      contractId,
      productionOrderId,
      merchandiserId,
      contractOrigin,
    });
    // what was made before the order came needs no documents any more
    if (isAtLeast(opening?.producedQty ?? '0', qty)) return [tracking];
    const wanted = { packageId, projectId, contractId, productionOrderId, kind, qty, contractOrigin };
    return [issue(RequestPackage, packageId, wanted), tracking];
  },
});

/** What was made before its order came, and is made again now, needs documents after all. */
export const requestPackageWhenMadeAgain = whenOwn<ToMakeChanged>('ToMakeChanged', {
  name: 'request-package-when-made-again',
  then({ data: { productionOrderId, contractId, contractOrigin, wanted } }) {
    if (!wanted) return [];
    const { projectId, packageId, qty } = wanted;
    const order = {
      packageId,
      projectId,
      contractId,
      productionOrderId,
      kind: 'PRODUCE',
      qty,
      contractOrigin,
    } as const;
    return [issue(RequestPackage, packageId, order)];
  },
});
