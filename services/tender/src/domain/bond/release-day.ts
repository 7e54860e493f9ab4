import { addDays, statutoryDay, workingDayAfter } from '@engsales/values';
import type { TenderRegime } from '../tender/tender.values.js';
import type { ReleaseBasis } from './bond.values.js';

/** What happened, and when. */
export interface ReleaseCause {
  readonly basis: ReleaseBasis;
  readonly on: string;
  /** Until when the bid binds us. */
  readonly validityUntil?: string;
}

interface Terms {
  readonly regime: TenderRegime;
  /** After a completed contract; the one day that a company settles and no statute. */
  readonly returnDays: number;
}

/** 条例 35, 57; 条例 31 says 及时, for which the same five days are taken. */
const STATUTORY_DAYS = 5;

/** The day on which a bond is due back. */
export function releaseDayOf({ basis, on, validityUntil }: ReleaseCause, { regime, returnDays }: Terms): string {
  const isProcurement = regime === 'GOVERNMENT_PROCUREMENT';
  switch (basis) {
    case 'CONTRACT_SIGNED':
    case 'WINNER_SIGNED':
      return isProcurement ? workingDayAfter(on, STATUTORY_DAYS) : fiveDaysAfter(on);
    case 'BID_LOST': // the five days count from the winner's signature, which is not known yet
      return isProcurement ? workingDayAfter(on, STATUTORY_DAYS) : (validityUntil ?? fiveDaysAfter(on));
    case 'BID_REVOKED':
    case 'VALIDITY_NOT_EXTENDED':
    case 'BID_WITHDRAWN':
    case 'NO_BID':
    case 'TENDER_CANCELLED':
    case 'AWARD_REVOKED':
      return fiveDaysAfter(on);
    case 'CONTRACT_COMPLETED':
      return addDays(on, returnDays);
    case 'CONTRACT_VOIDED':
    case 'CONTRACT_SETTLED':
    case 'RETENTION_DUE':
    case 'ADVANCE_RECOUPED':
    case 'OTHER':
      return on;
  }
}

const fiveDaysAfter = (on: string): string => statutoryDay(addDays(on, STATUTORY_DAYS));
