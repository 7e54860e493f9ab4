import { addDays, workingDayAfter, type BusinessDate } from '@engsales/values';
import type { CompanySettings } from '../company-settings.js';
import type { Activity } from './follow-up-log.state.js';
import type { OverdueLevel } from './follow-up-log.values.js';

type Days = Pick<CompanySettings, 'followUpDays' | 'escalateDays' | 'highRiskDays' | 'recycleDays'>;

/** How the clock of a lead stands. */
export interface Clock {
  readonly lastOn: BusinessDate;
  readonly nextFollowUpOn?: BusinessDate;
}

/** The last activity, and what was agreed last about the next one; a plan that an activity has passed is done. */
export function clockAfter(activities: readonly Activity[]): Clock | undefined {
  const last = activities.reduce<Activity | undefined>((a, b) => (a && a.on > b.on ? a : b), undefined);
  if (!last) return undefined;
  const planned = activities.filter(({ nextFollowUpOn: next }) => next !== undefined && next > last.on).at(-1);
  return { lastOn: last.on, nextFollowUpOn: planned?.nextFollowUpOn };
}

/** Day at whose beginning a level strikes. */
export function strikeDay(level: 1 | 2 | 3, { lastOn, nextFollowUpOn }: Clock, days: Days): BusinessDate {
  const from = { 1: days.followUpDays, 2: days.escalateDays, 3: days.highRiskDays }[level];
  // a day that was agreed is the first limit; the others keep their distance from it
  const [start, count] = nextFollowUpOn === undefined ? [lastOn, from] : [nextFollowUpOn, from - days.followUpDays];
  return addDays(workingDayAfter(start, count), 1);
}

/** Day at whose beginning the lead goes back to the pool; none where the company never takes one. */
export function recycleDay(
  { lastOn, nextFollowUpOn = lastOn }: Clock,
  { recycleDays }: Days,
): BusinessDate | undefined {
  if (recycleDays === 0) return undefined;
  return addDays(nextFollowUpOn > lastOn ? nextFollowUpOn : lastOn, recycleDays + 1);
}

export const levelAfter = (level: OverdueLevel): 1 | 2 | 3 | undefined =>
  level === 3 ? undefined : ([1, 2, 3] as const)[level];
