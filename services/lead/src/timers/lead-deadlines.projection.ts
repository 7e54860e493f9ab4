import { eachOf, projection, type Recorded } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { FollowUpLogEvent } from '../domain/follow-up-log/follow-up-log.events.js';
import type { LeadEvent } from '../domain/lead/lead.events.js';

type Event = LeadEvent | FollowUpLogEvent;

const each = eachOf<Event>();

/** What becomes true by the calendar alone: nobody has followed up, and the day has come on which somebody looks again. */
export const leadDeadlines = projection<Event>({
  name: 'lead-deadlines',
  tables: [],
  on: {
    ...each(
      [
        'FollowUpRecorded',
        'FollowUpAnnulled',
        'FollowUpClockStarted',
        'FollowUpClockStopped',
        'ActivityNoted',
        'LeadFollowUpOverdue',
      ],
      setClock,
    ),
    async LeadAbandoned({ data: { leadId, revisitOn } }, rows) {
      if (revisitOn === undefined) return;
      const due = { key: revisitKey(leadId), dueAt: startOfDay(revisitOn), command: 'MarkRevisitDue' };
      await setTimer(rows, { ...due, data: { leadId, revisitOn } });
    },
    ...each(['LeadRevived', 'LeadMerged', 'LeadRevisitDue'], ({ data }, rows) =>
      dropTimer(rows, revisitKey(data.leadId)),
    ),
  },
});

const revisitKey = (leadId: string) => `revisit:${leadId}`;

/** The log itself says when the next level strikes and when the lead goes back to the pool. */
async function setClock({ data }: Recorded<FollowUpLogEvent>, rows: EntityManager): Promise<void> {
  const { logId, subjectType, subjectId, strikesOn, level, recycleOn, lastOn } = data;
  if (subjectType !== 'LEAD') return;
  const [followUp, recycle] = [`followup:${logId}`, `recycle:${subjectId}`];
  if (strikesOn === undefined) await dropTimer(rows, followUp);
  else {
    const due = { key: followUp, dueAt: startOfDay(strikesOn), command: 'MarkFollowUpOverdue' };
    await setTimer(rows, { ...due, data: { logId, level: level + 1, strikesOn } });
  }
  if (recycleOn === undefined || lastOn === undefined) await dropTimer(rows, recycle);
  else {
    const due = { key: recycle, dueAt: startOfDay(recycleOn), command: 'RecycleLead' };
    await setTimer(rows, { ...due, data: { leadId: subjectId, lastOn } });
  }
}
