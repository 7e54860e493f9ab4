import { isWorkday as isWorkdayByNotice } from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { addDays, businessDateOf, type BusinessDate, type Instant } from './business-date.js';

/**
 * Working days of mainland China. To 2026 by the notices of the State Council with their make-up days (package
 * chinese-days). For 2027, whose notice the package does not know, the statutory days of 《全国年节及纪念日放假办法》 (2024)
 * alone: a make-up day is then taken for the weekend that it is. From 2028 on only weekends are known, and what counts by it warns.
 */
const STATUTORY_2027: ReadonlySet<BusinessDate> = new Set([
  ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02'],
  ...['2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
]);

/** The last day of which the calendar knows more than weekends. */
export const CALENDAR_KNOWN_UNTIL: BusinessDate = '2027-12-31';

/** What somebody should know of a deadline in working hours that the calendar can only count by weekends. */
export interface CalendarWarning {
  readonly code: 'CALENDAR_KNOWS_WEEKENDS_ONLY';
  readonly knownUntil: BusinessDate;
}

export const calendarWarnings = (until: Instant): CalendarWarning[] =>
  businessDateOf(until) > CALENDAR_KNOWN_UNTIL
    ? [{ code: 'CALENDAR_KNOWS_WEEKENDS_ONLY', knownUntil: CALENDAR_KNOWN_UNTIL }]
    : [];

export function isWorkingDay(date: BusinessDate): boolean {
  return isWorkdayByNotice(date) && !STATUTORY_2027.has(date);
}

/** Working hours in Shanghai, morning and afternoon. */
const SHIFTS: readonly (readonly [from: string, to: string])[] = [
  ['08:30', '12:00'],
  ['13:30', '18:00'],
];

/** The instant at which so many working hours have passed since; none are at once, also at night. */
export function afterWorkingHours(since: Instant, hours: number): Instant {
  if (hours === 0) return since;
  const start = Temporal.Instant.from(since).toZonedDateTimeISO('Asia/Shanghai');
  let left = Math.round(hours * 3_600_000);
  for (let day = start.toPlainDate(); ; day = day.add({ days: 1 })) {
    for (const [from, to] of isWorkingDay(day.toString()) ? SHIFTS : []) {
      const begins = later(day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: from }), start);
      const ends = day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: to });
      const span = Math.max(0, begins.until(ends).total('milliseconds'));
      if (span >= left) return begins.add({ milliseconds: left }).toInstant().toString();
      left -= span;
    }
  }
}

function later(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) > 0 ? a : b;
}

/** A period set by law that would end on a day off ends on the next working day (民法典 203). */
export function statutoryDay(date: BusinessDate): BusinessDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The n-th working day after a day, which is not counted itself. */
export function workingDayAfter(date: BusinessDate, n: number): BusinessDate {
  let day = date;
  for (let left = n; left > 0; left -= isWorkingDay(day) ? 1 : 0) day = addDays(day, 1);
  return day;
}
