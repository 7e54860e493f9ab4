import { issue, whenOwn } from '@engsales/messaging';
import { RequestPackage } from '../domain/engineering-package/engineering-package.commands.js';
import { OpenTracking } from '../domain/order-tracking/order-tracking.commands.js';
import type { ProductionOrderReceived } from '../domain/production-order/receiving/receiving.events.js';

/** An order that was received asks engineering for its package and opens the merchandiser's tracking; no order, neither. */
export const beginWorkWhenOrderReceived = whenOwn<ProductionOrderReceived>('ProductionOrderReceived', {
  name: 'begin-work-when-order-received',
  then: ({ data: { productionOrderId, projectId, contractId, packageId, trackingId, kind, qty, merchandiserId } }) => [
    issue(RequestPackage, packageId, { packageId, projectId, contractId, productionOrderId, kind, qty }),
    issue(OpenTracking, trackingId, { trackingId, projectId, contractId, productionOrderId, merchandiserId }),
  ],
});
