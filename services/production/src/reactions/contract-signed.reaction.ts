import { contractSigned, type ContractSignedData, type PublicContractLine } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { ReceiveOrder } from '../domain/production-order/production-order.commands.js';
import { packageIdOf, productionOrderId, trackingIdOf } from './ids.js';

/** A signed contract makes one production order per MAKE or BUY line. */
export const receiveOrdersWhenContractSigned = when(contractSigned, {
  name: 'receive-orders-when-contract-signed',
  // the line has its order, or the contract was voided before we heard of it
  nothingToDo: ['DUPLICATE_PRODUCTION_ORDER', 'INVALID_TRANSITION'],
  then: ({ data, projectId }) =>
    data.lines
      .filter((line) => data.orderLineIds.includes(line.lineId))
      .map((line) => issue(ReceiveOrder, line.lineId, orderOf(line, data, projectId))),
});

function orderOf(line: PublicContractLine, contract: ContractSignedData, projectId: string) {
  const { contractId, merchandiserId, contractVersion } = contract;
  return {
    productionOrderId: productionOrderId(contractId, line.lineId),
    projectId,
    contractId,
    lineId: line.lineId,
    kind: line.fulfilment === 'BUY' ? ('PROCURE' as const) : ('PRODUCE' as const),
    itemCode: line.itemCode,
    name: line.name,
    qty: line.qty,
    uom: line.uom,
    amountFen: line.amountFen,
    committedDate: line.committedDate,
    merchandiserId,
    packageId: packageIdOf(contractId, line.packageKey),
    trackingId: trackingIdOf(contractId, line.trackingKey),
    contractVersion,
    gates: contract.gates,
  };
}
