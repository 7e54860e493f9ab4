import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { daysBetween } from '@engsales/values';
import { DataSource } from 'typeorm';
import { contractList } from './contract-list.projection.js';

export class GetSigningsDue {
  constructor(
    readonly filter: ListFilter & {
      readonly salespersonId?: string;
      readonly dueBefore?: string;
    },
  ) {}
}

interface SigningColumns {
  readonly contractId: string;
  readonly state: string;
  readonly projectName: string;
  readonly customerName: string | null;
  readonly salespersonId: string | null;
  readonly totalFen: string;
  readonly signingDueOn: string | null;
  readonly dueKey: string;
}

/** Which contracts are still to be signed, the most urgent first; those without a last day come last. */
@QueryHandler(GetSigningsDue)
export class GetSigningsDueHandler implements IQueryHandler<GetSigningsDue> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  execute({ filter }: GetSigningsDue) {
    const today = this.runtime.process.clock.today();
    return this.reads.page(filter, {
      from: [contractList],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<SigningColumns[]>(
          `SELECT contract_id AS "contractId", state, project_name AS "projectName", customer_name AS "customerName",
                  salesperson_id AS "salespersonId", total_fen AS "totalFen", signing_due_on::text AS "signingDueOn",
                  coalesce(signing_due_on, '2999-12-31'::date)::text AS "dueKey"
             FROM contract_list
            WHERE signed_on IS NULL AND state <> 'ABANDONED' AND ($1::text IS NULL OR salesperson_id = $1)
              AND ($2::date IS NULL OR coalesce(signing_due_on, '2999-12-31'::date) < $2::date)
              AND ($3::date IS NULL OR (coalesce(signing_due_on, '2999-12-31'::date), contract_id) > ($3::date, $4::uuid))
            ORDER BY coalesce(signing_due_on, '2999-12-31'::date), contract_id LIMIT $5`,
          [filter.salespersonId, filter.dueBefore, ...after, limit],
        ),
      key: (row) => [row.dueKey, row.contractId],
      item: (row) => ({
        contractId: row.contractId,
        state: row.state,
        projectName: row.projectName,
        customerName: row.customerName,
        salespersonId: row.salespersonId,
        totalFen: Number(row.totalFen),
        signingDueOn: row.signingDueOn,
        daysLeft: row.signingDueOn ? daysBetween(today, row.signingDueOn) : null,
      }),
    });
  }
}
