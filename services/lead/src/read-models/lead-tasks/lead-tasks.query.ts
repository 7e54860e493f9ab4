import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { leads } from '../leads/leads.projection.js';
import { leadTasks } from './lead-tasks.projection.js';

export class FindLeadTasks {
  constructor(
    readonly filter: ListFilter & {
      readonly assigneeId?: string;
      readonly kind?: string;
      readonly leadId?: string;
    },
  ) {}
}

interface TaskColumns {
  readonly taskId: string;
  readonly kind: string;
  readonly leadId: string | null;
  readonly leadNo: string | null;
  readonly projectName: string | null;
  readonly channelId: string | null;
  readonly assigneeId: string | null;
  readonly dueOn: string;
  readonly note: string | null;
}

/** What waits for whom, the nearest day first. A task of a lead is its salesperson's, whoever that is now. */
@QueryHandler(FindLeadTasks)
export class FindLeadTasksHandler implements IQueryHandler<FindLeadTasks> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindLeadTasks) {
    return this.reads.page<TaskColumns, TaskColumns>(filter, {
      from: [leadTasks, leads],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<TaskColumns[]>(
          `SELECT t.task_id AS "taskId", t.kind, t.lead_id AS "leadId", l.lead_no AS "leadNo",
                  l.project_name AS "projectName", t.channel_id AS "channelId",
                  COALESCE(l.salesperson_id, t.assignee_id) AS "assigneeId", t.due_on::text AS "dueOn", t.note
             FROM lead_task t LEFT JOIN lead l ON l.lead_id = t.lead_id
            WHERE t.open AND ($1::text IS NULL OR COALESCE(l.salesperson_id, t.assignee_id) = $1)
              AND ($2::text IS NULL OR t.kind = $2) AND ($3::uuid IS NULL OR t.lead_id = $3)
              AND ($4::date IS NULL OR (t.due_on, t.task_id) > ($4::date, $5::uuid))
            ORDER BY t.due_on, t.task_id LIMIT $6`,
          [filter.assigneeId, filter.kind, filter.leadId, ...after, limit],
        ),
      key: (row) => [row.dueOn, row.taskId],
      item: (row) => row,
    });
  }
}
