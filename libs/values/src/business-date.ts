import { Temporal } from 'temporal-polyfill';

/** A business date `YYYY-MM-DD` in Asia/Shanghai. */
export type BusinessDate = string;
/** An instant, RFC 3339 in UTC. */
export type Instant = string;

export function businessDateOf(instant: Instant): BusinessDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
}

export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The start day is not counted; months go to the corresponding day, else the month's end (民法典 201-203). */
export function dueDate(start: BusinessDate, netMonths: number, netDays: number): BusinessDate {
  return Temporal.PlainDate.from(start).add({ months: netMonths }).add({ days: netDays }).toString();
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
