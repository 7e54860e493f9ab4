import { updateNewer, upsertNewer } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';

export const TASK_KINDS = [
  'FOLLOW_UP_1',
  'FOLLOW_UP_2',
  'FOLLOW_UP_3',
  'REVISIT_DUE',
  'SEEK_RELATIONSHIP_PARTNER',
  'PLAN_NEXT_VISIT',
  'VISIT_REPORT',
  'WRITTEN_MATERIAL',
  'SAMPLE_APPROVAL',
  'SAMPLE_PAYMENT',
  'CHANNEL_REVIEW',
  'LEAD_HINT',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly leadId?: string;
  readonly channelId?: string;
  /** Staff id; nobody in particular where it is absent. */
  readonly assigneeId?: string;
  readonly dueOn: string;
  readonly note?: string;
  /** Place in the feed of what opened it, where something of another stream closes it. */
  readonly openedAt?: bigint;
}

/** The same cause again opens the same task. */
export const openTask = (rows: EntityManager, revision: number, task: Task): Promise<void> =>
  upsertNewer(rows, 'lead_task', 'task_id', {
    task_id: task.id,
    revision,
    kind: task.kind,
    lead_id: task.leadId,
    channel_id: task.channelId,
    assignee_id: task.assigneeId,
    due_on: task.dueOn,
    note: task.note,
    opened_at: task.openedAt?.toString(),
    open: true,
  });

/** Whoever plans a visit of the lead has planned the next one of all that were missed before. */
export async function closeNextVisits(rows: EntityManager, leadId: string, position: bigint): Promise<void> {
  await rows.query(
    "UPDATE lead_task SET open = false WHERE kind = 'PLAN_NEXT_VISIT' AND lead_id = $1 AND opened_at < $2",
    [leadId, position.toString()],
  );
}

export const closeTask = (rows: EntityManager, revision: number, id: string): Promise<void> =>
  updateNewer(rows, 'lead_task', ['task_id', id], revision, { open: false });
