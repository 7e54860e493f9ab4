import {
  contractResumed,
  contractSuspended,
  contractTerminated,
  contractVoided,
  type ContractVoidedData,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { productionOrderId } from '../domain/ids.js';
import { EndOrder } from '../domain/production-order/ending/ending.commands.js';
import { DropHold, PlaceHold } from '../domain/production-order/holds/holds.commands.js';
import { RescheduleOrder } from '../domain/production-order/receiving/receiving.commands.js';

/** The order has ended before. */
const ENDED = ['ORDER_ENDED'];

/** A suspension holds every order, also one that has not come yet. */
export const holdWhenContractSuspended = when(contractSuspended, {
  name: 'hold-orders-when-contract-suspended',
  nothingToDo: ENDED,
  neverQueued: true,
  then: ({ data: { contractId, orderLineIds, suspensionNo, since }, projectId }) =>
    orderLineIds.map((lineId) =>
      issue(PlaceHold, lineId, {
        productionOrderId: productionOrderId(contractId, lineId),
        projectId,
        code: 'CONTRACT_SUSPENDED',
        ref: String(suspensionNo),
        since,
      }),
    ),
});

/** The hold of this suspension goes, and the dates move that the resumption names. */
export const resumeWhenContractResumed = when(contractResumed, {
  name: 'resume-orders-when-contract-resumed',
  nothingToDo: ENDED,
  then: ({ data: { contractId, orderLineIds, suspensionNo, dateShifts, contractVersion } }) => [
    ...orderLineIds.map((lineId) =>
      issue(DropHold, `hold:${lineId}`, {
        productionOrderId: productionOrderId(contractId, lineId),
        code: 'CONTRACT_SUSPENDED',
        ref: String(suspensionNo),
      }),
    ),
    ...dateShifts
      .filter(({ lineId }) => orderLineIds.includes(lineId))
      .map(({ lineId, to, reason }) =>
        issue(RescheduleOrder, `date:${lineId}`, {
          productionOrderId: productionOrderId(contractId, lineId),
          to,
          reason,
          contractVersion,
        }),
      ),
  ],
});

/** A voided contract ends its orders; one that has not been received yet never will be. */
export const endOrdersWhenContractVoided = when(contractVoided, {
  name: 'cancel-orders-when-contract-voided',
  nothingToDo: ENDED,
  neverQueued: true,
  then: ({ data, projectId }) => endOrders(data, projectId),
});

/** A terminated one too: what nothing has left of is cancelled, the rest closed short. */
export const endOrdersWhenContractTerminated = when(contractTerminated, {
  name: 'end-orders-when-contract-terminated',
  nothingToDo: ENDED,
  neverQueued: true,
  then: ({ data, projectId }) => endOrders(data, projectId),
});

function endOrders(data: ContractVoidedData, projectId: string) {
  const { contractId, orderLineIds, initiator, reason, contractVersion } = data;
  return orderLineIds.map((lineId) =>
    issue(EndOrder, lineId, {
      productionOrderId: productionOrderId(contractId, lineId),
      projectId,
      contractId,
      lineId,
      initiator,
      reason,
      contractVersion,
    }),
  );
}
