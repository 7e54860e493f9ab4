import type { ReceivedOrder } from './production-order.commands.js';
import type { ProductionOrderEvent } from './production-order.events.js';

export const anOrder: ReceivedOrder = {
  productionOrderId: '7c1e2d3f-4a5b-5c6d-8e7f-9a0b1c2d3e03',
  projectId: '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01',
  contractId: '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02',
  lineId: 'L1',
  kind: 'PRODUCE',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  qty: '2',
  uom: '台',
  amountFen: 372_000_000,
  committedDate: '2025-09-01',
  merchandiserId: 'zhou-min',
  packageId: '8d2f3e40-5b6c-5d7e-9f80-a1b2c3d4e504',
  trackingId: '9e304f51-6c7d-5e8f-8091-b2c3d4e5f605',
  contractVersion: 1,
};

export const received: ProductionOrderEvent = {
  type: 'ProductionOrderReceived',
  data: { ...anOrder, state: 'RECEIVED', receivedOn: '2025-03-10' },
};

export const handedOver: ProductionOrderEvent = {
  type: 'OrderHandedToEngineering',
  data: {
    productionOrderId: anOrder.productionOrderId,
    contractId: anOrder.contractId,
    state: 'WITH_ENGINEERING',
    packageId: anOrder.packageId,
    merchandiserId: 'zhou-min',
    backupCopyRef: 'cabinet-3/L1',
    handedOverOn: '2025-03-10',
  },
};

export const cancelled: ProductionOrderEvent = {
  type: 'ProductionOrderCancelled',
  data: {
    productionOrderId: anOrder.productionOrderId,
    contractId: anOrder.contractId,
    lineId: 'L1',
    state: 'CANCELLED',
    initiator: 'MUTUAL',
    reason: '业主资金未落实',
    producedQty: '0',
    shippedQty: '0',
    wipCostFen: 0,
    scrapCostFen: 0,
    recoverableFen: 0,
    contractVersion: 2,
  },
};

export const forestalled: ProductionOrderEvent = {
  type: 'ProductionOrderForestalled',
  data: {
    productionOrderId: anOrder.productionOrderId,
    projectId: anOrder.projectId,
    contractId: anOrder.contractId,
    lineId: 'L1',
    state: 'FORESTALLED',
    reason: '业主资金未落实',
    contractVersion: 2,
  },
};
