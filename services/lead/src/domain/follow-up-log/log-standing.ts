import type { Issued } from '@engsales/event-sourcing/domain';
import { companySettings } from '../company-settings.js';
import { clockAfter, levelAfter, recycleDay, strikeDay } from './follow-up-clock.js';
import type { LogStanding } from './follow-up-log.events.js';
import type { Activity, ExistingLog } from './follow-up-log.state.js';
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
