import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { sampleProjects } from './sample-projects.projection.js';

export const SAMPLE_SORTS = ['proposedOn', '-proposedOn'] as const;
export type SampleSort = (typeof SAMPLE_SORTS)[number];

const SORTS = {
  proposedOn: { order: 'ASC', beyond: '>' },
  '-proposedOn': { order: 'DESC', beyond: '<' },
} as const;

export class FindSampleProjects {
  constructor(
    readonly filter: ListFilter & {
      readonly leadId?: string;
      readonly salespersonId?: string;
      readonly state?: string;
      readonly productLineId?: string;
      /** A part of the site or the scope. */
      readonly q?: string;
      readonly sort?: SampleSort;
    },
  ) {}
}

interface SampleColumns {
  readonly sampleProjectId: string;
  readonly leadId: string;
  readonly state: string;
  readonly salespersonId: string | null;
  readonly mode: string;
  readonly productLineId: string;
  readonly site: string;
  readonly costFen: string;
  readonly priceFen: string;
  readonly paidFen: string;
  readonly proposedBy: string;
  readonly proposedOn: string;
  readonly installedOn: string | null;
  readonly acceptedOn: string | null;
  readonly paymentDueOn: string | null;
  readonly paymentOverdue: boolean;
  readonly reason: string | null;
}

/** Sample projects, the newest first. */
@QueryHandler(FindSampleProjects)
export class FindSampleProjectsHandler implements IQueryHandler<FindSampleProjects> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindSampleProjects) {
    const { order, beyond } = SORTS[filter.sort ?? '-proposedOn'];
    return this.reads.page(filter, {
      from: [sampleProjects],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<SampleColumns[]>(
          `SELECT sample_project_id AS "sampleProjectId", lead_id AS "leadId", state, salesperson_id AS "salespersonId",
              mode, product_line_id AS "productLineId", site, cost_fen AS "costFen", price_fen AS "priceFen",
              paid_fen AS "paidFen", proposed_by AS "proposedBy", proposed_on::text AS "proposedOn",
              installed_on::text AS "installedOn", accepted_on::text AS "acceptedOn",
              payment_due_on::text AS "paymentDueOn", payment_overdue AS "paymentOverdue", reason
         FROM sample_project
        WHERE ($1::uuid IS NULL OR lead_id = $1) AND ($2::text IS NULL OR salesperson_id = $2)
          AND ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR product_line_id = $4)
          AND ($5::text IS NULL OR ${foldedSql('site', 'scope')} LIKE $5)
          AND ($6::date IS NULL OR (proposed_on, sample_project_id) ${beyond} ($6::date, $7::uuid))
        ORDER BY proposed_on ${order}, sample_project_id ${order} LIMIT $8`,
          [filter.leadId, filter.salespersonId, filter.state, filter.productLineId, partOf(filter.q), ...after, limit],
        ),
      key: (row) => [row.proposedOn, row.sampleProjectId],
      item: sampleItem,
    });
  }
}

const sampleItem = (row: SampleColumns) => ({
  sampleProjectId: row.sampleProjectId,
  leadId: row.leadId,
  state: row.state,
  salespersonId: row.salespersonId,
  mode: row.mode,
  productLineId: row.productLineId,
  site: row.site,
  costFen: Number(row.costFen),
  priceFen: Number(row.priceFen),
  paidFen: Number(row.paidFen),
  proposedBy: row.proposedBy,
  proposedOn: row.proposedOn,
  installedOn: row.installedOn,
  acceptedOn: row.acceptedOn,
  paymentDueOn: row.paymentDueOn,
  paymentOverdue: row.paymentOverdue,
  reason: row.reason,
});
