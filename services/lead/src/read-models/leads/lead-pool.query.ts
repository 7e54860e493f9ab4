import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { leads } from './leads.projection.js';

export class FindLeadPool {
  constructor(
    readonly filter: ListFilter & { readonly city?: string; readonly source?: string; readonly q?: string },
    /** Staff id of whoever asks. */
    readonly person: string,
  ) {}
}

interface PooledColumns {
  readonly leadId: string;
  readonly leadNo: string;
  readonly projectName: string;
  readonly city: string;
  readonly source: string;
  readonly state: string;
  readonly estimatedAmountFen: number | null;
  readonly releasedOn: string;
  readonly releaseReason: string | null;
  readonly lastHolderId: string | null;
  readonly coolOffUntil: string | null;
}

/** What may I claim? The lead that was released last first; `coolOffUntil` where I have held it last and must wait. */
@QueryHandler(FindLeadPool)
export class FindLeadPoolHandler implements IQueryHandler<FindLeadPool> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter, person }: FindLeadPool) {
    const today = this.runtime.process.clock.today();
    return this.reads.page(filter, {
      from: [leads],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<PooledColumns[]>(
          `SELECT lead_id AS "leadId", lead_no AS "leadNo", project_name AS "projectName", city, source, state,
                  estimated_fen::float8 AS "estimatedAmountFen", released_on::text AS "releasedOn",
                  release_reason AS "releaseReason", last_holder_id AS "lastHolderId",
                  CASE WHEN last_holder_id = $4 AND cool_off_until > $5::date THEN cool_off_until::text END AS "coolOffUntil"
             FROM lead
            WHERE ownership = 'POOLED' AND state IN ('CAPTURED', 'QUALIFYING', 'DEVELOPING')
              AND ($1::text IS NULL OR city = $1) AND ($2::text IS NULL OR source = $2)
              AND ($3::text IS NULL OR ${foldedSql('project_name', 'lead_no')} LIKE $3)
              AND ($6::date IS NULL OR (released_on, lead_id) < ($6::date, $7::uuid))
            ORDER BY released_on DESC, lead_id DESC LIMIT $8`,
          [filter.city, filter.source, partOf(filter.q), person, today, ...after, limit],
        ),
      key: (row) => [row.releasedOn, row.leadId],
      item: (row: PooledColumns) => row,
    });
  }
}
