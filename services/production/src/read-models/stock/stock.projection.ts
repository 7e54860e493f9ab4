import { eachOf, projection, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { StockSnapshotEvent } from '../../domain/stock-snapshot/stock-snapshot.events.js';

const each = eachOf<StockSnapshotEvent>();

/** What is there? Items are kept of the newest count and of those that are still coming. */
export const stock = projection<StockSnapshotEvent>({
  name: 'stock',
  tables: ['stock_snapshot', 'stock_item'],
  on: each(['StockSnapshotTaken', 'StockRowsAdded'], addPart),
});

async function addPart(event: Recorded<StockSnapshotEvent>, rows: EntityManager): Promise<void> {
  const { snapshotId, takenAt, state, rows: counted } = event.data;
  const taken = await rows.query<unknown[]>(
    `INSERT INTO stock_snapshot (snapshot_id, revision, taken_at, state, row_count, position) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (snapshot_id) DO UPDATE
       SET revision = $2, state = $4, row_count = stock_snapshot.row_count + $5, position = $6
      WHERE stock_snapshot.revision < $2 RETURNING 1`,
    [snapshotId, event.revision, takenAt, state, counted.length, event.position.toString()],
  );
  if (taken.length === 0) return;
  await rows.query(
    `INSERT INTO stock_item (snapshot_id, item_code, uom, on_hand)
     SELECT $1, "itemCode", uom, sum("onHand")
       FROM jsonb_to_recordset($2) AS part("itemCode" text, uom text, "onHand" numeric) GROUP BY 2, 3
     ON CONFLICT (snapshot_id, item_code, uom) DO UPDATE SET on_hand = stock_item.on_hand + excluded.on_hand`,
    [snapshotId, JSON.stringify(counted)],
  );
  if (state === 'COMPLETE') await forgetOlder(rows);
}

/** The newest complete count; of two at one instant the one that came last: it corrects the other. */
export const NEWEST = `SELECT snapshot_id, taken_at FROM stock_snapshot WHERE state = 'COMPLETE'
                        ORDER BY taken_at DESC, position DESC LIMIT 1`;

function forgetOlder(rows: EntityManager): Promise<unknown> {
  return rows.query(
    `DELETE FROM stock_item WHERE snapshot_id IN (SELECT snapshot_id FROM stock_snapshot WHERE state = 'COMPLETE')
        AND snapshot_id <> (SELECT snapshot_id FROM (${NEWEST}) newest)`,
  );
}
