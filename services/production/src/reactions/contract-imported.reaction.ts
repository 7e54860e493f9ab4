import { contractImported, type ContractImportedData, type PublicContractLine } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { difference, isPositiveQuantity, largerQuantity, proportionFen } from '@engsales/values';
import { ReceiveOrder } from '../domain/production-order/receiving/receiving.commands.js';
import type { Opening } from '../domain/production-order/receiving/receiving.state.js';
import { orderFor } from './contract-signed.reaction.js';

/**
 * A contract that came as a running one makes an order for the rest of each MAKE or BUY line, with what is on hand and on the road;
 * commerce has accepted its form. A line that is delivered in full has no order.
 */
export const receiveOrdersWhenContractImported = when(contractImported, {
  name: 'receive-orders-when-contract-imported',
  // the line has its order, or the end of the contract was heard before its beginning
  nothingToDo: ['DUPLICATE_PRODUCTION_ORDER', 'ORDER_ENDED'],
  then: ({ data, projectId }) =>
    data.lines
      .filter((line) => data.orderLineIds.includes(line.lineId) && isPositiveQuantity(restOf(line, data)))
      .map((line) => issue(ReceiveOrder, line.lineId, orderForRest(line, data, projectId))),
});

function orderForRest(
  line: PublicContractLine,
  contract: ContractImportedData,
  projectId: string,
): ReceiveOrder['data'] {
  const qty = restOf(line, contract);
  const whole = orderFor(line, contract, projectId);
  return {
    productionOrderId: whole.productionOrderId,
    projectId: whole.projectId,
    contractId: whole.contractId,
    lineId: whole.lineId,
    kind: whole.kind,
    itemCode: whole.itemCode,
    name: whole.name,
    qty,
    uom: whole.uom,
    amountFen: proportionFen(line.amountFen, qty, line.qty),
    committedDate: whole.committedDate,
    merchandiserId: whole.merchandiserId,
    packageId: whole.packageId,
    trackingId: whole.trackingId,
    salespersonId: whole.salespersonId,
    contractVersion: whole.contractVersion,
    gates: whole.gates,
    executionFormAccepted: true,
    opening: openingOf(line, contract),
  };
}

/** What has left is made, whatever the other system knew of the workshop. */
function openingOf(line: PublicContractLine, contract: ContractImportedData): Opening {
  const { shippedQty, deliveredQty, producedQty = shippedQty } = progressOf(line, contract);
  return {
    producedQty: difference(largerQuantity(producedQty, shippedQty), deliveredQty),
    onTheRoadQty: difference(shippedQty, deliveredQty),
    deliveredQty,
  };
}

const restOf = (line: PublicContractLine, contract: ContractImportedData): string =>
  largerQuantity(difference(line.qty, progressOf(line, contract).deliveredQty), '0');

const NOTHING = { shippedQty: '0', deliveredQty: '0', producedQty: undefined };

const progressOf = ({ lineId }: PublicContractLine, { shippedLines }: ContractImportedData) =>
  shippedLines.find((progress) => progress.lineId === lineId) ?? NOTHING;
