import { CommandTo } from '@engsales/event-sourcing/domain';

/** An item may lie in several places. */
export interface CountedRow {
  readonly itemCode: string;
  readonly uom: string;
  /** Decimal string, not negative. */
  readonly onHand: string;
}

/** An item that no bill of materials asks for in this unit. */
export interface UnrequiredItem {
  readonly itemCode: string;
  readonly uom: string;
  /** Units in which the item is asked for; none when it is asked for nowhere. */
  readonly requiredUoms: readonly string[];
}

/** What lies in the warehouse, as another system counted it at an instant. */
export class TakeStockSnapshot extends CommandTo<
  'snapshotId',
  {
    readonly rows: readonly CountedRow[];
    /** Nothing more comes: from now on the snapshot counts. */
    readonly complete: boolean;
    /** Now when absent. */
    readonly takenAt?: string;
    readonly unrequired?: readonly UnrequiredItem[];
  }
> {
  readonly type = 'TakeStockSnapshot';
}

/** The next part of a snapshot that is too large for one request. */
export class AddStockRows extends CommandTo<
  'snapshotId',
  {
    readonly rows: readonly CountedRow[];
    readonly complete: boolean;
    readonly unrequired?: readonly UnrequiredItem[];
  }
> {
  readonly type = 'AddStockRows';
}

export type StockSnapshotCommand = TakeStockSnapshot | AddStockRows;
