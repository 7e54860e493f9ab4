import { Rejected, type Decider, type DomainEvent } from '@engsales/event-sourcing/decider';
import { isReached } from '@engsales/values';
import type { StockRow } from '../material-requirements/material-requirements.js';
import type { StockSnapshotCommand } from './stock-snapshot.commands.js';

interface Part {
  readonly snapshotId: string;
  /** Instant at which the stock was counted. */
  readonly takenAt: string;
  readonly state: 'OPEN' | 'COMPLETE';
  readonly rows: readonly StockRow[];
  readonly by: string;
}

export type StockSnapshotEvent = DomainEvent<'StockSnapshotTaken', Part> | DomainEvent<'StockRowsAdded', Part>;

export type TakenSnapshot =
  | { readonly state: 'NONE' }
  | { readonly state: 'OPEN' | 'COMPLETE'; readonly takenAt: string; readonly rowCount: number };

export const STOCK_SNAPSHOT_TRANSITIONS: Readonly<Record<StockSnapshotCommand['type'], readonly string[]>> = {
  TakeStockSnapshot: ['NONE'],
  AddStockRows: ['OPEN'],
};

/** A stock count that material requirements are laid beside; taken in whole or in parts, never changed. */
export const stockSnapshot: Decider<TakenSnapshot, StockSnapshotCommand, StockSnapshotEvent> = {
  category: 'stockSnapshot',
  stored: { StockSnapshotTaken: 1, StockRowsAdded: 1 },
  initialState: { state: 'NONE' },
  decide({ type, data, issued }, snapshot) {
    const { snapshotId, rows, complete } = data;
    const part = { snapshotId, state: complete ? ('COMPLETE' as const) : ('OPEN' as const), rows, by: issued.by.id };
    switch (type) {
      case 'TakeStockSnapshot': {
        if (snapshot.state !== 'NONE') throw wrongState(type, snapshot.state);
        const { takenAt = issued.at } = data;
        if (!isReached(takenAt, issued.at)) {
          throw new Rejected('DATE_IN_FUTURE', 'the stock was counted after now', { takenAt, now: issued.at });
        }
        return [{ type: 'StockSnapshotTaken', data: { ...part, takenAt } }];
      }
      case 'AddStockRows':
        if (snapshot.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no stock snapshot ${snapshotId}`);
        if (snapshot.state === 'COMPLETE') throw wrongState(type, snapshot.state);
        return [{ type: 'StockRowsAdded', data: { ...part, takenAt: snapshot.takenAt } }];
    }
  },
  evolve(snapshot, { data: { state, takenAt, rows } }) {
    return { state, takenAt, rowCount: (snapshot.state === 'NONE' ? 0 : snapshot.rowCount) + rows.length };
  },
};

function wrongState(command: StockSnapshotCommand['type'], state: string): Rejected {
  const details = { command, state, possibleIn: STOCK_SNAPSHOT_TRANSITIONS[command] };
  return new Rejected('INVALID_TRANSITION', `${command} is not possible in ${state}`, details);
}
