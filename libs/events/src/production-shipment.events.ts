import { publicEvent } from './envelope.js';
import deliveryDeferredSchema from './schemas/production.DeliveryDeferred.v1.json';
import goodsReadyToShipSchema from './schemas/production.GoodsReadyToShip.v1.json';
import shipmentDispatchedSchema from './schemas/production.ShipmentDispatched.v1.json';
import shipmentDeliveredSchema from './schemas/production.ShipmentDelivered.v1.json';

export interface GoodsReadyToShipData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
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
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
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
  readonly deferredUntil?: string;
  readonly daysLate: number;
}

export interface DeliveryDeferredData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly lineId: string;
  readonly state: string;
  readonly by: 'CUSTOMER';
  readonly from: string;
  readonly until: string;
  readonly reason?: string;
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

export const deliveryDeferred = publicEvent<DeliveryDeferredData>({
  type: 'production.DeliveryDeferred',
  service: 'production',
  version: 1,
  nameZh: '客户已延期提货',
  summary:
    'The customer takes the goods later, or a deferral was corrected or withdrawn; lateness counts from another day.',
  schema: deliveryDeferredSchema,
});
