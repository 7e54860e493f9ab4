import { issue, whenOwn } from '@engsales/messaging';
import { isAtLeast } from '@engsales/values';
import { RequestPackage } from '../domain/engineering-package/engineering-package.commands.js';
import { OpenTracking } from '../domain/order-tracking/order-tracking.commands.js';
import type { ProductionOrderReceived } from '../domain/production-order/receiving/receiving.events.js';

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
