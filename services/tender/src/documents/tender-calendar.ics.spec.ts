import ICAL from 'ical.js';
import type { CalendarEntry } from '../read-models/calendar/tender-calendar.query.js';
import { calendarText } from './tender-calendar.ics.js';

const TENDER = '2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91';
const ENTRY: CalendarEntry = {
  kind: 'SUBMISSION_DEADLINE',
  on: '2025-01-27',
  at: '2025-01-27T01:30:00.000Z',
  tenderId: TENDER,
  bondId: null,
  tenderNo: 'LJ-2025-018',
  projectName: '临江市第二人民医院；新院区, 中央空调\\主机',
  salespersonId: 'li-na',
};

/** As a calendar program reads it. */
const read = (entries: readonly CalendarEntry[], now = '2025-01-06T01:00:00Z') => {
  const calendar = new ICAL.Component(ICAL.parse(calendarText(entries, now)) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
};

describe('the calendar as calendar programs read it (T-70)', () => {
  it('has an instant as an instant, with its words as they are', () => {
    const [event] = read([ENTRY]);
    expect(event?.uid).toBe(`submission_deadline-${TENDER}@engsales`);
    expect(event?.startDate.toJSDate().toISOString()).toBe('2025-01-27T01:30:00.000Z');
    expect(event?.startDate.isDate).toBe(false);
    expect(event?.summary).toBe('投标截止 临江市第二人民医院；新院区, 中央空调\\主机');
    expect(event?.description).toContain('招标编号：LJ-2025-018');
  });

  it('has a day as a whole day, wherever the server stands', () => {
    const signing: CalendarEntry = { ...ENTRY, kind: 'SIGNING_DUE', on: '2025-03-24', at: null };
    const [event] = read([signing]);
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2025-03-24', '2025-03-25']);
  });

  it('shows what has moved in its new place, under the same name', () => {
    const uidOf = (at: string) => read([{ ...ENTRY, at }])[0]?.uid;
    expect(uidOf('2025-02-10T01:30:00.000Z')).toBe(uidOf('2025-01-27T01:30:00.000Z'));
  });

  it('has lines of at most 75 bytes that end as RFC 5545 asks, and is a calendar when it is empty', () => {
    const text = calendarText([ENTRY], '2025-01-06T01:00:00Z');
    const lines = text.split('\r\n');
    expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(read([])).toEqual([]);
  });
});
