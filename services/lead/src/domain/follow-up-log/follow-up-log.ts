import { aggregate, type FoldOf, type Owner, type RulesOf } from '@engsales/event-sourcing/domain';
import { markFollowUpOverdue, noteActivity, startClock, stopClock } from './clock-commands.js';
import {
  AnnulFollowUp,
  MarkFollowUpOverdue,
  NoteActivity,
  RecordFollowUp,
  StartClock,
  StopClock,
  type FollowUpLogCommand,
} from './follow-up-log.commands.js';
import type { FollowUpLogEvent, LogStanding } from './follow-up-log.events.js';
import { annulFollowUp, recordFollowUp } from './entries.js';
import { activitiesOnceStarted } from './log-standing.js';
import type { Activity, ExistingLog, FollowUpLog } from './follow-up-log.state.js';

const THERE = ['IDLE', 'RUNNING'] as const;

const rules = {
  RecordFollowUp: { command: RecordFollowUp, in: ['NONE', ...THERE], decide: recordFollowUp },
  StartClock: { command: StartClock, in: ['NONE', ...THERE], decide: startClock },
  AnnulFollowUp: { command: AnnulFollowUp, in: THERE, decide: annulFollowUp },
  StopClock: { command: StopClock, in: ['RUNNING'], decide: stopClock },
  NoteActivity: { command: NoteActivity, in: THERE, decide: noteActivity },
  MarkFollowUpOverdue: { command: MarkFollowUpOverdue, in: ['RUNNING'], decide: markFollowUpOverdue },
} satisfies RulesOf<RecordFollowUp | StartClock, FollowUpLog, FollowUpLogEvent> &
  RulesOf<Exclude<FollowUpLogCommand, RecordFollowUp | StartClock>, ExistingLog, FollowUpLogEvent>;

const fold = {
  FollowUpRecorded: (log, data) => {
    const { entryNo, on, plannedNextOn: nextFollowUpOn } = data;
    const after = logAfter(log, data, { ref: `entry:${entryNo}`, on, nextFollowUpOn });
    const entry = {
      entryNo,
      medium: data.medium,
      on,
      partyId: data.partyId,
      contactId: data.contactId,
      summary: data.summary,
      questions: data.questions,
      productLineIdsPresented: data.productLineIdsPresented,
      nextFollowUpOn,
      by: data.by,
    };
    return { ...after, entries: [...after.entries, entry] };
  },
  FollowUpAnnulled: (log, data) => {
    const after = logAfter(log, data);
    return {
      ...after,
      activities: after.activities.filter(({ ref }) => ref !== `entry:${data.entryNo}`),
      entries: after.entries.map((entry) =>
        entry.entryNo === data.entryNo ? { ...entry, annulledBecause: data.reason } : entry,
      ),
    };
  },
  FollowUpClockStarted: (log, data) => ({
    ...logAfter(log, data),
    activities: activitiesOnceStarted(log, data.on),
  }),
  FollowUpClockStopped: (log, data) => logAfter(log, data),
  ActivityNoted: (log, data) => logAfter(log, data, { ref: data.ref, on: data.on, nextFollowUpOn: data.plannedNextOn }),
  LeadFollowUpOverdue: (log, data) => logAfter(log, data),
} satisfies FoldOf<FollowUpLogEvent, FollowUpLog, ExistingLog>;

/** One log per lead, channel or party; beside the lead, so that its own stream stays short. */
export const followUpLog = aggregate<FollowUpLog, FollowUpLogCommand, FollowUpLogEvent>({
  category: 'followUpLog',
  id: 'logId',
  initialState: { state: 'NONE' },
  owners: ownersOfLog,
  rules,
  fold,
});

/** A salesperson follows up the own leads only; channels and parties are everybody's. */
function ownersOfLog(log: FollowUpLog, { data }: FollowUpLogCommand): Owner[] {
  const subjectThen = 'subjectThen' in data ? data.subjectThen : undefined;
  const isLead = log.state === 'NONE' ? 'subject' in data && data.subject.type === 'LEAD' : log.subjectType === 'LEAD';
  if (!isLead || !subjectThen) return [];
  const ids = subjectThen.salespersonId === undefined ? [] : [subjectThen.salespersonId];
  return [{ role: 'SALES', field: 'salespersonId', ids, freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] }];
}

function logAfter(log: FollowUpLog, data: LogStanding, activity?: Activity): ExistingLog {
  const before = log.state === 'NONE' ? { entries: [], activities: [] } : log;
  return {
    state: data.state,
    logId: data.logId,
    subjectType: data.subjectType,
    subjectId: data.subjectId,
    projectId: data.projectId,
    salespersonId: data.salespersonId,
    level: data.level,
    strikesOn: data.strikesOn,
    recycleOn: data.recycleOn,
    entries: before.entries,
    activities: activity ? [...before.activities, activity] : before.activities,
  };
}
