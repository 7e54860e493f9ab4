import { publicEvent } from './envelope.js';
import goodsReadyToShipSchema from './schemas/production.GoodsReadyToShip.v1.json';
import shipmentDispatchedSchema from './schemas/production.ShipmentDispatched.v1.json';
import shipmentDeliveredSchema from './schemas/production.ShipmentDelivered.v1.json';

export interface GoodsReadyToShipData {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly state: string;
  readonly readyQty: string;
  readonly cumulativeReadyQty: string;
  readonly cumulativeShippedQty?: string;
  readonly cumulativeDeliveredQty?: string;
  readonly cumulativeRefusedQty?: string;
  readonly orderedQty: string;
  readonly readyOn: string;
}

export interface ShipmentData {
  readonly shipmentId: string;
  readonly consignmentNo?: string;
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly state: string;
  readonly lines: readonly {
    readonly lineId: string;
    readonly qty: string;
    readonly serialNos?: readonly string[];
    readonly cumulativeShippedQty: string;
    readonly cumulativeDeliveredQty: string;
    readonly cumulativeRefusedQty: string;
    readonly cumulativeReadyQty?: string;
    readonly deliveredQty?: string;
    readonly refusedQty?: string;
    readonly refusedSerialNos?: readonly string[];
    readonly orderedQty: string;
  }[];
  readonly carrierRef?: string;
  readonly dispatchedOn: string;
  readonly deliveredOn?: string;
  readonly signedByRef?: string;
  readonly committedDate: string;
  readonly daysLate: number;
}

export const goodsReadyToShip = publicEvent<GoodsReadyToShipData>({
  type: 'production.GoodsReadyToShip',
  service: 'production',
  version: 1,
  nameZh: '货物已备妥',
  summary:
    'What is ready to ship has changed, also to less: by an inspection, a shipment that is cancelled or did not leave, or a correction.',
  schema: goodsReadyToShipSchema,
});

export const shipmentDispatched = publicEvent<ShipmentData>({
  type: 'production.ShipmentDispatched',
  service: 'production',
  version: 1,
  nameZh: '已发货',
  summary: 'A shipment left.',
  schema: shipmentDispatchedSchema,
});

export const shipmentDelivered = publicEvent<ShipmentData>({
  type: 'production.ShipmentDelivered',
  service: 'production',
  version: 1,
  nameZh: '已签收',
  summary: 'A shipment was signed for, whole or in part, or was refused; told again where that is corrected.',
  schema: shipmentDeliveredSchema,
});
