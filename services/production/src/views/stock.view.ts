import type { StockSnapshot } from '../domain/stock-snapshot/stock-snapshot.js';

/** A stock count as it is answered: how much of it there is, not its rows. */
export function snapshotView(id: string, revision: number, snapshot: StockSnapshot) {
  if (snapshot.state === 'NONE') return { id, revision, state: snapshot.state };
  return { id, revision, state: snapshot.state, takenAt: snapshot.takenAt, rowCount: snapshot.rowCount };
}
