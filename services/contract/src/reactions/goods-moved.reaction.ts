import { goodsReadyToShip, shipmentDelivered, shipmentDispatched, type ShipmentData } from '@engsales/events';
import { issue } from '@engsales/messaging';
import { RecordGoodsMovement } from '../domain/contract/execution/execution.commands.js';
import { whenOfOurContract } from './when-of-our-contract.js';

/** Goods that passed inspection count for GOODS_READY milestones. */
export const recordWhenGoodsReady = whenOfOurContract(goodsReadyToShip, {
  name: 'record-goods-when-ready',
  then: ({ data, sequence }) => [
    issue(RecordGoodsMovement, data.lineId, {
      contractId: data.contractId,
      lineId: data.lineId,
      cumulativeReadyQty: data.cumulativeReadyQty,
      cumulativeShippedQty: data.cumulativeShippedQty,
      cumulativeDeliveredQty: data.cumulativeDeliveredQty,
      cumulativeRefusedQty: data.cumulativeRefusedQty,
      sequence,
      on: data.readyOn,
      ref: data.productionOrderId,
    }),
  ],
});

export const recordWhenDispatched = whenOfOurContract(shipmentDispatched, {
  name: 'record-goods-when-dispatched',
  then: ({ data, sequence }) => movements(data, data.dispatchedOn, sequence),
});

export const recordWhenDelivered = whenOfOurContract(shipmentDelivered, {
  name: 'record-goods-when-delivered',
  then: ({ data, sequence }) => movements(data, data.deliveredOn ?? data.dispatchedOn, sequence),
});

function movements({ contractId, lines, shipmentId }: ShipmentData, on: string, sequence: number) {
  return lines.map((line) =>
    issue(RecordGoodsMovement, line.lineId, {
      contractId,
      lineId: line.lineId,
      cumulativeReadyQty: line.cumulativeReadyQty,
      cumulativeShippedQty: line.cumulativeShippedQty,
      cumulativeDeliveredQty: line.cumulativeDeliveredQty,
      cumulativeRefusedQty: line.cumulativeRefusedQty,
      sequence,
      on,
      ref: shipmentId,
    }),
  );
}
