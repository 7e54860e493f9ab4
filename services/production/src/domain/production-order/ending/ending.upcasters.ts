import type { Upcasters } from '@engsales/event-sourcing/domain';
import type { ProductionOrderCancelled, ProductionOrderShortClosed } from './ending.events.js';

type EarlyEnd = (ProductionOrderCancelled | ProductionOrderShortClosed)['data'];

/** Version 1 also said what can be used again, which nobody has ever valued: it was always 0. */
const withoutRecoverable = (data: EarlyEnd): EarlyEnd => ({
  productionOrderId: data.productionOrderId,
  contractId: data.contractId,
  lineId: data.lineId,
  trackingId: data.trackingId,
  state: data.state as 'CANCELLED',
  initiator: data.initiator,
  reason: data.reason,
  producedQty: data.producedQty,
  shippedQty: data.shippedQty,
  wipCostFen: data.wipCostFen,
  scrapCostFen: data.scrapCostFen,
  contractVersion: data.contractVersion,
});

export const endingUpcasters: Upcasters = {
  ProductionOrderCancelled: { 1: withoutRecoverable },
  ProductionOrderShortClosed: { 1: withoutRecoverable },
};
