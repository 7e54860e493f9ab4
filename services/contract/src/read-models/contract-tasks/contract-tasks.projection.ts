import { eachOf, insertOnce, projection, updateNewer, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { ContractEvent } from '../../domain/contract/contract.events.js';
import { taskId } from '../../domain/ids.js';

const each = eachOf<ContractEvent>();

export const TASK_KINDS = ['TRIGGER_LOST', 'VOID_CONTRADICTED', 'AWARD_REVOKED'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What waits for a person to look at it? One row per cause; it is gone when the cause is. */
export const contractTasks = projection<ContractEvent>({
  name: 'contract-tasks',
  tables: ['contract_task'],
  on: {
    PaymentMilestoneTriggerLost: (event, rows) =>
      open(rows, event, {
        kind: 'TRIGGER_LOST',
        role: 'COMMERCE',
        milestoneId: event.data.milestoneId,
        reason: event.data.reason,
      }),
    ...each(['PaymentMilestoneTriggerRegained', 'PaymentMilestoneDueWithdrawn'], ({ data, revision }, rows) =>
      close(rows, revision, taskId(data.contractId, 'TRIGGER_LOST', data.milestoneId)),
    ),
    VoidContradicted: (event, rows) =>
      open(rows, event, { kind: 'VOID_CONTRADICTED', role: 'COMPANY_LEADER', reason: event.data.ref }),
    AwardRevokedNoted: (event, rows) =>
      open(rows, event, { kind: 'AWARD_REVOKED', role: 'COMPANY_LEADER', reason: event.data.reason }),
    ...each(['ContractVoided', 'ContractSettled', 'ContractClosed'], ({ data, revision }, rows) =>
      rows.query('UPDATE contract_task SET open = false, revision = $2 WHERE contract_id = $1 AND revision < $2', [
        data.contractId,
        revision,
      ]),
    ),
  },
});

interface Task {
  readonly kind: TaskKind;
  readonly role: string;
  readonly milestoneId?: string;
  readonly reason: string;
}

/** The same cause again opens the same task. */
async function open(
  rows: EntityManager,
  { data, revision, metadata }: Recorded<ContractEvent>,
  { kind, role, milestoneId, reason }: Task,
): Promise<void> {
  const id = taskId(data.contractId, kind, milestoneId ?? '');
  await insertOnce(rows, 'contract_task', 'task_id', {
    task_id: id,
    revision,
    contract_id: data.contractId,
    kind,
    role,
    milestone_id: milestoneId ?? null,
    reason,
    opened_at: metadata.occurredAt,
  });
  await updateNewer(rows, 'contract_task', ['task_id', id], revision, {
    reason,
    opened_at: metadata.occurredAt,
    open: true,
  });
}

const close = (rows: EntityManager, revision: number, id: string) =>
  updateNewer(rows, 'contract_task', ['task_id', id], revision, { open: false });
