import { aggregate, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isReached } from '@engsales/values';
import {
  AddStockRows,
  TakeStockSnapshot,
  type CountedRow,
  type StockSnapshotCommand,
  type UnrequiredItem,
} from './stock-snapshot.commands.js';
import type {
  StockRowRecord,
  StockRowsAdded,
  StockSnapshotEvent,
  StockSnapshotTaken,
  UnrequiredItemsWarning,
} from './stock-snapshot.events.js';

interface NoSnapshot {
  readonly state: 'NONE';
}

interface TakenSnapshot {
  readonly state: 'OPEN' | 'COMPLETE';
  readonly takenAt: string;
  readonly rowCount: number;
}

export type StockSnapshot = NoSnapshot | TakenSnapshot;

const ITEMS_NAMED = 100;

const rules = {
  TakeStockSnapshot: { command: TakeStockSnapshot, in: ['NONE'], decide: takeStockSnapshot },
  AddStockRows: { command: AddStockRows, in: ['OPEN'], decide: addStockRows },
} satisfies RulesOf<TakeStockSnapshot, NoSnapshot, StockSnapshotEvent> &
  RulesOf<AddStockRows, TakenSnapshot, StockSnapshotEvent>;

const fold = {
  StockSnapshotTaken: (_none, { state, takenAt, rows }) => ({ state, takenAt, rowCount: rows.length }),
  StockRowsAdded: ({ takenAt, rowCount }, { state, rows }) => ({ state, takenAt, rowCount: rowCount + rows.length }),
} satisfies FoldOf<StockSnapshotTaken, NoSnapshot, TakenSnapshot> & FoldOf<StockRowsAdded, TakenSnapshot>;

/** A stock count that material requirements are laid beside; taken in whole or in parts, never changed. */
export const stockSnapshot = aggregate<StockSnapshot, StockSnapshotCommand, StockSnapshotEvent>({
  category: 'stockSnapshot',
  id: 'snapshotId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

/** @throws Rejected DATE_IN_FUTURE */
function takeStockSnapshot({ data, issued }: TakeStockSnapshot): StockSnapshotEvent[] {
  const { snapshotId, takenAt = issued.at } = data;
  if (!isReached(takenAt, issued.at)) {
    throw new Rejected('DATE_IN_FUTURE', 'the stock was counted after now', { takenAt, now: issued.at });
  }
  const state = data.complete ? 'COMPLETE' : 'OPEN';
  const rows = data.rows.map(recordOfRow);
  return [
    {
      type: 'StockSnapshotTaken',
      data: { snapshotId, takenAt, state, rows, ...warningsOf(data.unrequired), by: issued.by.id },
    },
  ];
}

function addStockRows({ data, issued }: AddStockRows, { takenAt }: TakenSnapshot): StockSnapshotEvent[] {
  const { snapshotId } = data;
  const state = data.complete ? 'COMPLETE' : 'OPEN';
  const rows = data.rows.map(recordOfRow);
  return [
    {
      type: 'StockRowsAdded',
      data: { snapshotId, takenAt, state, rows, ...warningsOf(data.unrequired), by: issued.by.id },
    },
  ];
}

/** Some are named, all are counted: a warehouse has much that nobody asks for. */
function warningsOf(unrequired: readonly UnrequiredItem[] = []): { warnings?: readonly UnrequiredItemsWarning[] } {
  if (unrequired.length === 0) return {};
  const items = unrequired
    .slice(0, ITEMS_NAMED)
    .map(({ itemCode, uom, requiredUoms }) => ({ itemCode, uom, requiredUoms }));
  return { warnings: [{ code: 'STOCK_ITEMS_NOT_REQUIRED', count: unrequired.length, items }] };
}

const recordOfRow = ({ itemCode, uom, onHand }: CountedRow): StockRowRecord => ({ itemCode, uom, onHand });
