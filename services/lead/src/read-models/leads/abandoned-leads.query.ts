import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { leads } from './leads.projection.js';

export class FindAbandonedLeads {
  constructor(
    readonly filter: ListFilter & {
      readonly revisitBefore?: string;
      readonly reason?: string;
      readonly salespersonId?: string;
    },
  ) {}
}

interface AbandonedColumns {
  readonly leadId: string;
  readonly leadNo: string;
  readonly projectName: string;
  readonly city: string;
  readonly salespersonId: string | null;
  readonly reason: string;
  readonly note: string | null;
  readonly abandonedOn: string;
  readonly revisitOn: string | null;
  /** The last day that there is, where nobody looks again. */
  readonly place: string;
}

/** What was given up, and when does somebody look again? The nearest day first. */
@QueryHandler(FindAbandonedLeads)
export class FindAbandonedLeadsHandler implements IQueryHandler<FindAbandonedLeads> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindAbandonedLeads) {
    return this.reads.page(filter, {
      from: [leads],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<AbandonedColumns[]>(
          `SELECT * FROM (
             SELECT lead_id AS "leadId", lead_no AS "leadNo", project_name AS "projectName", city,
                    salesperson_id AS "salespersonId", abandon_reason AS reason, abandon_note AS note,
                    abandoned_on::text AS "abandonedOn", revisit_on::text AS "revisitOn",
                    COALESCE(revisit_on, date '2999-12-31')::text AS place
               FROM lead
              WHERE state = 'ABANDONED' AND ($1::date IS NULL OR revisit_on <= $1)
                AND ($2::text IS NULL OR abandon_reason = $2) AND ($3::text IS NULL OR salesperson_id = $3)) a
            WHERE ($4::text IS NULL OR (place, "leadId") > ($4::text, $5::uuid))
            ORDER BY place, "leadId" LIMIT $6`,
          [filter.revisitBefore, filter.reason, filter.salespersonId, ...after, limit],
        ),
      key: (row) => [row.place, row.leadId],
      item: (row: AbandonedColumns) => ({
        leadId: row.leadId,
        leadNo: row.leadNo,
        projectName: row.projectName,
        city: row.city,
        salespersonId: row.salespersonId,
        reason: row.reason,
        note: row.note,
        abandonedOn: row.abandonedOn,
        revisitOn: row.revisitOn,
      }),
    });
  }
}
