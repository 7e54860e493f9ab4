import { CommandTo } from '@engsales/event-sourcing/domain';

/** By reaction on the own BomReleased. */
export class EngineerOrder extends CommandTo<
  'productionOrderId',
  {
    readonly bomId: string;
    readonly rev: number;
    readonly drawingRev?: string;
    /** Material of one unit with scrap, a decimal text in yuan. */
    readonly unitCost: string;
  }
> {
  readonly type = 'EngineerOrder';
}

export class AcceptBom extends CommandTo<'productionOrderId', { readonly actingFor?: 'PMC' }> {
  readonly type = 'AcceptBom';
}

export interface PlannedStep {
  readonly seq: number;
  readonly name: string;
  /** Staff id; a plan without it is refused. */
  readonly ownerId?: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly drawingRev?: string;
}

export class PlanOrder extends CommandTo<'productionOrderId', { readonly steps: readonly PlannedStep[] }> {
  readonly type = 'PlanOrder';
}

export class ReleaseOrder extends CommandTo<'productionOrderId', { readonly instructionNo: string }> {
  readonly type = 'ReleaseOrder';
}

export type PlanningCommand = EngineerOrder | AcceptBom | PlanOrder | ReleaseOrder;
