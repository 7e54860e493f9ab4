import {
  contractSigned,
  type ContractImportedData,
  type ContractSignedData,
  type PublicContractLine,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { packageIdOf, productionOrderId, trackingIdOf } from '../domain/ids.js';
import { ReceiveOrder } from '../domain/production-order/receiving/receiving.commands.js';

/** A signed contract makes one production order per MAKE or BUY line. */
export const receiveOrdersWhenContractSigned = when(contractSigned, {
  name: 'receive-orders-when-contract-signed',
  // the line has its order, or the end of the contract was heard before its beginning
  nothingToDo: ['DUPLICATE_PRODUCTION_ORDER', 'ORDER_ENDED'],
  then: ({ data, projectId }) =>
    data.lines
      .filter((line) => data.orderLineIds.includes(line.lineId))
      .map((line) => issue(ReceiveOrder, line.lineId, orderFor(line, data, projectId))),
});

/** The order of a line of which nothing was made or delivered before. */
export function orderFor(
  line: PublicContractLine,
  contract: ContractSignedData | ContractImportedData,
  projectId: string,
): ReceiveOrder['data'] {
  const { contractId, gates } = contract;
  return {
    productionOrderId: productionOrderId(contractId, line.lineId),
    projectId,
    contractId,
    lineId: line.lineId,
    kind: line.fulfilment === 'BUY' ? 'PROCURE' : 'PRODUCE',
    itemCode: line.itemCode,
    name: line.name,
    qty: line.qty,
    uom: line.uom,
    amountFen: line.amountFen,
    committedDate: line.committedDate,
    merchandiserId: contract.merchandiserId,
    packageId: packageIdOf(contractId, line.packageKey),
    trackingId: trackingIdOf(contractId, line.trackingKey),
    salespersonId: contract.salespersonId,
    contractVersion: contract.contractVersion,
    gates: {
      RELEASE_PRODUCTION: { state: gates.RELEASE_PRODUCTION.state, until: gates.RELEASE_PRODUCTION.until },
      DISPATCH: { state: gates.DISPATCH.state, until: gates.DISPATCH.until },
    },
  };
}
