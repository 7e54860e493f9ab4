import type { PlannedStep } from './planning/planning.commands.js';
import type { Gates } from './production-order.values.js';
import type { ReceiveOrder } from './receiving/receiving.commands.js';
import type { ProductionOrderReceived } from './receiving/receiving.events.js';
import type { StepRecord } from './shop-floor/shop-floor.events.js';

export const ORDER_ID = '7c1e2d3f-4a5b-5c6d-8e7f-9a0b1c2d3e03';
export const PROJECT_ID = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';
export const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
export const PACKAGE_ID = '8d2f3e40-5b6c-5d7e-9f80-a1b2c3d4e504';
export const TRACKING_ID = '9e304f51-6c7d-5e8f-8091-b2c3d4e5f605';

/** What every event of the order says first. */
export const HEAD = { productionOrderId: ORDER_ID, contractId: CONTRACT_ID } as const;

/** Two water chillers of a hospital. */
export const anOrder: Omit<ReceiveOrder['data'], 'productionOrderId'> = {
  projectId: PROJECT_ID,
  contractId: CONTRACT_ID,
  lineId: 'L1',
  kind: 'PRODUCE',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  qty: '2',
  uom: '台',
  amountFen: 372_000_000,
  committedDate: '2025-09-01',
  merchandiserId: 'zhou-min',
  packageId: PACKAGE_ID,
  trackingId: TRACKING_ID,
  contractVersion: 1,
};

export const CLOSED_GATES: Gates = { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } };

/** `anOrder`, received on 2025-03-10 at nine in the morning in Shanghai. */
export const received: ProductionOrderReceived = {
  type: 'ProductionOrderReceived',
  data: {
    productionOrderId: ORDER_ID,
    projectId: PROJECT_ID,
    contractId: CONTRACT_ID,
    lineId: 'L1',
    kind: 'PRODUCE',
    state: 'RECEIVED',
    itemCode: 'CH-2000',
    name: '离心式冷水机组',
    qty: '2',
    uom: '台',
    amountFen: 372_000_000,
    committedDate: '2025-09-01',
    merchandiserId: 'zhou-min',
    packageId: PACKAGE_ID,
    trackingId: TRACKING_ID,
    contractVersion: 1,
    gates: CLOSED_GATES,
    holds: [],
    receivedOn: '2025-03-10',
    releaseDueAt: '2025-03-11T01:00:00.000Z',
  },
};

export const BOM = { bomId: 'bom-1', rev: 1, drawingRev: 'B', unitCost: '10' } as const;

export const STEPS: readonly [PlannedStep, PlannedStep] = [
  { seq: 1, name: '钣金', ownerId: 'ma-jun', plannedStart: '2025-04-10', plannedEnd: '2025-06-10', drawingRev: 'B' },
  { seq: 2, name: '总装', ownerId: 'tang-yi', plannedStart: '2025-06-11', plannedEnd: '2025-08-10' },
];

/** `STEPS` as they are stored with the plan. */
export const SHEET: StepRecord = {
  stepId: 'S1',
  seq: 1,
  name: '钣金',
  ownerId: 'ma-jun',
  plannedStart: '2025-04-10',
  plannedEnd: '2025-06-10',
  drawingRev: 'B',
  state: 'PLANNED',
  goodQty: '0',
  scrapQty: '0',
};
export const ASSEMBLY: StepRecord = {
  stepId: 'S2',
  seq: 2,
  name: '总装',
  ownerId: 'tang-yi',
  plannedStart: '2025-06-11',
  plannedEnd: '2025-08-10',
  state: 'PLANNED',
  goodQty: '0',
  scrapQty: '0',
};

export const MERCHANDISER = { id: 'zhou-min', role: 'MERCHANDISER' } as const;
export const ENGINEER = { id: 'chen-gong', role: 'ENGINEERING' } as const;
