import { Walk } from '@engsales/event-sourcing/testing';
import { stockSnapshot, type StockSnapshot } from './stock-snapshot.js';
import { AddStockRows, TakeStockSnapshot, type StockSnapshotCommand } from './stock-snapshot.commands.js';
import type { StockSnapshotEvent } from './stock-snapshot.events.js';
import { ROWS, SNAPSHOT_ID } from './stock-snapshot.fixtures.js';

/** A stock count that is led through commands. */
export class StockWalk extends Walk<StockSnapshot, StockSnapshotCommand, StockSnapshotEvent, 'snapshotId'> {
  constructor() {
    super(stockSnapshot, { snapshotId: SNAPSHOT_ID }, { id: 'wh-1', role: 'WAREHOUSE' });
  }
}

/** The first part of a count. */
export const begunWalk = (): StockWalk => new StockWalk().do(TakeStockSnapshot, { rows: ROWS, complete: false });
export const wholeWalk = (): StockWalk => new StockWalk().do(TakeStockSnapshot, { rows: ROWS, complete: true });

/** Lives of counts that together record every type of event; their streams are frozen in `history/`. */
export const stockLives: Readonly<Record<string, () => StockWalk>> = {
  whole: wholeWalk,
  'in-parts': () =>
    begunWalk().do(AddStockRows, { rows: ROWS, complete: false }).do(AddStockRows, { rows: ROWS, complete: true }),
};
