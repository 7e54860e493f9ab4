import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { daysBetween } from '@engsales/values';
import { DataSource } from 'typeorm';
import { bucketOf, spanOf, type AgeingBucket } from './ageing.js';
import { receivables } from './receivables.projection.js';

export class FindReceivables {
  constructor(
    readonly filter: ListFilter & {
      readonly contractId?: string;
      readonly customerName?: string;
      readonly salespersonId?: string;
      readonly status?: string;
      readonly bucket?: AgeingBucket;
    },
  ) {}
}

interface ReceivableColumns {
  readonly receivableId: string;
  readonly dueKey: string;
  readonly contractId: string;
  readonly contractNo: string;
  readonly projectName: string;
  readonly customerName: string;
  readonly salespersonId: string;
  readonly milestoneId: string;
  readonly kind: string;
  readonly gate: string;
  readonly status: string;
  readonly dueOn: string | null;
  readonly triggersOn: string | null;
  readonly amountFen: string;
  readonly paidFen: string;
  readonly unclearedFen: string;
  readonly waivedFen: string;
  readonly outstandingFen: string;
  readonly promisedFen: string | null;
  readonly lastDunnedOn: string | null;
  readonly promiseDate: string | null;
  /** What was booked after the promise and came until its day. */
  readonly cameFen: string;
}

/** What is still to come, milestone by milestone, the longest due first. */
@QueryHandler(FindReceivables)
export class FindReceivablesHandler implements IQueryHandler<FindReceivables> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter }: FindReceivables) {
    const today = this.runtime.process.clock.today();
    const span = filter.bucket ? spanOf(filter.bucket, today) : { from: '1900-01-01', to: '2999-12-31' };
    return this.reads.page(filter, {
      from: [receivables],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<ReceivableColumns[]>(
          `SELECT r.receivable_id AS "receivableId", r.due_key::text AS "dueKey", r.contract_id AS "contractId",
                  r.contract_no AS "contractNo", r.project_name AS "projectName", r.customer_name AS "customerName",
                  r.salesperson_id AS "salespersonId", r.milestone_id AS "milestoneId", r.kind, r.gate, r.status,
                  r.amount_fen AS "amountFen", r.paid_fen AS "paidFen", r.uncleared_fen AS "unclearedFen",
                  r.waived_fen AS "waivedFen", r.outstanding_fen AS "outstandingFen", r.due_on::text AS "dueOn",
                  r.triggers_on::text AS "triggersOn", l.logged_on::text AS "lastDunnedOn",
                  d.promise_date::text AS "promiseDate", d.promised_fen AS "promisedFen",
                  (SELECT coalesce(sum(m.amount_fen), 0) FROM receipt m
                    WHERE m.contract_id = d.contract_id AND m.standing AND m.booked_at > d.logged_at
                      AND m.received_on BETWEEN d.logged_on AND d.promise_date) AS "cameFen"
             FROM receivable r
             LEFT JOIN dunning_latest l ON l.contract_id = r.contract_id
             LEFT JOIN dunning_latest d ON d.contract_id = r.contract_id
               AND (d.milestone_ids = '{}' OR r.milestone_id = ANY(d.milestone_ids))
            WHERE r.outstanding_fen > 0 AND ($1::uuid IS NULL OR r.contract_id = $1)
              AND ($2::text IS NULL OR r.customer_name = $2) AND ($3::text IS NULL OR r.salesperson_id = $3)
              AND ($4::text IS NULL OR r.status = $4 OR $4 = 'PART_PAID' AND r.paid_fen > 0) AND r.due_key BETWEEN $5::date AND $6::date
              AND ($7::date IS NULL OR (r.due_key, r.receivable_id) > ($7::date, $8::uuid))
            ORDER BY r.due_key, r.receivable_id LIMIT $9`,
          [
            ...[filter.contractId, filter.customerName, filter.salespersonId, filter.status],
            ...[span.from, span.to, ...after, limit],
          ],
        ),
      key: (row) => [row.dueKey, row.receivableId],
      item: (row) => receivableView(row, today),
    });
  }
}

const receivableView = (row: ReceivableColumns, today: string) => ({
  contractId: row.contractId,
  contractNo: row.contractNo,
  projectName: row.projectName,
  customerName: row.customerName,
  salespersonId: row.salespersonId,
  milestoneId: row.milestoneId,
  kind: row.kind,
  gate: row.gate,
  status: row.status,
  amountFen: Number(row.amountFen),
  paidFen: Number(row.paidFen),
  unclearedFen: Number(row.unclearedFen),
  waivedFen: Number(row.waivedFen),
  outstandingFen: Number(row.outstandingFen),
  dueOn: row.dueOn,
  triggersOn: row.triggersOn,
  bucket: bucketOf(row.dueOn, today),
  daysOverdue: row.dueOn && row.dueOn < today ? daysBetween(row.dueOn, today) : 0,
  lastDunnedOn: row.lastDunnedOn,
  promiseDate: row.promiseDate,
  promisedFen: row.promisedFen === null ? null : Number(row.promisedFen),
  promiseBroken: isBroken(row, today),
});

/** The day has passed, and what came since the promise is less than the sum that was promised; without a sum, all of it was. */
function isBroken({ promiseDate, promisedFen, cameFen }: ReceivableColumns, today: string): boolean {
  if (promiseDate === null || promiseDate >= today) return false;
  return promisedFen === null || Number(cameFen) < Number(promisedFen);
}
