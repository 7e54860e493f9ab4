import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { bonds } from './bonds.projection.js';

export const BOND_SORTS = ['requestedOn', '-requestedOn'] as const;
export type BondSort = (typeof BOND_SORTS)[number];

const SORTS = {
  requestedOn: { order: 'ASC', beyond: '>' },
  '-requestedOn': { order: 'DESC', beyond: '<' },
} as const;

export class FindBonds {
  constructor(
    readonly filter: ListFilter & {
      readonly type?: string;
      readonly state?: string;
      readonly refId?: string;
      readonly projectId?: string;
      readonly salespersonId?: string;
      /** A part of the project, the number of the tender, the beneficiary or the issuer. */
      readonly q?: string;
      readonly sort?: BondSort;
    },
  ) {}
}

interface BondColumns {
  readonly bondId: string;
  readonly type: string;
  readonly refType: string;
  readonly refId: string;
  readonly projectId: string | null;
  readonly leadId: string | null;
  readonly projectName: string | null;
  readonly tenderNo: string | null;
  readonly salespersonId: string | null;
  readonly beneficiaryName: string;
  readonly state: string;
  readonly instrument: string;
  readonly issuer: string | null;
  readonly validUntil: string | null;
  readonly neededBy: string | null;
  readonly amountFen: string;
  readonly remainingFen: string;
  readonly risk: string;
  readonly lodgedOn: string | null;
  readonly releaseDueOn: string | null;
  readonly basis: string | null;
  readonly requestedBy: string;
  readonly requestedOn: string;
}

/** Bonds, the newest request first. */
@QueryHandler(FindBonds)
export class FindBondsHandler implements IQueryHandler<FindBonds> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindBonds) {
    const { order, beyond } = SORTS[filter.sort ?? '-requestedOn'];
    const { type, state, refId, projectId, salespersonId, q } = filter;
    return this.reads.page(filter, {
      from: [bonds],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<BondColumns[]>(
          `SELECT bond_id AS "bondId", type, ref_type AS "refType", ref_id AS "refId", project_id AS "projectId",
              lead_id AS "leadId", project_name AS "projectName", tender_no AS "tenderNo",
              salesperson_id AS "salespersonId", beneficiary_name AS "beneficiaryName", state, instrument, issuer,
              valid_until::text AS "validUntil", needed_by::text AS "neededBy", amount_fen AS "amountFen",
              remaining_fen AS "remainingFen", risk, lodged_on::text AS "lodgedOn",
              release_due_on::text AS "releaseDueOn", basis, requested_by AS "requestedBy",
              requested_on::text AS "requestedOn"
         FROM bond
        WHERE ($1::text IS NULL OR type = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::uuid IS NULL OR ref_id = $3) AND ($4::uuid IS NULL OR project_id = $4)
          AND ($5::text IS NULL OR salesperson_id = $5)
          AND ($6::text IS NULL OR ${foldedSql('project_name', 'tender_no', 'beneficiary_name', 'issuer')} LIKE $6)
          AND ($7::date IS NULL OR (requested_on, bond_id) ${beyond} ($7::date, $8::uuid))
        ORDER BY requested_on ${order}, bond_id ${order} LIMIT $9`,
          [type, state, refId, projectId, salespersonId, partOf(q), ...after, limit],
        ),
      key: (row) => [row.requestedOn, row.bondId],
      item: bondItem,
    });
  }
}

const bondItem = (row: BondColumns) => ({
  bondId: row.bondId,
  type: row.type,
  refType: row.refType,
  refId: row.refId,
  projectId: row.projectId,
  leadId: row.leadId,
  projectName: row.projectName,
  tenderNo: row.tenderNo,
  salespersonId: row.salespersonId,
  beneficiaryName: row.beneficiaryName,
  state: row.state,
  instrument: row.instrument,
  issuer: row.issuer,
  validUntil: row.validUntil,
  neededBy: row.neededBy,
  amountFen: Number(row.amountFen),
  remainingFen: Number(row.remainingFen),
  risk: row.risk,
  lodgedOn: row.lodgedOn,
  releaseDueOn: row.releaseDueOn,
  basis: row.basis,
  requestedBy: row.requestedBy,
  requestedOn: row.requestedOn,
});
