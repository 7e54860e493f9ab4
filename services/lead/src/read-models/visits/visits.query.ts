import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { visits } from './visits.projection.js';

export const VISIT_SORTS = ['plannedAt', '-plannedAt'] as const;
export type VisitSort = (typeof VISIT_SORTS)[number];

const SORTS = {
  plannedAt: { order: 'ASC', beyond: '>' },
  '-plannedAt': { order: 'DESC', beyond: '<' },
} as const;

export class FindVisits {
  constructor(
    readonly filter: ListFilter & {
      readonly leadId?: string;
      readonly salespersonId?: string;
      readonly state?: string;
      /** Business dates, both included. */
      readonly from?: string;
      readonly to?: string;
      /** A part of the topics, the notes or the outcome. */
      readonly q?: string;
      readonly sort?: VisitSort;
    },
  ) {}
}

interface VisitColumns {
  readonly visitId: string;
  readonly leadId: string;
  readonly state: string;
  readonly salespersonId: string | null;
  readonly plannedAt: Date;
  readonly purpose: string;
  readonly reportDueAt: Date;
  readonly reportOverdue: boolean;
  readonly heldOn: string | null;
  readonly outcome: string | null;
  readonly signals: readonly string[];
  readonly openPoints: readonly number[];
  readonly nextFollowUpOn: string | null;
}

/** Visits by the time for which they are planned: those of this week, say. */
@QueryHandler(FindVisits)
export class FindVisitsHandler implements IQueryHandler<FindVisits> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindVisits) {
    const { order, beyond } = SORTS[filter.sort ?? 'plannedAt'];
    return this.reads.page(filter, {
      from: [visits],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<VisitColumns[]>(
          `SELECT visit_id AS "visitId", lead_id AS "leadId", state, salesperson_id AS "salespersonId",
              planned_at AS "plannedAt", purpose, report_due_at AS "reportDueAt", report_overdue AS "reportOverdue",
              held_on::text AS "heldOn", outcome, signals, open_points AS "openPoints",
              next_follow_up_on::text AS "nextFollowUpOn"
         FROM visit
        WHERE ($1::uuid IS NULL OR lead_id = $1) AND ($2::text IS NULL OR salesperson_id = $2)
          AND ($3::text IS NULL OR state = $3) AND ($4::date IS NULL OR planned_on >= $4)
          AND ($5::date IS NULL OR planned_on <= $5)
          AND ($6::text IS NULL OR ${foldedSql('topics', 'notes', 'outcome')} LIKE $6)
          AND ($7::timestamptz IS NULL OR (planned_at, visit_id) ${beyond} ($7::timestamptz, $8::uuid))
        ORDER BY planned_at ${order}, visit_id ${order} LIMIT $9`,
          [
            filter.leadId,
            filter.salespersonId,
            filter.state,
            filter.from,
            filter.to,
            partOf(filter.q),
            ...after,
            limit,
          ],
        ),
      key: (row) => [row.plannedAt.toISOString(), row.visitId],
      item: (row: VisitColumns) => row,
    });
  }
}
