import { aggregate, CommandTo, type DomainEvent, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';

/** A visit of the lead is, or was, on this day. */
export class NoteVisitDay extends CommandTo<
  'calendarId',
  { readonly leadId: string; readonly visitId: string; readonly on: string }
> {
  readonly type = 'NoteVisitDay';
}

/** A visit came to nothing. */
export class DropVisitDay extends CommandTo<'calendarId', { readonly leadId: string; readonly visitId: string }> {
  readonly type = 'DropVisitDay';
}

export type VisitCalendarCommand = NoteVisitDay | DropVisitDay;

interface CalendarRecord {
  readonly calendarId: string;
  readonly leadId: string;
  readonly state: 'KEPT';
  readonly visitId: string;
  /** The day of the visit. */
  readonly on: string;
  readonly by: string;
}
export type VisitDayNoted = DomainEvent<'VisitDayNoted', CalendarRecord>;
export type VisitDayDropped = DomainEvent<'VisitDayDropped', CalendarRecord>;
export type VisitCalendarEvent = VisitDayNoted | VisitDayDropped;

interface EmptyCalendar {
  readonly state: 'NONE';
  readonly days: readonly [];
}
interface KeptCalendar {
  readonly state: 'KEPT';
  readonly days: readonly { readonly visitId: string; readonly on: string }[];
}
export type VisitCalendar = EmptyCalendar | KeptCalendar;

const rules = {
  NoteVisitDay: { command: NoteVisitDay, in: ['NONE', 'KEPT'], decide: noteVisitDay },
  DropVisitDay: { command: DropVisitDay, in: ['NONE', 'KEPT'], decide: dropVisitDay },
} satisfies RulesOf<VisitCalendarCommand, VisitCalendar, VisitCalendarEvent>;

const fold = {
  VisitDayNoted: ({ days }, { state, visitId, on }) => ({ state, days: [...daysBut(visitId, days), { visitId, on }] }),
  VisitDayDropped: ({ days }, { state, visitId }) => ({ state, days: daysBut(visitId, days) }),
} satisfies FoldOf<VisitCalendarEvent, VisitCalendar>;

/**
 * The days on which a lead is visited, one stream per lead: a visit that is planned too close to another one is warned of, and no
 * decision reads a read model. The handlers of a visit write here what they have just recorded; a retry of theirs writes the same.
 */
export const visitCalendar = aggregate<VisitCalendar, VisitCalendarCommand, VisitCalendarEvent>({
  category: 'visitCalendar',
  id: 'calendarId',
  initialState: { state: 'NONE', days: [] },
  rules,
  fold,
});

function noteVisitDay({ data, issued }: NoteVisitDay, { days }: VisitCalendar): VisitCalendarEvent[] {
  const { calendarId, leadId, visitId, on } = data;
  if (dayOf(visitId, days) === on) return [];
  return [{ type: 'VisitDayNoted', data: { calendarId, leadId, state: 'KEPT', visitId, on, by: issued.by.id } }];
}

function dropVisitDay({ data, issued }: DropVisitDay, { days }: VisitCalendar): VisitCalendarEvent[] {
  const { calendarId, leadId, visitId } = data;
  const on = dayOf(visitId, days);
  if (on === undefined) return [];
  return [{ type: 'VisitDayDropped', data: { calendarId, leadId, state: 'KEPT', visitId, on, by: issued.by.id } }];
}

const dayOf = (visitId: string, days: VisitCalendar['days']) => days.find((day) => day.visitId === visitId)?.on;
const daysBut = (visitId: string, days: VisitCalendar['days']) => days.filter((day) => day.visitId !== visitId);
