import { Temporal } from 'temporal-polyfill';

/** A business date `YYYY-MM-DD` in Asia/Shanghai. */
export type BusinessDate = string;
/** An instant, RFC 3339 in UTC. */
export type Instant = string;

export function businessDateOf(instant: Instant): BusinessDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
}

/** Date and time in Shanghai as people read it: `2025-03-10 09:30`. */
export function clockTimeOf(instant: Instant): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return date.toString() === text && isBusinessYear(date.year);
  } catch {
    return false;
  }
}

/** An instant (RFC 3339) with its offset, in a year that business can mean. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(text)) return false;
  try {
    return isBusinessYear(Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Shanghai').year);
  } catch {
    return false;
  }
}

/** Years that no database or comparison of texts trips over. */
function isBusinessYear(year: number): boolean {
  return year >= 1900 && year < 3000;
}

/** The start day is not counted; months go to the corresponding day, else the month's end (民法典 201-203). */
export function dueDate(start: BusinessDate, netMonths: number, netDays: number): BusinessDate {
  return Temporal.PlainDate.from(start).add({ months: netMonths }).add({ days: netDays }).toString();
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The first instant of a business date: midnight in Shanghai. */
export function startOfDay(date: BusinessDate): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime('Asia/Shanghai').toInstant().toString();
}

/** Whether the instant has been reached. */
export function isReached(due: Instant, now: Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(now), Temporal.Instant.from(due)) >= 0;
}

export function minutesAfter(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).add({ minutes }).toString({ fractionalSecondDigits: 3 });
}

/** The next second after the one that the instant lies in: a deadline counts to the second, and its own second is on time. */
export function secondAfter(instant: Instant): Instant {
  return Temporal.Instant.from(instant)
    .round({ smallestUnit: 'second', roundingMode: 'floor' })
    .add({ seconds: 1 })
    .toString();
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
