import { randomUUID } from 'node:crypto';
import { fold, type CommandExecutor, type EventStore, type Issued } from '@engsales/event-sourcing';
import { businessDateOf } from '@engsales/values';
import { visitCalendarId } from '../domain/ids.js';
import { DropVisitDay, NoteVisitDay, visitCalendar } from '../domain/visit-calendar/visit-calendar.js';
import { visit } from '../domain/visit/visit.js';
import type { ExistingVisit, Visit } from '../domain/visit/visit.state.js';

export const readVisit = async (store: EventStore, visitId: string): Promise<Visit> =>
  fold(visit, await store.readStream(`${visit.category}-${visitId}`));

/** The days of the other visits of the lead. */
export async function readOtherDays(store: EventStore, leadId: string, visitId: string): Promise<readonly string[]> {
  const stream = `${visitCalendar.category}-${visitCalendarId(leadId)}`;
  const { days } = fold(visitCalendar, await store.readStream(stream));
  return days.filter((day) => day.visitId !== visitId).map(({ on }) => on);
}

/** Writes down on which day the visit is, as it stands now: the retry of an old request says nothing that no longer holds. */
export async function noteDayOf(executor: CommandExecutor, visitId: string, issued: Issued): Promise<void> {
  const now = await readVisit(executor.store, visitId);
  if (now.state === 'NONE') return;
  const { leadId } = now;
  const calendarId = visitCalendarId(leadId);
  const own = { ...issued, expectedRevision: undefined, commandId: randomUUID(), causationId: issued.commandId };
  const on = dayOf(now);
  const command =
    on === undefined
      ? new DropVisitDay({ calendarId, leadId, visitId }, own)
      : new NoteVisitDay({ calendarId, leadId, visitId, on }, own);
  await executor.execute(visitCalendar, command);
}

/** Nobody was there, or nobody went: it is no visit that the next one could be too close to. */
function dayOf({ state, plannedAt, report }: ExistingVisit): string | undefined {
  if (state === 'PLANNED') return businessDateOf(plannedAt);
  return state === 'DONE' ? report?.heldOn : undefined;
}
