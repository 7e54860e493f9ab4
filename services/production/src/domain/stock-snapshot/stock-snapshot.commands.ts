import type { Command, Issued } from '@engsales/event-sourcing/decider';
import type { StockRow } from '../material-requirements/material-requirements.js';

/** What every command to a snapshot carries. */
export abstract class ToSnapshot<Data = unknown> implements Command {
  abstract readonly type: string;
  constructor(
    readonly data: Data & { readonly snapshotId: string },
    readonly issued: Issued,
  ) {}
}

interface Rows {
  readonly rows: readonly StockRow[];
  /** Nothing more comes: from now on the snapshot counts. */
  readonly complete: boolean;
}

/** What lies in the warehouse, as another system counted it at an instant. */
export class TakeStockSnapshot extends ToSnapshot<Rows & { readonly takenAt?: string }> {
  readonly type = 'TakeStockSnapshot';
}

/** The next part of a snapshot that is too large for one request. */
export class AddStockRows extends ToSnapshot<Rows> {
  readonly type = 'AddStockRows';
}

export type StockSnapshotCommand = TakeStockSnapshot | AddStockRows;
