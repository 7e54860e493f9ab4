import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OrderRecord } from '../order-record.events.js';
import type { Result, StepState } from '../production-order.values.js';

export interface StepRecord {
  readonly stepId: string;
  readonly seq: number;
  readonly name: string;
  readonly ownerId: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly drawingRev?: string;
  readonly state: StepState;
  readonly goodQty: string;
  readonly scrapQty: string;
  readonly startedOn?: string;
  readonly doneOn?: string;
}

/** The step as it is now, and how far all of them are. */
export interface StepChange extends OrderRecord {
  readonly step: StepRecord;
  readonly percentBps: number;
}

export type StepStarted = DomainEvent<'StepStarted', StepChange & { readonly startedBy: string }>;

export type ProductionProgressReported = DomainEvent<
  'ProductionProgressReported',
  StepChange & {
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
  StepChange & {
    readonly reason: string;
    readonly correctedBy: string;
    /** All numbers that the step has told, where they are corrected too. */
    readonly serialNos?: readonly string[];
    /** The first events do not say these. */
    readonly correctedOn?: string;
    readonly forecastDate?: string;
    readonly currentStepId?: string;
  }
>;

/** It began on another day than was recorded. */
export type StepStartCorrected = DomainEvent<
  'StepStartCorrected',
  StepChange & { readonly reason: string; readonly correctedBy: string; readonly correctedOn: string }
>;

/** A step that was done goes on. */
export type StepReopened = DomainEvent<
  'StepReopened',
  StepChange & { readonly reason: string; readonly reopenedBy: string; readonly reopenedOn: string }
>;

/** Returns were scrapped, or a correction says otherwise: another quantity is to be made, by steps that are open again or done. */
export type ToMakeChanged = DomainEvent<
  'ToMakeChanged',
  OrderRecord & {
    readonly lineId: string;
    readonly toMakeQty: string;
    /** Those that changed. */
    readonly steps: readonly StepRecord[];
    readonly percentBps: number;
    readonly currentStepId?: string;
    readonly changedOn: string;
    /** Of an order that was made before it came and has to be planned now: the package that it asks for. */
    readonly wanted?: { readonly projectId: string; readonly packageId: string; readonly qty: string };
  }
>;

export type StepCompleted = DomainEvent<
  'StepCompleted',
  StepChange & {
    readonly completedOn: string;
    /** The step that is ready now. */
    readonly readyStepId?: string;
    /** The first step that can be worked on, where it is another. */
    readonly currentStepId?: string;
    /** Why it was completed with less than is to be made. */
    readonly reason?: string;
  }
>;

export type StepSupervised = DomainEvent<
  'StepSupervised',
  OrderRecord & {
    readonly stepId: string;
    readonly level: string;
    readonly result: Result;
    readonly note?: string;
    readonly by: string;
    readonly on: string;
  }
>;

export type GoodsReceived = DomainEvent<
  'GoodsReceived',
  OrderRecord & {
    readonly qty: string;
    readonly cumulativeQty: string;
    readonly docRef: string;
    readonly supplierPartyId: string;
    readonly receivedOn: string;
    readonly goodsInId?: string;
  }
>;

/** The goods-in as it is now, and what has come in of the order in all. */
export interface GoodsInChange extends OrderRecord {
  readonly goodsInId: string;
  readonly qty: string;
  readonly cumulativeQty: string;
  readonly docRef: string;
  readonly supplierPartyId: string;
  readonly reason: string;
  readonly on: string;
}

export type GoodsInCorrected = DomainEvent<'GoodsInCorrected', GoodsInChange & { readonly correctedBy: string }>;
export type GoodsInReversed = DomainEvent<'GoodsInReversed', GoodsInChange & { readonly reversedBy: string }>;

export type ProductionCompleted = DomainEvent<
  'ProductionCompleted',
  OrderRecord & { readonly lineId: string; readonly producedQty: string; readonly completedOn: string }
>;

export type GoodsInEvent = GoodsReceived | GoodsInCorrected | GoodsInReversed;
export type ShopFloorEvent =
  | StepStarted
  | ProductionProgressReported
  | ProgressCorrected
  | StepReopened
  | StepStartCorrected
  | ToMakeChanged
  | StepCompleted
  | StepSupervised
  | GoodsInEvent
  | ProductionCompleted;
