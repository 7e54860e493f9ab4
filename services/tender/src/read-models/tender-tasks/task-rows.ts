import { updateNewer, upsertNewer } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';

export const TASK_KINDS = [
  'DECIDE_NO_BID',
  'DEADLINE_NEAR',
  'DEADLINE_PASSED',
  'SIGNING_OVERDUE',
  'BOND_EXPIRING',
  'BOND_OVERDUE',
  'BOND_AT_RISK',
  'BOND_EXTEND',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly tenderId?: string;
  readonly bondId?: string;
  /** Staff id; nobody in particular where it is absent. */
  readonly assigneeId?: string;
  readonly dueOn: string;
  readonly note?: string;
}

/** The same cause again opens the same task. */
export const openTask = (rows: EntityManager, revision: number, task: Task): Promise<void> =>
  upsertNewer(rows, 'tender_task', 'task_id', {
    task_id: task.id,
    revision,
    kind: task.kind,
    tender_id: task.tenderId,
    bond_id: task.bondId,
    assignee_id: task.assigneeId,
    due_on: task.dueOn,
    note: task.note,
    open: true,
  });

export const closeTask = (rows: EntityManager, revision: number, id: string): Promise<void> =>
  updateNewer(rows, 'tender_task', ['task_id', id], revision, { open: false });
