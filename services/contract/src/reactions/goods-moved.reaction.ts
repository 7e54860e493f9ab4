import { goodsReadyToShip, shipmentDelivered, shipmentDispatched, type ShipmentData } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { RecordGoodsMovement } from '../domain/contract/execution/execution.commands.js';

/** Goods that passed inspection count for GOODS_READY milestones. */
export const recordWhenGoodsReady = when(goodsReadyToShip, {
  name: 'record-goods-when-ready',
  then: ({ data: { contractId, lineId, cumulativeReadyQty, readyOn, productionOrderId } }) => [
    issue(RecordGoodsMovement, lineId, { contractId, lineId, cumulativeReadyQty, on: readyOn, ref: productionOrderId }),
  ],
});

export const recordWhenDispatched = when(shipmentDispatched, {
  name: 'record-goods-when-dispatched',
  then: ({ data }) => movements(data, data.dispatchedOn),
});

export const recordWhenDelivered = when(shipmentDelivered, {
  name: 'record-goods-when-delivered',
  then: ({ data }) => movements(data, data.deliveredOn ?? data.dispatchedOn),
});

function movements({ contractId, lines, shipmentId }: ShipmentData, on: string) {
  return lines.map(({ lineId, cumulativeShippedQty, cumulativeDeliveredQty }) =>
    issue(RecordGoodsMovement, lineId, {
      contractId,
      lineId,
      cumulativeShippedQty,
      cumulativeDeliveredQty,
      on,
      ref: shipmentId,
    }),
  );
}
