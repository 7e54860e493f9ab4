import { addDays } from '@engsales/values';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { CalendarEntry, CalendarKind } from '../read-models/calendar/tender-calendar.query.js';

/** What a date is called in a calendar. */
const WORDS: Readonly<Record<CalendarKind, string>> = {
  CLARIFICATION_DEADLINE: '答疑截止',
  SUBMISSION_DEADLINE: '投标截止',
  OPENING: '开标',
  PUBLICITY_END: '公示结束',
  SIGNING_DUE: '签约截止',
  BOND_EXPIRY: '保函到期',
};

/** How long a calendar shows what happens at an instant, minutes. */
const SHOWN_MINUTES = 30;

/** The calendar as RFC 5545 text. An entry keeps its UID, so that one that moves is not shown twice. */
export function calendarText(entries: readonly CalendarEntry[], now: string): string {
  const calendar = ical({
    name: '投标日历',
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//engsales//tender//ZH',
    ttl: 3_600,
  });
  for (const entry of entries) calendar.createEvent({ ...timeOf(entry), ...wordsOf(entry), stamp: new Date(now) });
  return calendar.toString();
}

function timeOf({ at, on }: CalendarEntry) {
  if (at === null) return { start: dayOf(on), end: dayOf(addDays(on, 1)), allDay: true };
  return { start: new Date(at), end: new Date(Date.parse(at) + SHOWN_MINUTES * 60_000) };
}

/** A day of the calendar has no zone; the library takes it from an instant in UTC. */
const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);

function wordsOf({ kind, tenderId, bondId, tenderNo, projectName }: CalendarEntry) {
  const words = WORDS[kind];
  const lines = [`${words}：${projectName ?? ''}`, tenderNo && `招标编号：${tenderNo}`].filter(Boolean);
  return {
    id: `${kind.toLowerCase()}-${bondId ?? tenderId ?? ''}@engsales`,
    summary: `${words} ${projectName ?? tenderNo ?? ''}`.trim(),
    description: lines.join('\n'),
  };
}
