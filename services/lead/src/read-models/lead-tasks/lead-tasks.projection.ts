import { eachOf, projection, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { ChannelEvent } from '../../domain/channel/channel.events.js';
import type { FollowUpLogEvent } from '../../domain/follow-up-log/follow-up-log.events.js';
import { taskId } from '../../domain/ids.js';
import type { LeadEvent } from '../../domain/lead/lead.events.js';
import type { SampleProjectEvent } from '../../domain/sample-project/sample-project.events.js';
import type { VisitEvent } from '../../domain/visit/visit.events.js';
import { closeNextVisits, closeTask, openTask, type TaskKind } from './task-rows.js';

type Event = LeadEvent | FollowUpLogEvent | VisitEvent | SampleProjectEvent | ChannelEvent;

const each = eachOf<Event>();

/** What waits for whom? One row per cause; it is closed when the cause is gone. */
export const leadTasks = projection<Event>({
  name: 'lead-tasks',
  tables: ['lead_task'],
  on: {
    async LeadFollowUpOverdue(event, rows) {
      const { subjectId: leadId, level, salespersonId, overdueOn: dueOn } = event.data;
      const kind = `FOLLOW_UP_${level}` as TaskKind;
      await openTask(rows, event.revision, {
        id: taskId('FOLLOW_UP', leadId),
        kind,
        leadId,
        assigneeId: salespersonId,
        dueOn,
      });
    },
    ...each(['FollowUpRecorded', 'ActivityNoted', 'FollowUpClockStarted', 'FollowUpClockStopped'], closeFollowUp),
    LeadRevisitDue: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('REVISIT_DUE', data.leadId),
        kind: 'REVISIT_DUE',
        leadId: data.leadId,
        assigneeId: data.salespersonId,
        dueOn: data.revisitOn,
      }),
    LeadRevived: ({ data, revision }, rows) => closeTask(rows, revision, taskId('REVISIT_DUE', data.leadId)),
    // a lead that was merged or has an outcome is neither looked at again nor in need of a partner
    ...each(['LeadMerged', 'LeadOutcomeRecorded'], async ({ data, revision }, rows) => {
      await closeTask(rows, revision, taskId('REVISIT_DUE', data.leadId));
      await closeTask(rows, revision, taskId('SEEK_RELATIONSHIP_PARTNER', data.leadId));
    }),
    async RelationshipAssessed({ data, revision }, rows) {
      const id = taskId('SEEK_RELATIONSHIP_PARTNER', data.leadId);
      if (data.relationship !== 'LACKING') return closeTask(rows, revision, id);
      const kind = 'SEEK_RELATIONSHIP_PARTNER';
      await openTask(rows, revision, { id, kind, leadId: data.leadId, dueOn: data.recordedOn, assigneeId: data.by });
    },
    ...each(['RelationshipPartnerEngaged', 'LeadConverted', 'LeadAbandoned'], ({ data, revision }, rows) =>
      closeTask(rows, revision, taskId('SEEK_RELATIONSHIP_PARTNER', data.leadId)),
    ),
    LeadHintNoted: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('LEAD_HINT', `${data.leadId}:${data.ref}`),
        kind: 'LEAD_HINT',
        leadId: data.leadId,
        assigneeId: data.salespersonId,
        dueOn: data.notedOn,
        note: data.text,
      }),
    VisitMissed: async ({ data, revision, position: openedAt }, rows) => {
      await closeTask(rows, revision, taskId('VISIT_REPORT', data.visitId));
      const { leadId, salespersonId: assigneeId, reportedOn: dueOn } = data;
      const id = taskId('PLAN_NEXT_VISIT', data.visitId);
      await openTask(rows, revision, { id, kind: 'PLAN_NEXT_VISIT', leadId, assigneeId, dueOn, openedAt });
    },
    VisitPlanned: ({ data, position }, rows) => closeNextVisits(rows, data.leadId, position),
    VisitReportOverdue: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('VISIT_REPORT', data.visitId),
        kind: 'VISIT_REPORT',
        leadId: data.leadId,
        assigneeId: data.salespersonId,
        dueOn: data.overdueOn,
      }),
    VisitReported: async ({ data, revision }, rows) => {
      await closeTask(rows, revision, taskId('VISIT_REPORT', data.visitId));
      for (const { pointNo, point, writtenMaterialDueOn } of data.disputed) {
        await openTask(rows, revision, {
          id: taskId('WRITTEN_MATERIAL', `${data.visitId}:${pointNo}`),
          kind: 'WRITTEN_MATERIAL',
          leadId: data.leadId,
          assigneeId: data.salespersonId,
          dueOn: writtenMaterialDueOn,
          note: point,
        });
      }
    },
    WrittenMaterialSent: ({ data, revision }, rows) =>
      closeTask(rows, revision, taskId('WRITTEN_MATERIAL', `${data.visitId}:${data.pointNo}`)),
    ...each(['VisitRevised', 'VisitCancelled'], ({ data, revision }, rows) =>
      closeTask(rows, revision, taskId('VISIT_REPORT', data.visitId)),
    ),
    SampleProposed: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('SAMPLE_APPROVAL', data.sampleProjectId),
        kind: 'SAMPLE_APPROVAL',
        leadId: data.leadId,
        dueOn: data.proposedOn,
        note: data.site,
      }),
    ...each(['SampleApproved', 'SampleRefused', 'SampleCancelled'], ({ data, revision }, rows) =>
      closeTask(rows, revision, taskId('SAMPLE_APPROVAL', data.sampleProjectId)),
    ),
    SamplePaymentOverdue: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('SAMPLE_PAYMENT', data.sampleProjectId),
        kind: 'SAMPLE_PAYMENT',
        leadId: data.leadId,
        assigneeId: data.salespersonId,
        dueOn: data.paymentDueOn,
      }),
    SamplePaymentRecorded: async ({ data, revision }, rows) => {
      if (data.state === 'PAID') await closeTask(rows, revision, taskId('SAMPLE_PAYMENT', data.sampleProjectId));
    },
    ChannelReviewDue: ({ data, revision }, rows) =>
      openTask(rows, revision, {
        id: taskId('CHANNEL_REVIEW', data.channelId),
        kind: 'CHANNEL_REVIEW',
        channelId: data.channelId,
        assigneeId: data.managerId,
        dueOn: data.dueOn,
        note: data.name,
      }),
    ...each(['ChannelAssessed', 'ChannelTerminated'], ({ data, revision }, rows) =>
      closeTask(rows, revision, taskId('CHANNEL_REVIEW', data.channelId)),
    ),
  },
});

/** What is older than the last activity takes no lateness away. */
async function closeFollowUp({ data, revision }: Recorded<FollowUpLogEvent>, rows: EntityManager): Promise<void> {
  if (data.level === 0) await closeTask(rows, revision, taskId('FOLLOW_UP', data.subjectId));
}
