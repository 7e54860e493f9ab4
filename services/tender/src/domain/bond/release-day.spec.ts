import { releaseDayOf } from './release-day.js';
import type { ReleaseBasis } from './bond.values.js';

/** By hand, from the calendar of 2025: 03-15 is a Saturday, 04-27 and 01-26 are make-up days, 05-01 to 05-05 nobody works. */
const CASES: readonly (readonly [basis: ReleaseBasis, on: string, bidding: string, procurement: string])[] = [
  ['CONTRACT_SIGNED', '2025-03-10', '2025-03-17', '2025-03-17'],
  ['CONTRACT_SIGNED', '2025-03-12', '2025-03-17', '2025-03-19'],
  ['CONTRACT_SIGNED', '2025-04-22', '2025-04-27', '2025-04-28'],
  ['WINNER_SIGNED', '2025-04-28', '2025-05-06', '2025-05-08'],
  ['BID_LOST', '2025-02-20', '2025-04-27', '2025-02-27'],
  ['BID_WITHDRAWN', '2025-01-20', '2025-01-26', '2025-01-26'],
  ['NO_BID', '2025-03-10', '2025-03-17', '2025-03-17'],
  ['VALIDITY_NOT_EXTENDED', '2025-04-26', '2025-05-06', '2025-05-06'],
  ['TENDER_CANCELLED', '2025-03-11', '2025-03-17', '2025-03-17'],
  ['AWARD_REVOKED', '2025-03-12', '2025-03-17', '2025-03-17'],
  ['CONTRACT_COMPLETED', '2025-03-10', '2025-04-07', '2025-04-07'],
  ['CONTRACT_VOIDED', '2025-03-15', '2025-03-15', '2025-03-15'],
  ['CONTRACT_SETTLED', '2025-03-15', '2025-03-15', '2025-03-15'],
  ['RETENTION_DUE', '2025-03-15', '2025-03-15', '2025-03-15'],
];

describe('the day on which a bond is due back (T-220, T-221, T-222, T-223, T-225, T-226)', () => {
  it.each(CASES)('for %s on %s is %s, of a public purchase %s', (basis, on, bidding, procurement) => {
    const cause = { basis, on, validityUntil: '2025-04-27' };
    expect(releaseDayOf(cause, { regime: 'BIDDING_LAW', returnDays: 28 })).toBe(bidding);
    expect(releaseDayOf(cause, { regime: 'GOVERNMENT_PROCUREMENT', returnDays: 28 })).toBe(procurement);
  });

  it('of a lost bid that never bound us until a known day is five days later', () =>
    expect(releaseDayOf({ basis: 'BID_LOST', on: '2025-03-10' }, { regime: 'BIDDING_LAW', returnDays: 28 })).toBe(
      '2025-03-17',
    ));
});
