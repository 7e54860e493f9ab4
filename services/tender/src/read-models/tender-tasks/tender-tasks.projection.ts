import { businessDateOf } from '@engsales/values';
import { eachOf, projection } from '@engsales/read-models';
import type { BondEvent } from '../../domain/bond/bond.events.js';
import { taskId } from '../../domain/ids.js';
import type { TenderEvent } from '../../domain/tender/tender.events.js';
import { closeTask, openTask } from './task-rows.js';

type Event = TenderEvent | BondEvent;

const each = eachOf<Event>();

/** What waits for whom? One row per cause; it is closed when the cause is gone. */
export const tenderTasks = projection<Event>({
  name: 'tender-tasks',
  tables: ['tender_task'],
  on: {
    NoBidRequested: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('DECIDE_NO_BID', data.tenderId),
        kind: 'DECIDE_NO_BID',
        tenderId: data.tenderId,
        assigneeId: data.salespersonId,
        dueOn: data.requestedOn,
        note: data.reason,
      }),
    TenderDeadlineNear: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('DEADLINE_NEAR', `${data.tenderId}:${data.kind}`),
        kind: 'DEADLINE_NEAR',
        tenderId: data.tenderId,
        assigneeId: data.salespersonId,
        dueOn: businessDateOf(data.at),
        note: data.kind,
      }),
    BidDeadlinePassed: async ({ data, revision }, rows) => {
      for (const kind of ['SUBMISSION', 'CLARIFICATION']) {
        await closeTask(rows, revision, taskId('DEADLINE_NEAR', `${data.tenderId}:${kind}`));
      }
      await openTask(rows, revision, {
        id: taskId('DEADLINE_PASSED', data.tenderId),
        kind: 'DEADLINE_PASSED',
        tenderId: data.tenderId,
        assigneeId: data.salespersonId,
        dueOn: businessDateOf(data.submissionDeadline),
      });
    },
    // another date is another deadline
    TenderAmended: async ({ data, revision }, rows) => {
      for (const kind of ['SUBMISSION', 'CLARIFICATION', 'OPENING']) {
        await closeTask(rows, revision, taskId('DEADLINE_NEAR', `${data.tenderId}:${kind}`));
      }
      await closeTask(rows, revision, taskId('DEADLINE_PASSED', data.tenderId));
    },
    BidSubmitted: async ({ data, revision }, rows) => {
      for (const kind of ['SUBMISSION', 'CLARIFICATION']) {
        await closeTask(rows, revision, taskId('DEADLINE_NEAR', `${data.tenderId}:${kind}`));
      }
      await closeTask(rows, revision, taskId('DEADLINE_PASSED', data.tenderId));
    },
    BidsOpened: ({ data, revision }, rows) =>
      closeTask(rows, revision, taskId('DEADLINE_NEAR', `${data.tenderId}:OPENING`)),
    BidValidityExtended: async ({ data, revision }, rows) => {
      const id = taskId('BOND_EXTEND', data.tenderId);
      if (!data.warnings.some(({ code }) => code === 'BOND_NEEDS_EXTENSION')) return closeTask(rows, revision, id);
      const { tenderId, salespersonId: assigneeId, validityUntil: dueOn } = data;
      return openTask(rows, revision, { id, kind: 'BOND_EXTEND', tenderId, assigneeId, dueOn });
    },
    ContractSigningOverdue: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('SIGNING_OVERDUE', data.tenderId),
        kind: 'SIGNING_OVERDUE',
        tenderId: data.tenderId,
        assigneeId: data.salespersonId,
        dueOn: data.contractSigningDueOn,
      }),
    ...each(
      [
        'NoBidDecided',
        'BidWithdrawn',
        'BidLost',
        'TenderCancelled',
        'TenderContracted',
        'AwardDeclined',
        'AwardRevoked',
      ],
      ({ data, revision }, rows) =>
        // a tender that has ended leaves nothing to do but what its bond asks for
        rows.query(
          `UPDATE tender_task SET open = false, revision = $2
            WHERE tender_id = $1 AND bond_id IS NULL AND revision < $2`,
          [data.tenderId, revision],
        ),
    ),
    BondExpiring: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('BOND_EXPIRING', data.bondId),
        kind: 'BOND_EXPIRING',
        bondId: data.bondId,
        dueOn: data.validUntil ?? data.alertedOn,
        note: data.projectName,
      }),
    BondReleaseOverdue: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('BOND_OVERDUE', data.bondId),
        kind: 'BOND_OVERDUE',
        bondId: data.bondId,
        dueOn: data.releaseDueOn,
        note: data.projectName,
      }),
    BondAtRisk: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('BOND_AT_RISK', data.bondId),
        kind: 'BOND_AT_RISK',
        bondId: data.bondId,
        dueOn: data.notedOn,
        note: data.reason,
      }),
    BondExtended: async ({ data, revision }, rows) => closeTask(rows, revision, taskId('BOND_EXPIRING', data.bondId)),
    // another day to be back, or none of it is left
    BondReleaseDue: ({ data, revision }, rows) => closeTask(rows, revision, taskId('BOND_OVERDUE', data.bondId)),
    ...each(['BondReleased', 'BondConverted', 'BondForfeited', 'BondExpired'], async ({ data, revision }, rows) => {
      if (data.remainingFen > 0) return;
      for (const kind of ['BOND_EXPIRING', 'BOND_OVERDUE', 'BOND_AT_RISK']) {
        await closeTask(rows, revision, taskId(kind, data.bondId));
      }
    }),
  },
});
