import type { OpenTracking, OrderThen, RaiseException } from './order-tracking.commands.js';
import type { ExceptionRecord, InquiryRecord, TrackingRecord } from './order-tracking.events.js';

export const TRACKING_ID = '9e304f51-6c7d-5e8f-8091-b2c3d4e5f605';
export const PROJECT_ID = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';
export const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
export const ORDER_1 = '7c1e2d3f-4a5b-5c6d-8e7f-9a0b1c2d3e03';
export const ORDER_2 = '7c1e2d3f-4a5b-5c6d-8e7f-9a0b1c2d3e04';

/** What every event of an exception or an inquiry says first. */
export const IDS = { trackingId: TRACKING_ID, contractId: CONTRACT_ID } as const;

export const anOpening: Omit<OpenTracking['data'], 'trackingId'> = {
  projectId: PROJECT_ID,
  contractId: CONTRACT_ID,
  productionOrderId: ORDER_1,
  merchandiserId: 'zhou-min',
};

export const TRACKING: TrackingRecord = {
  trackingId: TRACKING_ID,
  projectId: PROJECT_ID,
  contractId: CONTRACT_ID,
  state: 'OPEN',
  merchandiserId: 'zhou-min',
};

/** What the order says: planned until 2025-08-10 in two steps. */
export const PLANNED: OrderThen = {
  expectedOn: '2025-08-10',
  steps: [
    { stepId: 'S1', seq: 1, ownerId: 'ma-jun' },
    { stepId: 'S2', seq: 2, ownerId: 'tang-yi' },
  ],
};

/** At ten in the morning in Shanghai: sales must hear of it by noon. */
export const TEN = '2025-03-10T02:00:00.000Z';

export const aShortage: Omit<RaiseException['data'], 'trackingId'> = {
  type: 'MATERIAL_SHORTAGE',
  stepId: 'S2',
  estimatedDelayDays: 4,
  stopsWork: true,
  order: PLANNED,
};

/** `aShortage` as it is stored, but for its id. */
export const SHORTAGE: Omit<ExceptionRecord, 'exceptionId'> = {
  productionOrderId: ORDER_1,
  type: 'MATERIAL_SHORTAGE',
  stepId: 'S2',
  stepSeq: 2,
  state: 'OPEN',
  estimatedDelayDays: 4,
  stopsWork: true,
  raisedBy: 'ma-jun',
  raisedAt: '2025-03-10T02:00:00.000Z',
  feedbackDueAt: '2025-03-10T04:00:00.000Z',
  feedbackOverdue: false,
};

/** Asked at five in the afternoon: half an hour of that day, three and a half of the next. */
export const INQUIRY: Omit<InquiryRecord, 'inquiryId'> = {
  question: '何时发货',
  state: 'ASKED',
  askedBy: 'li-na',
  askedAt: '2025-03-10T09:00:00.000Z',
  responseDueAt: '2025-03-11T03:30:00Z',
};
