import type { DomainEvent } from '@engsales/event-sourcing/domain';

export interface StockRowRecord {
  readonly itemCode: string;
  readonly uom: string;
  readonly onHand: string;
}

/** Items that no bill of materials asked for when they were counted: a code or a unit may be mistyped. */
export interface UnrequiredItemsWarning {
  readonly code: 'STOCK_ITEMS_NOT_REQUIRED';
  readonly count: number;
  /** The first of them. */
  readonly items: readonly {
    readonly itemCode: string;
    readonly uom: string;
    readonly requiredUoms: readonly string[];
  }[];
}

/** A part of a count, or the whole of it. */
interface CountedPart {
  readonly snapshotId: string;
  /** Instant at which the stock was counted. */
  readonly takenAt: string;
  readonly state: 'OPEN' | 'COMPLETE';
  readonly rows: readonly StockRowRecord[];
  readonly warnings?: readonly UnrequiredItemsWarning[];
  readonly by: string;
}

export type StockSnapshotTaken = DomainEvent<'StockSnapshotTaken', CountedPart>;
export type StockRowsAdded = DomainEvent<'StockRowsAdded', CountedPart>;

export type StockSnapshotEvent = StockSnapshotTaken | StockRowsAdded;
