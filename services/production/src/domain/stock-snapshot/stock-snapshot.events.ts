import type { DomainEvent } from '@engsales/event-sourcing/domain';

export interface StockRowRecord {
  readonly itemCode: string;
  readonly uom: string;
  readonly onHand: string;
}

/** A part of a count, or the whole of it. */
interface CountedPart {
  readonly snapshotId: string;
  /** Instant at which the stock was counted. */
  readonly takenAt: string;
  readonly state: 'OPEN' | 'COMPLETE';
  readonly rows: readonly StockRowRecord[];
  readonly by: string;
}

export type StockSnapshotTaken = DomainEvent<'StockSnapshotTaken', CountedPart>;
export type StockRowsAdded = DomainEvent<'StockRowsAdded', CountedPart>;

export type StockSnapshotEvent = StockSnapshotTaken | StockRowsAdded;
