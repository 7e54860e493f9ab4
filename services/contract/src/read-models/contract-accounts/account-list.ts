import type { ListFilter, ReadGateway } from '@engsales/http';
import type { DataSource } from 'typeorm';
import { contractAccounts } from './contract-accounts.projection.js';

export interface AccountFilter extends ListFilter {
  readonly salespersonId?: string;
  readonly customerName?: string;
}

export interface AccountRow {
  readonly contractId: string;
  readonly contractNo: string;
  readonly projectName: string;
  readonly customerName: string;
  readonly salespersonId: string;
  readonly state: string;
  readonly signedOn: string;
  readonly totalFen: string;
  /** What the contract is worth once it is settled. */
  readonly settledFen: string | null;
  readonly receivedFen: string;
  readonly outstandingFen: string;
  readonly unallocatedFen: string;
  readonly invoicedFen: string;
  readonly payment: string;
  readonly delivery: string;
  readonly acceptance: string;
  readonly releaseGate: string;
  readonly releaseUntil: string | null;
  readonly dispatchGate: string;
  readonly dispatchUntil: string | null;
  readonly formAccepted: boolean;
}

/** Contracts, newest signature first, that meet a condition over `contract_account`; parameters of the condition begin at $6. */
export const accountPage = <Item>(
  database: DataSource,
  reads: ReadGateway,
  filter: AccountFilter,
  condition: { readonly sql: string; readonly values: readonly unknown[] },
  item: (row: AccountRow) => Item,
) =>
  reads.page<AccountRow, Item>(filter, {
    from: [contractAccounts],
    sort: 'date',
    rows: (after, limit) =>
      database.query<AccountRow[]>(
        `SELECT contract_id AS "contractId", contract_no AS "contractNo", project_name AS "projectName",
                customer_name AS "customerName", salesperson_id AS "salespersonId", state, signed_on::text AS "signedOn",
                total_fen AS "totalFen", settled_fen AS "settledFen", received_fen AS "receivedFen", outstanding_fen AS "outstandingFen",
                unallocated_fen AS "unallocatedFen", invoiced_fen AS "invoicedFen", payment, delivery, acceptance,
                release_gate AS "releaseGate", release_until::text AS "releaseUntil",
                dispatch_gate AS "dispatchGate", dispatch_until::text AS "dispatchUntil", form_accepted AS "formAccepted"
           FROM contract_account
          WHERE ($1::text IS NULL OR salesperson_id = $1) AND ($2::text IS NULL OR customer_name = $2)
            AND ($3::date IS NULL OR (signed_on, contract_id) < ($3::date, $4::uuid)) AND ${condition.sql}
          ORDER BY signed_on DESC, contract_id DESC LIMIT $5`,
        [filter.salespersonId, filter.customerName, ...after, limit, ...condition.values],
      ),
    key: (row) => [row.signedOn, row.contractId],
    item,
  });

/** What every line of these lists begins with. */
export const contractColumns = (row: AccountRow) => ({
  contractId: row.contractId,
  contractNo: row.contractNo,
  projectName: row.projectName,
  customerName: row.customerName,
  salespersonId: row.salespersonId,
  state: row.state,
  signedOn: row.signedOn,
});
