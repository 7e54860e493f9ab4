import { eachOf, insertOnce, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { FollowUpLogEvent, FollowUpRecorded } from '../../domain/follow-up-log/follow-up-log.events.js';
import { followUpId } from '../../domain/ids.js';

const each = eachOf<FollowUpLogEvent>();

/** Who was spoken with, and how late is the next word? A row per log and per entry. */
export const followUps = projection<FollowUpLogEvent>({
  name: 'follow-ups',
  tables: ['follow_up_log', 'follow_up'],
  on: {
    ...each(['FollowUpClockStarted', 'FollowUpClockStopped', 'ActivityNoted', 'LeadFollowUpOverdue'], putLog),
    async FollowUpRecorded(event, rows) {
      await putLog(event, rows);
      await insertOnce(rows, 'follow_up', 'follow_up_id', entryColumns(event));
    },
    async FollowUpAnnulled(event, rows) {
      const { logId, entryNo } = event.data;
      await putLog(event, rows);
      await updateNewer(rows, 'follow_up', ['follow_up_id', followUpId(logId, entryNo)], event.revision, {
        annulled: true,
      });
    },
  },
});

function putLog({ data, revision }: Recorded<FollowUpLogEvent>, rows: EntityManager): Promise<void> {
  return upsertNewer(rows, 'follow_up_log', 'log_id', {
    log_id: data.logId,
    revision,
    state: data.state,
    subject_type: data.subjectType,
    subject_id: data.subjectId,
    level: data.level,
    strikes_on: data.strikesOn,
    last_on: data.lastOn,
    next_on: data.nextFollowUpOn,
    recycle_on: data.recycleOn,
  });
}

const entryColumns = ({ data, revision }: Recorded<FollowUpRecorded>) => ({
  follow_up_id: followUpId(data.logId, data.entryNo),
  revision,
  log_id: data.logId,
  entry_no: data.entryNo,
  subject_type: data.subjectType,
  subject_id: data.subjectId,
  medium: data.medium,
  held_on: data.on,
  party_id: data.partyId,
  contact_id: data.contactId,
  summary: data.summary,
  next_on: data.plannedNextOn,
  by_id: data.by,
});
