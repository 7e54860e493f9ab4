import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf } from '@engsales/read-models';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { stock } from './stock.projection.js';

export class FindStockSnapshots {
  constructor(readonly filter: { readonly limit: number; readonly cursor?: string; readonly minPosition?: string }) {}
}

interface Row {
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

  async execute({ filter }: FindStockSnapshots) {
    await this.reads.waitFor(stock.name, filter.minPosition);
    const [at = null, id = null] = this.reads.cursor(filter.cursor, 'instant')?.after ?? [];
    const rows = await this.database.query<Row[]>(
      `SELECT snapshot_id AS "snapshotId", taken_at AS "takenAt", state, row_count AS "rowCount"
         FROM stock_snapshot
        WHERE $1::timestamptz IS NULL OR (taken_at, snapshot_id) < ($1::timestamptz, $2::uuid)
        ORDER BY taken_at DESC, snapshot_id DESC LIMIT $3`,
      [at, id, filter.limit + 1],
    );
    const key = (row: Row): [string, string] => [row.takenAt.toISOString(), row.snapshotId];
    return pageOf(rows, filter.limit, key, (row) => row);
  }
}
