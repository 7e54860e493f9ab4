import path from 'node:path';
import { holdHistories, Walk } from '@engsales/event-sourcing/testing';
import {
  DropVisitDay,
  NoteVisitDay,
  visitCalendar,
  type VisitCalendar,
  type VisitCalendarCommand,
  type VisitCalendarEvent,
} from './visit-calendar.js';

const RECORD = { calendarId: 'k-1', leadId: 'l-1', state: 'KEPT', by: 'li-na' } as const;

class CalendarWalk extends Walk<VisitCalendar, VisitCalendarCommand, VisitCalendarEvent, 'calendarId'> {
  constructor() {
    super(visitCalendar, { calendarId: 'k-1' }, { id: 'li-na', role: 'SALES' });
  }
  note(visitId: string, on: string) {
    return this.do(NoteVisitDay, { leadId: 'l-1', visitId, on });
  }
  drop(visitId: string) {
    return this.do(DropVisitDay, { leadId: 'l-1', visitId });
  }
}

describe('the days on which a lead is visited (L-116)', () => {
  it('are written down, each once', () => {
    const walk = new CalendarWalk().note('v-1', '2025-03-12');
    walk.recorded({ type: 'VisitDayNoted', data: { ...RECORD, visitId: 'v-1', on: '2025-03-12' } });
    walk.note('v-1', '2025-03-12').recorded();
    walk.note('v-2', '2025-03-14').note('v-1', '2025-03-13');
    expect(walk.state.days).toEqual([
      { visitId: 'v-2', on: '2025-03-14' },
      { visitId: 'v-1', on: '2025-03-13' },
    ]);
  });

  it('are dropped when a visit comes to nothing, and then are none', () => {
    const walk = new CalendarWalk().note('v-1', '2025-03-12').drop('v-1');
    walk.recorded({ type: 'VisitDayDropped', data: { ...RECORD, visitId: 'v-1', on: '2025-03-12' } });
    walk.drop('v-1').recorded();
    expect(walk.state).toEqual({ state: 'KEPT', days: [] });
    new CalendarWalk().drop('v-1').recorded();
  });
});

holdHistories(visitCalendar, path.join(__dirname, 'history'), {
  'kept-and-dropped': () => new CalendarWalk().note('v-1', '2025-03-12').note('v-2', '2025-03-14').drop('v-1'),
});
