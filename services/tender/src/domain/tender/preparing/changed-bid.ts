import type { Bid } from '../bid.state.js';
import type { BidState } from '../tender.values.js';

/** What every event says of the bid that it changes. */
export interface BidRecord {
  readonly bidState: BidState;
  readonly bidVersion: number;
}

/**
 * The bid after somebody has changed it: what is approved, or is changed ANEW by the tenderee or by a withdrawal, becomes a
 * draft of the next version with the contents that it had.
 */
export function changedBid(bid: Bid, how?: 'ANEW'): Bid {
  if (bid.state === 'NONE') return how === 'ANEW' ? bid : { ...bid, state: 'DRAFT' };
  if (bid.state === 'DRAFT' && how !== 'ANEW') return bid;
  return { ...bid, state: 'DRAFT', version: bid.version + 1, sent: undefined, review: undefined, seal: undefined };
}

/** The same from an event: a new version is neither sent, reviewed nor sealed. */
export function bidAfter(bid: Bid, { bidState, bidVersion }: BidRecord): Bid {
  const isNew = bidVersion !== bid.version;
  if (!isNew) return { ...bid, state: bidState };
  return { ...bid, state: bidState, version: bidVersion, sent: undefined, review: undefined, seal: undefined };
}
