import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { partOf, type ListSort, type Page } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { contractList } from './contract-list.projection.js';

export interface ContractListItem {
  readonly contractId: string;
  readonly state: string;
  readonly contractNo: string | null;
  readonly projectId: string;
  readonly projectName: string;
  readonly customerName: string | null;
  readonly salespersonId: string | null;
  readonly merchandiserId: string | null;
  readonly operationMode: string;
  readonly totalFen: number;
  readonly signedOn: string | null;
  readonly draftedAt: string;
  /** Null unless it came from another system. */
  readonly imported: { readonly by: string; readonly on: string; readonly confirmedBy: string | null } | null;
}

interface ContractColumns extends Omit<ContractListItem, 'totalFen' | 'imported'> {
  readonly totalFen: string;
  readonly sortKey: string;
  readonly importedBy: string | null;
  readonly importedOn: string;
  readonly confirmedBy: string | null;
}

/** What the list can be sorted by, and how a value of it is compared. */
const SORTS = {
  draftedAt: { sql: 'drafted_at', type: 'timestamptz', sort: 'instant' },
  signedOn: { sql: "coalesce(signed_on, '1900-01-01'::date)", type: 'date', sort: 'date' },
  contractNo: { sql: "coalesce(contract_no, '')", type: 'text', sort: 'text' },
  customerName: { sql: "coalesce(customer_name, '')", type: 'text', sort: 'text' },
  projectName: { sql: 'project_name', type: 'text', sort: 'text' },
  totalFen: { sql: 'total_fen', type: 'bigint', sort: 'integer' },
} as const satisfies Record<string, { readonly sql: string; readonly type: string; readonly sort: ListSort }>;

export const CONTRACT_SORTS = (Object.keys(SORTS) as (keyof typeof SORTS)[]).flatMap((name) => [
  name,
  `-${name}` as const,
]);
export type ContractSort = (typeof CONTRACT_SORTS)[number];

export class FindContracts {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
      readonly projectId?: string;
      readonly salespersonId?: string;
      /** Parts of the number, the customer and the project; width, case and blanks do not matter. */
      readonly contractNo?: string;
      readonly customerName?: string;
      readonly projectName?: string;
      /** A part of any of the three. */
      readonly q?: string;
      /** Descending with a minus before it; the newest draft first when absent. */
      readonly sort?: ContractSort;
    },
  ) {}
}

@QueryHandler(FindContracts)
export class FindContractsHandler implements IQueryHandler<FindContracts, Page<ContractListItem>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindContracts): Promise<Page<ContractListItem>> {
    const { sort = '-draftedAt' } = filter;
    const { sql, type, sort: kind } = SORTS[sort.replace('-', '') as keyof typeof SORTS];
    const [order, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    return this.reads.page<ContractColumns, ContractListItem>(filter, {
      from: [contractList],
      sort: kind,
      rows: (after, limit) =>
        this.database.query<ContractColumns[]>(
          `SELECT contract_id AS "contractId", state, contract_no AS "contractNo", project_id AS "projectId",
                  project_name AS "projectName", customer_name AS "customerName", salesperson_id AS "salespersonId",
                  merchandiser_id AS "merchandiserId", operation_mode AS "operationMode", total_fen AS "totalFen",
                  signed_on::text AS "signedOn", ${kind === 'instant' ? INSTANT : `(${sql})::text`} AS "sortKey",
                  ${INSTANT} AS "draftedAt", imported_by AS "importedBy", imported_on::text AS "importedOn",
                  import_confirmed_by AS "confirmedBy"
             FROM contract_list
            WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR project_id = $2)
              AND ($3::text IS NULL OR salesperson_id = $3) AND ($4::text IS NULL OR number_key LIKE $4)
              AND ($5::text IS NULL OR customer_key LIKE $5) AND ($6::text IS NULL OR project_key LIKE $6)
              AND ($7::text IS NULL OR number_key LIKE $7 OR customer_key LIKE $7 OR project_key LIKE $7)
              AND ($8::${type} IS NULL OR (${sql}, contract_id) ${beyond} ($8::${type}, $9::uuid))
            ORDER BY ${sql} ${order}, contract_id ${order} LIMIT $10`,
          [
            ...[filter.state, filter.projectId, filter.salespersonId, partOf(filter.contractNo)],
            ...[partOf(filter.customerName), partOf(filter.projectName), partOf(filter.q), ...after, limit],
          ],
        ),
      key: (row) => [row.sortKey, row.contractId],
      item: listItem,
    });
  }
}

const INSTANT = `to_char(drafted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const listItem = (row: ContractColumns): ContractListItem => ({
  contractId: row.contractId,
  state: row.state,
  contractNo: row.contractNo,
  projectId: row.projectId,
  projectName: row.projectName,
  customerName: row.customerName,
  salespersonId: row.salespersonId,
  merchandiserId: row.merchandiserId,
  operationMode: row.operationMode,
  totalFen: Number(row.totalFen),
  signedOn: row.signedOn,
  draftedAt: row.draftedAt,
  imported: row.importedBy === null ? null : { by: row.importedBy, on: row.importedOn, confirmedBy: row.confirmedBy },
});
