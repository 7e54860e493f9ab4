import { publicEvent } from './envelope.js';
import cancelledSchema from './schemas/production.ProductionOrderCancelled.v1.json';
import handedSchema from './schemas/production.OrderHandedToEngineering.v1.json';
import receivedSchema from './schemas/production.ProductionOrderReceived.v1.json';

export interface ProductionOrderReceivedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly lineId: string;
  readonly kind: 'PRODUCE' | 'PROCURE';
  readonly state: string;
  readonly itemCode: string;
  readonly name: string;
  readonly qty: string;
  readonly uom: string;
  readonly amountFen: number;
  readonly committedDate: string;
  readonly merchandiserId: string;
  readonly packageId: string;
  readonly trackingId: string;
  readonly contractVersion: number;
}

export interface OrderHandedToEngineeringData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly packageId: string;
  readonly merchandiserId: string;
  readonly backupCopyRef: string;
  readonly handedOverOn: string;
}

export interface ProductionOrderCancelledData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly lineId: string;
  readonly state: string;
  readonly initiator: string;
  readonly reason: string;
  readonly producedQty: string;
  readonly shippedQty: string;
  readonly wipCostFen: number;
  readonly scrapCostFen: number;
}

export const productionOrderReceived = publicEvent<ProductionOrderReceivedData>({
  type: 'production.ProductionOrderReceived',
  service: 'production',
  version: 1,
  nameZh: '生产订单已接收',
  summary: 'A contract line that is made or bought became a production order, by its contract or by hand.',
  schema: receivedSchema,
});

export const orderHandedToEngineering = publicEvent<OrderHandedToEngineeringData>({
  type: 'production.OrderHandedToEngineering',
  service: 'production',
  version: 1,
  nameZh: '订单已交工程部',
  summary: 'The merchandiser handed the order to engineering and kept a backup copy.',
  schema: handedSchema,
});

export const productionOrderCancelled = publicEvent<ProductionOrderCancelledData>({
  type: 'production.ProductionOrderCancelled',
  service: 'production',
  version: 1,
  nameZh: '生产订单已取消',
  summary: 'The order ended before anything was shipped, with what it has cost so far.',
  schema: cancelledSchema,
});
