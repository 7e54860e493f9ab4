import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { OrderRecord } from '../order-record.events.js';
import type { StepRecord } from '../shop-floor/shop-floor.events.js';

/** An order that still lies with its merchandiser stays RECEIVED and keeps the BOM. */
export type OrderEngineered = DomainEvent<
  'OrderEngineered',
  OrderRecord & {
    readonly bom: {
      readonly bomId: string;
      readonly rev: number;
      readonly drawingRev?: string;
      readonly unitCost: string;
    };
  }
>;

export type BomAccepted = DomainEvent<
  'BomAccepted',
  OrderRecord & {
    readonly bomId: string;
    readonly rev: number;
    readonly acceptedBy: string;
    readonly acceptedOn: string;
    readonly actingFor?: 'PMC';
  }
>;

export type OrderPlanned = DomainEvent<
  'OrderPlanned',
  OrderRecord & { readonly steps: readonly StepRecord[]; readonly plannedBy: string; readonly plannedOn: string }
>;

export type ProductionOrderReleased = DomainEvent<
  'ProductionOrderReleased',
  OrderRecord & {
    readonly instructionNo: string;
    readonly bomRev: number;
    /** Of the first step to begin and the last to end; bought goods have none. */
    readonly plannedStart?: string;
    readonly plannedEnd?: string;
    /** The first is ready. */
    readonly steps: readonly StepRecord[];
    readonly releasedBy: string;
    readonly releasedOn: string;
  }
>;

export type PlanningEvent = OrderEngineered | BomAccepted | OrderPlanned | ProductionOrderReleased;
