import {
  productionOrderCancelled,
  productionOrderClosed,
  productionOrderReopened,
  productionOrderShortClosed,
} from '@engsales/events';
import { issue } from '@engsales/messaging';
import { RecordOrderEnd, RecordOrderReopening } from '../domain/contract/ending/ending.commands.js';
import { whenOfOurContract } from './when-of-our-contract.js';

/** What an order has cost when it ended counts in the settlement of a terminated contract. */
export const recordWhenOrderCancelled = whenOfOurContract(productionOrderCancelled, {
  name: 'record-order-end-when-cancelled',
  then: ({ data: { contractId, lineId, wipCostFen, scrapCostFen } }) => [
    issue(RecordOrderEnd, lineId, {
      contractId,
      lineId,
      outcome: 'CANCELLED' as const,
      sunkCostFen: wipCostFen + scrapCostFen,
    }),
  ],
});

export const recordWhenOrderShortClosed = whenOfOurContract(productionOrderShortClosed, {
  name: 'record-order-end-when-short-closed',
  then: ({ data: { contractId, lineId, wipCostFen, scrapCostFen } }) => [
    issue(RecordOrderEnd, lineId, {
      contractId,
      lineId,
      outcome: 'SHORT_CLOSED' as const,
      sunkCostFen: wipCostFen + scrapCostFen,
    }),
  ],
});

export const recordWhenOrderClosed = whenOfOurContract(productionOrderClosed, {
  name: 'record-order-end-when-closed',
  then: ({ data: { contractId, lineId } }) => [
    issue(RecordOrderEnd, lineId, { contractId, lineId, outcome: 'CLOSED' as const, sunkCostFen: 0 }),
  ],
});

/** The delivery of a closed order was corrected, so its end does not stand. */
export const recordWhenOrderReopened = whenOfOurContract(productionOrderReopened, {
  name: 'record-order-reopening',
  then: ({ data: { contractId, lineId } }) => [issue(RecordOrderReopening, lineId, { contractId, lineId })],
});
