import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { tenders } from '../tenders/tenders.projection.js';
import { tenderTasks } from './tender-tasks.projection.js';

export class FindTenderTasks {
  constructor(
    readonly filter: ListFilter & { readonly assignee?: string; readonly kind?: string; readonly tenderId?: string },
  ) {}
}

interface TaskColumns {
  readonly taskId: string;
  readonly kind: string;
  readonly tenderId: string | null;
  readonly bondId: string | null;
  readonly tenderNo: string | null;
  readonly projectName: string | null;
  readonly assigneeId: string | null;
  readonly dueOn: string;
  readonly note: string | null;
}

/** What waits for whom, the nearest day first. A task of a tender is its salesperson's, whoever that is now. */
@QueryHandler(FindTenderTasks)
export class FindTenderTasksHandler implements IQueryHandler<FindTenderTasks> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindTenderTasks) {
    return this.reads.page<TaskColumns, TaskColumns>(filter, {
      from: [tenderTasks, tenders],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<TaskColumns[]>(
          `SELECT t.task_id AS "taskId", t.kind, t.tender_id AS "tenderId", t.bond_id AS "bondId", r.tender_no AS "tenderNo",
                  r.project_name AS "projectName", COALESCE(r.salesperson_id, t.assignee_id) AS "assigneeId",
                  t.due_on::text AS "dueOn", t.note
             FROM tender_task t LEFT JOIN tender r ON r.tender_id = t.tender_id
            WHERE t.open AND ($1::text IS NULL OR COALESCE(r.salesperson_id, t.assignee_id) = $1)
              AND ($2::text IS NULL OR t.kind = $2) AND ($3::uuid IS NULL OR t.tender_id = $3)
              AND ($4::date IS NULL OR (t.due_on, t.task_id) > ($4::date, $5::uuid))
            ORDER BY t.due_on, t.task_id LIMIT $6`,
          [filter.assignee, filter.kind, filter.tenderId, ...after, limit],
        ),
      key: (row) => [row.dueOn, row.taskId],
      item: (row) => row,
    });
  }
}
