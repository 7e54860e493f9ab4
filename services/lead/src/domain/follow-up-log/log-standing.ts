import type { Issued } from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import { clockAfter, levelAfter, recycleDay, strikeDay } from './follow-up-clock.js';
import type { LogStanding } from './follow-up-log.events.js';
import type { Activity, ExistingLog, FollowUpLog } from './follow-up-log.state.js';
import type { OverdueLevel } from './follow-up-log.values.js';

type About = Pick<ExistingLog, 'logId' | 'state' | 'subjectType' | 'subjectId' | 'projectId' | 'salespersonId'>;

/** How the log stands after these activities; what was said and done makes nothing late that is not late by then. */
export function standingAfter(
  about: About,
  activities: readonly Activity[],
  level: OverdueLevel,
  issued: Issued,
): LogStanding {
  const clock = clockAfter(activities);
  const isRunning = about.state === 'RUNNING' && clock !== undefined;
  const days = companySettings(issued);
  const next = levelAfter(level);
  return {
    logId: about.logId,
    state: about.state,
    subjectType: about.subjectType,
    subjectId: about.subjectId,
    projectId: about.projectId,
    salespersonId: about.salespersonId,
    level: isRunning ? level : 0,
    strikesOn: isRunning && next ? strikeDay(next, clock, days) : undefined,
    lastOn: clock?.lastOn,
    nextFollowUpOn: clock?.nextFollowUpOn,
    recycleOn: isRunning ? recycleDay(clock, days) : undefined,
  };
}

/**
 * What counts when the clock starts: what was before belongs to another owner. The owner may have been faster than the clock: what was
 * done since that day, while it stood still, is kept.
 */
export const activitiesOnceStarted = (log: FollowUpLog, on: string): readonly Activity[] => {
  const done = log.state === 'IDLE' ? log.activities : [];
  return [{ ref: 'clock', on }, ...done.filter((activity) => activity.ref !== 'clock' && activity.on >= on)];
};
