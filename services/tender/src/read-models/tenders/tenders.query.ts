import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { ServiceRuntime } from '@engsales/service';
import { businessDateOf, daysBetween } from '@engsales/values';
import { DataSource } from 'typeorm';
import { tenders } from './tenders.projection.js';

export const TENDER_SORTS = ['submissionDeadline', '-submissionDeadline'] as const;
export type TenderSort = (typeof TENDER_SORTS)[number];

const SORTS = {
  submissionDeadline: { order: 'ASC', beyond: '>' },
  '-submissionDeadline': { order: 'DESC', beyond: '<' },
} as const;

export interface TenderFilter extends ListFilter {
  readonly state?: string;
  readonly bidState?: string;
  readonly salespersonId?: string;
  readonly commerceOwnerId?: string;
  readonly leadId?: string;
  readonly method?: string;
  readonly mode?: string;
  readonly deadlineBefore?: string;
  readonly q?: string;
  readonly sort?: TenderSort;
}

export class FindTenders {
  constructor(readonly filter: TenderFilter) {}
}

interface TenderColumns {
  readonly tenderId: string;
  readonly leadId: string | null;
  readonly tenderNo: string | null;
  readonly lotNo: string | null;
  readonly round: number;
  readonly projectName: string;
  readonly tendereeName: string;
  readonly deadline: Date | null;
  readonly sortedBy: string;
  readonly state: string;
  readonly bidState: string;
  readonly go: string;
  readonly mode: string | null;
  readonly priceFen: string | null;
  readonly marginBps: number | null;
  readonly salespersonId: string;
  readonly commerceOwnerId: string | null;
}

/** Tenders that are not published have no deadline yet: they stand behind all others. */
const NO_DEADLINE = '2999-12-31T00:00:00Z';
const DEADLINE = `COALESCE(t.submission_deadline, '${NO_DEADLINE}'::timestamptz)`;

/** Tenders, the nearest deadline first. */
@QueryHandler(FindTenders)
export class FindTendersHandler implements IQueryHandler<FindTenders> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter }: FindTenders) {
    const { order, beyond } = SORTS[filter.sort ?? 'submissionDeadline'];
    const today = businessDateOf(this.runtime.process.clock.now());
    return this.reads.page(filter, {
      from: [tenders],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<TenderColumns[]>(
          `SELECT t.tender_id AS "tenderId", t.lead_id AS "leadId", t.tender_no AS "tenderNo", t.lot_no AS "lotNo", t.round,
                  t.project_name AS "projectName", t.tenderee_name AS "tendereeName", t.submission_deadline AS deadline,
                  to_char(${DEADLINE} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sortedBy",
                  t.state, t.bid_state AS "bidState", t.go, m.mode, t.price_fen AS "priceFen", t.margin_bps AS "marginBps",
                  t.salesperson_id AS "salespersonId", t.commerce_owner_id AS "commerceOwnerId"
             FROM tender t LEFT JOIN tender_mode m ON m.tender_id = t.tender_id
            WHERE ($1::text IS NULL OR t.state = $1) AND ($2::text IS NULL OR t.bid_state = $2)
              AND ($3::text IS NULL OR t.salesperson_id = $3) AND ($4::text IS NULL OR t.commerce_owner_id = $4)
              AND ($5::uuid IS NULL OR t.lead_id = $5) AND ($6::text IS NULL OR t.method = $6)
              AND ($7::text IS NULL OR m.mode = $7) AND ($8::timestamptz IS NULL OR t.submission_deadline < $8)
              AND ($9::text IS NULL OR ${foldedSql('t.project_name', 't.tenderee_name', 't.tender_no', 't.title')} LIKE $9)
              AND ($10::timestamptz IS NULL OR (${DEADLINE}, t.tender_id) ${beyond} ($10::timestamptz, $11::uuid))
            ORDER BY ${DEADLINE} ${order}, t.tender_id ${order} LIMIT $12`,
          [
            filter.state,
            filter.bidState,
            filter.salespersonId,
            filter.commerceOwnerId,
            filter.leadId,
            filter.method,
            filter.mode,
            filter.deadlineBefore,
            partOf(filter.q),
            ...after,
            limit,
          ],
        ),
      key: (row) => [row.sortedBy, row.tenderId],
      item: (row) => tenderItem(row, today),
    });
  }
}

const tenderItem = (row: TenderColumns, today: string) => ({
  tenderId: row.tenderId,
  leadId: row.leadId,
  tenderNo: row.tenderNo,
  lotNo: row.lotNo,
  round: row.round,
  projectName: row.projectName,
  tendereeName: row.tendereeName,
  submissionDeadline: row.deadline?.toISOString() ?? null,
  daysLeft: row.deadline ? daysBetween(today, businessDateOf(row.deadline.toISOString())) : null,
  state: row.state,
  bidState: row.bidState,
  go: row.go,
  mode: row.mode,
  priceFen: row.priceFen === null ? null : Number(row.priceFen),
  marginBps: row.marginBps,
  salespersonId: row.salespersonId,
  commerceOwnerId: row.commerceOwnerId,
});
