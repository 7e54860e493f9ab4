import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import type { Page } from '@engsales/read-models';
import { ServiceRuntime } from '@engsales/service';
import { daysBetween } from '@engsales/values';
import { DataSource } from 'typeorm';
import { bonds } from './bonds.projection.js';
import { LEDGER, ledgerParameters, type LedgerFilter, type Standing } from './ledger-sql.js';
import { ledgerSums, type LedgerSums, type SumColumns } from './ledger-sums.js';

export class GetBondLedger {
  constructor(readonly filter: ListFilter & LedgerFilter) {}
}

interface LedgerColumns {
  readonly bondId: string;
  readonly requestNo: number;
  readonly type: string;
  readonly refId: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly tenderNo: string | null;
  readonly state: string;
  readonly standing: Standing;
  readonly instrument: string;
  readonly issuer: string | null;
  readonly lodgedOn: string;
  readonly validUntil: string | null;
  readonly basis: string | null;
  readonly releaseDueOn: string | null;
  readonly chased: number;
  readonly amountFen: string;
  readonly remainingFen: string;
  readonly releasedFen: string;
  readonly interestFen: string;
  readonly convertedFen: string;
  readonly forfeitedFen: string;
  readonly lapsedFen: string;
  readonly place: string;
}

export type LedgerRow = ReturnType<typeof ledgerRow>;

export interface BondLedger extends Page<LedgerRow> {
  readonly asOf: string;
  readonly sums: LedgerSums;
}

/** The bonds that are or were out (投标保证金台账), as they stood on a day, what is due back first; the sums are of all pages. */
@QueryHandler(GetBondLedger)
export class GetBondLedgerHandler implements IQueryHandler<GetBondLedger, BondLedger> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  async execute({ filter }: GetBondLedger): Promise<BondLedger> {
    const asOf = filter.asOf ?? this.runtime.process.clock.today();
    const { items, nextCursor } = await this.reads.page(filter, {
      from: [bonds],
      sort: 'text',
      rows: (after, limit) =>
        this.database.query<LedgerColumns[]>(
          `${LEDGER} SELECT bond_id AS "bondId", request_no AS "requestNo", type, ref_id AS "refId",
              project_id AS "projectId", project_name AS "projectName", tender_no AS "tenderNo", state, standing,
              instrument, issuer, lodged_on::text AS "lodgedOn", valid_until::text AS "validUntil", basis,
              release_due_on::text AS "releaseDueOn", chased, amount_fen AS "amountFen",
              remaining_fen AS "remainingFen", released_fen AS "releasedFen", interest_fen AS "interestFen",
              converted_fen AS "convertedFen", forfeited_fen AS "forfeitedFen", lapsed_fen AS "lapsedFen", place
         FROM ledger WHERE $6::text IS NULL OR (place, bond_id) > ($6, $7::uuid)
        ORDER BY place, bond_id LIMIT $8`,
          [...ledgerParameters(filter, asOf), ...after, limit],
        ),
      key: (row) => [row.place, row.bondId],
      item: (row) => ledgerRow(row, asOf),
    });
    return { asOf, items, nextCursor, sums: ledgerSums(await this.sums(filter, asOf)) };
  }

  private sums(filter: LedgerFilter, asOf: string): Promise<SumColumns[]> {
    return this.database.query<SumColumns[]>(
      `${LEDGER} SELECT standing, issuer, project_id AS "projectId", max(project_name) AS "projectName",
          count(*)::int AS bonds, sum(amount_fen) AS "amountFen", sum(remaining_fen) AS "remainingFen",
          sum(released_fen) AS "releasedFen", sum(interest_fen) AS "interestFen", sum(converted_fen) AS "convertedFen",
          sum(forfeited_fen) AS "forfeitedFen", sum(lapsed_fen) AS "lapsedFen"
         FROM ledger GROUP BY standing, issuer, project_id ORDER BY standing, issuer, project_id`,
      ledgerParameters(filter, asOf),
    );
  }
}

const ledgerRow = (row: LedgerColumns, asOf: string) => ({
  bondId: row.bondId,
  requestNo: row.requestNo,
  type: row.type,
  refId: row.refId,
  projectId: row.projectId,
  projectName: row.projectName,
  tenderNo: row.tenderNo,
  state: row.state,
  standing: row.standing,
  instrument: row.instrument,
  issuer: row.issuer,
  lodgedOn: row.lodgedOn,
  validUntil: row.validUntil,
  basis: row.basis,
  releaseDueOn: row.releaseDueOn,
  daysOverdue: row.standing === 'OVERDUE' && row.releaseDueOn !== null ? daysBetween(row.releaseDueOn, asOf) : 0,
  chased: row.chased,
  amountFen: Number(row.amountFen),
  remainingFen: Number(row.remainingFen),
  releasedFen: Number(row.releasedFen),
  interestFen: Number(row.interestFen),
  convertedFen: Number(row.convertedFen),
  forfeitedFen: Number(row.forfeitedFen),
  lapsedFen: Number(row.lapsedFen),
});
