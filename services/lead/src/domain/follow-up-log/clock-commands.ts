import { Rejected } from '@engsales/event-sourcing/domain';
import type { MarkFollowUpOverdue, NoteActivity, StartClock, StopClock } from './follow-up-log.commands.js';
import type { FollowUpLogEvent } from './follow-up-log.events.js';
import type { ExistingLog, FollowUpLog } from './follow-up-log.state.js';
import { activitiesOnceStarted, standingAfter } from './log-standing.js';

/** The clock starts with its owner; it starts anew with every other. */
export function startClock({ data, issued }: StartClock, log: FollowUpLog): FollowUpLogEvent[] {
  const { logId, subject, projectId, salespersonId, on } = data;
  const about = {
    logId,
    state: 'RUNNING' as const,
    subjectType: subject.type,
    subjectId: subject.id,
    projectId,
    salespersonId,
  };
  const standing = standingAfter(about, activitiesOnceStarted(log, on), 0, issued);
  return [{ type: 'FollowUpClockStarted', data: { ...standing, on } }];
}

export function stopClock({ data, issued }: StopClock, log: ExistingLog): FollowUpLogEvent[] {
  const standing = standingAfter({ ...log, state: 'IDLE' }, log.activities, 0, issued);
  return [{ type: 'FollowUpClockStopped', data: { ...standing, on: data.on } }];
}

/** An activity counts once; one that is older than the last moves nothing, and is kept. */
export function noteActivity({ data, issued }: NoteActivity, log: ExistingLog): FollowUpLogEvent[] {
  const { kind, ref, on, nextFollowUpOn } = data;
  if (log.activities.some((other) => other.ref === ref)) return [];
  const activity = { ref, on, nextFollowUpOn };
  const standing = standingAfter(log, [...log.activities, activity], levelOnceActive(log, on), issued);
  return [{ type: 'ActivityNoted', data: { ...standing, kind, ref, on, plannedNextOn: nextFollowUpOn } }];
}

/** Only what is later than everything before takes the lateness away. */
export const levelOnceActive = ({ level, activities }: ExistingLog, on: string) =>
  activities.some((other) => other.on > on) ? level : 0;

/** @throws Rejected INVALID_TRANSITION for a day that does not stand any more */
export function markFollowUpOverdue({ data, issued }: MarkFollowUpOverdue, log: ExistingLog): FollowUpLogEvent[] {
  const { level, strikesOn } = data;
  if (log.strikesOn !== strikesOn || log.level !== level - 1) {
    const details = { command: 'MarkFollowUpOverdue', strikesOn, standing: log.strikesOn ?? null };
    throw new Rejected('INVALID_TRANSITION', 'the day is not the one that stands', details);
  }
  const standing = standingAfter(log, log.activities, level, issued);
  return [{ type: 'LeadFollowUpOverdue', data: { ...standing, overdueOn: issued.today } }];
}
