import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { bonds } from '../bonds/bonds.projection.js';
import { riskAssessments } from '../risk-assessments/risk-assessments.projection.js';
import { tenders } from '../tenders/tenders.projection.js';
import { AWAITED_ROWS, type AwaitedKind, type AwaitedRole } from './awaited-rows.js';

export class FindConsentsAwaited {
  constructor(readonly filter: ListFilter & { readonly kind?: AwaitedKind; readonly role?: AwaitedRole }) {}
}

interface AwaitedColumns {
  readonly awaitedId: string;
  readonly kind: string;
  readonly tenderId: string | null;
  readonly bondId: string | null;
  readonly riskAssessmentId: string | null;
  readonly leadId: string | null;
  readonly tenderNo: string | null;
  readonly projectName: string | null;
  readonly text: string | null;
  readonly amountFen: string | null;
  readonly role: string;
  readonly since: string;
}

/** What waits for whose word, the longest first. */
@QueryHandler(FindConsentsAwaited)
export class FindConsentsAwaitedHandler implements IQueryHandler<FindConsentsAwaited> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter }: FindConsentsAwaited) {
    const { floorMarginBps, bondLeaderFen } = this.runtime.config.settings;
    return this.reads.page(filter, {
      from: [tenders, riskAssessments, bonds],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<AwaitedColumns[]>(
          `SELECT awaited_id AS "awaitedId", kind, tender_id AS "tenderId", bond_id AS "bondId",
                  risk_assessment_id AS "riskAssessmentId", lead_id AS "leadId", tender_no AS "tenderNo",
                  project_name AS "projectName", text, amount_fen AS "amountFen", role, since::text AS since
             FROM (${AWAITED_ROWS}) awaited
            WHERE ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR role = $4)
              AND ($5::date IS NULL OR (since, awaited_id) > ($5::date, $6::uuid))
            ORDER BY since, awaited_id LIMIT $7`,
          [floorMarginBps, bondLeaderFen, filter.kind, filter.role, ...after, limit],
        ),
      key: (row) => [row.since, row.awaitedId],
      item: (row) => ({
        kind: row.kind,
        tenderId: row.tenderId,
        bondId: row.bondId,
        riskAssessmentId: row.riskAssessmentId,
        leadId: row.leadId,
        tenderNo: row.tenderNo,
        projectName: row.projectName,
        text: row.text,
        amountFen: row.amountFen === null ? null : Number(row.amountFen),
        role: row.role,
        since: row.since,
      }),
    });
  }
}
