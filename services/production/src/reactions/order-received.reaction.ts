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
    const ids = { projectId, contractId, productionOrderId, contractOrigin: data.contractOrigin };
    const tracking = issue(OpenTracking, trackingId, { ...ids, trackingId, merchandiserId });
    // what was made before the order came needs no documents any more
    if (isAtLeast(data.opening?.producedQty ?? '0', qty)) return [tracking];
    return [issue(RequestPackage, packageId, { ...ids, packageId, kind, qty }), tracking];
  },
});
