import { contractVoided } from '@engsales/events';
import { step, when } from '@engsales/messaging';
import { CancelOrder } from '../domain/production-order/production-order.commands.js';
import { productionOrderId } from './ids.js';

/** A voided contract ends its orders; one that has not been received yet never will be. */
export const cancelOrdersWhenContractVoided = when(contractVoided, {
  name: 'cancel-orders-when-contract-voided',
  nothingToDo: ['INVALID_TRANSITION'],
  neverQueued: true,
  then: ({ data, projectId }) =>
    data.orderLineIds.map((lineId) =>
      step(CancelOrder, lineId, {
        productionOrderId: productionOrderId(data.contractId, lineId),
        projectId,
        contractId: data.contractId,
        lineId,
        initiator: data.initiator,
        reason: data.reason,
        contractVersion: data.contractVersion,
      }),
    ),
});
