import { publicEvent } from './envelope.js';
import shipmentDelayedSchema from './schemas/production.ShipmentDelayed.v1.json';
import productionOrderShortClosedSchema from './schemas/production.ProductionOrderShortClosed.v1.json';
import productionOrderClosedSchema from './schemas/production.ProductionOrderClosed.v1.json';
import productionOrderReopenedSchema from './schemas/production.ProductionOrderReopened.v1.json';
import orderRescheduledSchema from './schemas/production.OrderRescheduled.v1.json';

export interface ShipmentDelayedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly lineId: string;
  readonly committedDate: string;
  readonly deferredUntil?: string;
  readonly forecastDate: string;
  readonly unshippedQty: string;
  readonly orderedQty: string;
  readonly daysLate: number;
}

export interface ProductionOrderShortClosedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly lineId: string;
  readonly initiator: string;
  readonly reason: string;
  readonly producedQty: string;
  readonly shippedQty: string;
  readonly wipCostFen: number;
  readonly scrapCostFen: number;
}

export interface ProductionOrderClosedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly lineId: string;
  readonly deliveredQty: string;
  readonly closedOn: string;
}

export interface ProductionOrderReopenedData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly lineId: string;
  readonly deliveredQty: string;
  readonly reason: string;
  readonly reopenedOn: string;
}

export interface OrderRescheduledData {
  readonly productionOrderId: string;
  readonly contractId: string;
  /** Absent where the contract service has the contract. */
  readonly contractOrigin?: 'EXTERNAL';
  readonly state: string;
  readonly lineId: string;
  readonly from: string;
  readonly committedDate: string;
  readonly reason: string;
  readonly contractVersion: number;
}

export const shipmentDelayed = publicEvent<ShipmentDelayedData>({
  type: 'production.ShipmentDelayed',
  service: 'production',
  version: 1,
  nameZh: '发货已延误',
  summary: 'The committed date has passed and goods are still here.',
  schema: shipmentDelayedSchema,
});

export const productionOrderShortClosed = publicEvent<ProductionOrderShortClosedData>({
  type: 'production.ProductionOrderShortClosed',
  service: 'production',
  version: 1,
  nameZh: '生产订单已短结',
  summary: 'The order ended after part of it was shipped.',
  schema: productionOrderShortClosedSchema,
});

export const productionOrderClosed = publicEvent<ProductionOrderClosedData>({
  type: 'production.ProductionOrderClosed',
  service: 'production',
  version: 1,
  nameZh: '生产订单已关闭',
  summary: 'The whole quantity of the order is delivered and nothing of it is on the road.',
  schema: productionOrderClosedSchema,
});

export const productionOrderReopened = publicEvent<ProductionOrderReopenedData>({
  type: 'production.ProductionOrderReopened',
  service: 'production',
  version: 1,
  nameZh: '生产订单已重开',
  summary: 'By a correction of its delivery the closed order is not delivered in full: something is still to leave.',
  schema: productionOrderReopenedSchema,
});

export const orderRescheduled = publicEvent<OrderRescheduledData>({
  type: 'production.OrderRescheduled',
  service: 'production',
  version: 1,
  nameZh: '交期已调整',
  summary: 'The committed date moved, with a reason.',
  schema: orderRescheduledSchema,
});
