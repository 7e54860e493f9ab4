import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { contractAccounts } from '../contract-accounts/contract-accounts.projection.js';
import { contractTasks, type TaskKind } from './contract-tasks.projection.js';

export class FindContractTasks {
  constructor(
    readonly filter: ListFilter & {
      readonly role?: string;
      readonly kind?: TaskKind;
      readonly contractId?: string;
    },
  ) {}
}

interface TaskColumns {
  readonly taskId: string;
  readonly kind: string;
  readonly role: string;
  readonly contractId: string;
  readonly contractNo: string | null;
  readonly customerName: string | null;
  readonly milestoneId: string | null;
  readonly reason: string;
  readonly openedAt: string;
}

/** What waits for whom, the newest first. */
@QueryHandler(FindContractTasks)
export class FindContractTasksHandler implements IQueryHandler<FindContractTasks> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindContractTasks) {
    return this.reads.page<TaskColumns, TaskColumns>(filter, {
      from: [contractTasks, contractAccounts],
      sort: 'instant',
      rows: (after, limit) =>
        this.database.query<TaskColumns[]>(
          `SELECT t.task_id AS "taskId", t.kind, t.role, t.contract_id AS "contractId", a.contract_no AS "contractNo",
                  a.customer_name AS "customerName", t.milestone_id AS "milestoneId", t.reason,
                  to_char(t.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "openedAt"
             FROM contract_task t LEFT JOIN contract_account a ON a.contract_id = t.contract_id
            WHERE t.open AND ($1::text IS NULL OR t.role = $1) AND ($2::text IS NULL OR t.kind = $2)
              AND ($3::uuid IS NULL OR t.contract_id = $3)
              AND ($4::timestamptz IS NULL OR (t.opened_at, t.task_id) < ($4::timestamptz, $5::uuid))
            ORDER BY t.opened_at DESC, t.task_id DESC LIMIT $6`,
          [filter.role, filter.kind, filter.contractId, ...after, limit],
        ),
      key: (row) => [row.openedAt, row.taskId],
      item: (row) => row,
    });
  }
}
