import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { stock } from './stock.projection.js';

export class FindStockSnapshots {
  constructor(readonly filter: ListFilter) {}
}

interface SnapshotColumns {
  readonly snapshotId: string;
  readonly takenAt: Date;
  readonly state: string;
  readonly rowCount: number;
}

/** Stock counts, the newest first; material requirements go by the newest complete one. */
@QueryHandler(FindStockSnapshots)
export class FindStockSnapshotsHandler implements IQueryHandler<FindStockSnapshots> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindStockSnapshots) {
    return this.reads.page(filter, {
      from: [stock],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<SnapshotColumns[]>(
          `SELECT snapshot_id AS "snapshotId", taken_at AS "takenAt", state, row_count AS "rowCount"
         FROM stock_snapshot
        WHERE $1::timestamptz IS NULL OR (taken_at, snapshot_id) < ($1::timestamptz, $2::uuid)
        ORDER BY taken_at DESC, snapshot_id DESC LIMIT $3`,
          [...after, limit],
        ),
      key: (row) => [row.takenAt.toISOString(), row.snapshotId],
      item: (row: SnapshotColumns) => row,
    });
  }
}
