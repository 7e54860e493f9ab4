import { CommandTo } from '@engsales/event-sourcing/domain';

/** An item may lie in several places. */
export interface CountedRow {
  readonly itemCode: string;
  readonly uom: string;
  /** Decimal string, not negative. */
  readonly onHand: string;
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
  }
> {
  readonly type = 'TakeStockSnapshot';
}

/** The next part of a snapshot that is too large for one request. */
export class AddStockRows extends CommandTo<
  'snapshotId',
  { readonly rows: readonly CountedRow[]; readonly complete: boolean }
> {
  readonly type = 'AddStockRows';
}

export type StockSnapshotCommand = TakeStockSnapshot | AddStockRows;
