import { refuseBefore, refuseFuture } from './dates.js';
import { refusalOf } from './testing.js';

describe('a date', () => {
  it.each([
    ['2025-03-11', { code: 'DATE_IN_FUTURE', doneOn: '2025-03-11', today: '2025-03-10' }],
    ['2025-03-10', { code: 'accepted' }],
  ])('of what has happened may be %s on 10 March: %j', (date, refusal) =>
    expect(refusalOf(() => refuseFuture('doneOn', date, '2025-03-10'))).toEqual(refusal),
  );
  it.each([
    [
      '2025-03-09',
      { code: 'DATE_BEFORE_START', field: 'doneOn', doneOn: '2025-03-09', earliest: '2025-03-10', stepId: 'S1' },
    ],
    ['2025-03-10', { code: 'accepted' }],
  ])('of what follows the 10th may be %s: %j', (date, refusal) =>
    expect(refusalOf(() => refuseBefore('START', 'doneOn', date, '2025-03-10', { stepId: 'S1' }))).toEqual(refusal),
  );
  it('is not compared with a day that is not known', () =>
    expect(refusalOf(() => refuseBefore('START', 'doneOn', '1900-01-01', undefined))).toEqual({ code: 'accepted' }));
});
