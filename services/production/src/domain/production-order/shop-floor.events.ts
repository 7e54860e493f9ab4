import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { Hold } from './holds.js';
import type { StopWork, WorkStep } from './order-state.js';
import type { OfOrder } from './production-order.events.js';

export type OrderPlanned = DomainEvent<
  'OrderPlanned',
  OfOrder & { readonly steps: readonly WorkStep[]; readonly plannedBy: string; readonly plannedOn: string }
>;

export type ProductionOrderReleased = DomainEvent<
  'ProductionOrderReleased',
  OfOrder & {
    readonly instructionNo: string;
    readonly bomRev: number;
    readonly plannedStart?: string;
    readonly plannedEnd?: string;
    /** The first is ready. */
    readonly steps: readonly WorkStep[];
    readonly releasedBy: string;
    readonly releasedOn: string;
  }
>;

interface OfStep extends OfOrder {
  /** As it is now. */
  readonly step: WorkStep;
  readonly percentBps: number;
}

export type StepStarted = DomainEvent<'StepStarted', OfStep & { readonly startedBy: string }>;

export type ProductionProgressReported = DomainEvent<
  'ProductionProgressReported',
  OfStep & {
    readonly goodQty: string;
    readonly scrapQty: string;
    readonly cumulativeGoodQty: string;
    readonly doneOn: string;
    readonly serialNos: readonly string[];
    readonly forecastDate: string;
    readonly reportedBy: string;
  }
>;

export type ProgressCorrected = DomainEvent<
  'ProgressCorrected',
  OfStep & { readonly reason: string; readonly correctedBy: string }
>;

export type StepCompleted = DomainEvent<
  'StepCompleted',
  OfStep & { readonly completedOn: string; readonly readyStepId?: string }
>;

export type StepSupervised = DomainEvent<
  'StepSupervised',
  OfOrder & {
    readonly stepId: string;
    readonly level: string;
    readonly result: 'PASSED' | 'FAILED';
    readonly note?: string;
    readonly by: string;
    readonly on: string;
  }
>;

export type GoodsReceived = DomainEvent<
  'GoodsReceived',
  OfOrder & {
    readonly qty: string;
    readonly cumulativeQty: string;
    readonly docRef: string;
    readonly supplierPartyId: string;
    readonly receivedOn: string;
  }
>;

export type ProductionCompleted = DomainEvent<
  'ProductionCompleted',
  OfOrder & { readonly lineId: string; readonly producedQty: string; readonly completedOn: string }
>;

interface OfStop extends OfOrder {
  readonly stopId: string;
  readonly stop: StopWork;
  readonly by: string;
  readonly on: string;
  readonly holds: readonly Hold[];
}

export type WorkStopped = DomainEvent<'WorkStopped', OfStop>;
export type WorkResumed = DomainEvent<'WorkResumed', OfStop>;

export type ShopFloorEvent =
  | OrderPlanned
  | ProductionOrderReleased
  | StepStarted
  | ProductionProgressReported
  | ProgressCorrected
  | StepCompleted
  | StepSupervised
  | GoodsReceived
  | ProductionCompleted
  | WorkStopped
  | WorkResumed;
