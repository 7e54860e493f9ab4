import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import type { Page } from '@engsales/read-models';
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
}

type ContractColumns = Omit<ContractListItem, 'totalFen'> & { readonly totalFen: string };

export class FindContracts {
  constructor(
    readonly filter: ListFilter & {
      readonly state?: string;
      readonly projectId?: string;
      readonly salespersonId?: string;
      readonly contractNo?: string;
    },
  ) {}
}

@QueryHandler(FindContracts)
export class FindContractsHandler implements IQueryHandler<FindContracts, Page<ContractListItem>> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  /** Newest draft first. */
  execute({ filter }: FindContracts): Promise<Page<ContractListItem>> {
    return this.reads.page<ContractColumns, ContractListItem>(filter, {
      from: [contractList],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<ContractColumns[]>(
          `SELECT contract_id AS "contractId", state, contract_no AS "contractNo", project_id AS "projectId",
                  project_name AS "projectName", customer_name AS "customerName", salesperson_id AS "salespersonId",
                  merchandiser_id AS "merchandiserId", operation_mode AS "operationMode", total_fen AS "totalFen",
                  signed_on::text AS "signedOn",
                  to_char(drafted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "draftedAt"
             FROM contract_list
            WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR project_id = $2)
              AND ($3::text IS NULL OR salesperson_id = $3) AND ($4::text IS NULL OR contract_no = $4)
              AND ($5::timestamptz IS NULL OR (drafted_at, contract_id) < ($5::timestamptz, $6::uuid))
            ORDER BY drafted_at DESC, contract_id DESC LIMIT $7`,
          [filter.state, filter.projectId, filter.salespersonId, filter.contractNo, ...after, limit],
        ),
      key: (row) => [row.draftedAt, row.contractId],
      item: listItem,
    });
  }
}

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
});
