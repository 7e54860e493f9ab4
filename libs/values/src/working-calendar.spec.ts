import {
  afterWorkingHours,
  calendarWarnings,
  isWorkingDay,
  statutoryDay,
  workingDayAfter,
} from './working-calendar.js';

describe('the working calendar', () => {
  it.each([
    ['2025-10-01', false],
    ['2025-09-28', true], // Sunday, make-up day of the National Day
    ['2026-02-14', true], // Saturday, make-up day of the Spring Festival
    ['2026-02-17', false],
    ['2027-02-08', false],
    ['2027-10-01', false],
    ['2027-10-04', true],
    ['2025-03-15', false],
  ])('%s is a working day: %s', (date, expected) => expect(isWorkingDay(date)).toBe(expected));

  it.each([
    ['2027-12-31T15:59:59Z', []],
    ['2027-12-31T16:00:00Z', [{ code: 'CALENDAR_KNOWS_WEEKENDS_ONLY', knownUntil: '2027-12-31' }]],
  ])('warns of %s: %j', (until, warnings) => expect(calendarWarnings(until)).toEqual(warnings));

  it.each([
    ['in the morning', '2025-03-10T01:00:00Z', 4, '2025-03-10T06:30:00Z'], // 09:00 + 3 h + 1 h after the break
    ['in the break', '2025-03-10T04:30:00Z', 1, '2025-03-10T06:30:00Z'],
    ['over the night', '2025-03-10T09:00:00Z', 4, '2025-03-11T03:30:00Z'],
    ['over a weekend', '2025-03-14T09:30:00Z', 1, '2025-03-17T01:00:00Z'],
    ['on a make-up Sunday', '2025-09-28T02:00:00Z', 1, '2025-09-28T03:00:00Z'],
    ['to the millisecond', '2025-03-10T03:00:00.123Z', 4, '2025-03-10T08:30:00.123Z'],
    ['at night', '2025-03-10T20:00:00Z', 0.5, '2025-03-11T01:00:00Z'],
    ['and ended at once', '2025-03-15T20:00:00Z', 0, '2025-03-15T20:00:00Z'],
  ])('working hours begun %s', (_title, since, hours, expected) =>
    expect(afterWorkingHours(since, hours)).toBe(expected),
  );

  it.each([
    ['2025-03-15', '2025-03-17'], // Saturday
    ['2025-04-27', '2025-04-27'], // Sunday, make-up day of Labour Day
    ['2025-10-01', '2025-10-09'],
    ['2025-03-14', '2025-03-14'],
  ])('a period that would end on %s ends on %s', (date, expected) => expect(statutoryDay(date)).toBe(expected));

  it.each([
    ['2025-03-10', 5, '2025-03-17'],
    ['2025-09-26', 5, '2025-10-10'], // 28 is a make-up day, 1 to 8 October is a holiday
    ['2025-03-15', 1, '2025-03-17'],
    ['2025-03-15', 0, '2025-03-15'],
  ])('behind %s working day %d is %s', (date, n, expected) => expect(workingDayAfter(date, n)).toBe(expected));
});
