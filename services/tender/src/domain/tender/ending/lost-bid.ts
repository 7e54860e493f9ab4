import type { Issued } from '@engsales/event-sourcing/domain';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import type { LossFields } from './ending.commands.js';
import type { BidLost } from './ending.events.js';

/** The bid is lost, with what we can learn of it. */
export function lostBid(tender: ExistingTender, loss: LossFields, issued: Issued): BidLost {
  const { price } = tender.bid;
  return {
    type: 'BidLost',
    data: {
      ...tenderRecord(tender, issued, 'LOST'),
      round: tender.round,
      winnerName: loss.winnerName,
      winnerPartyId: loss.winnerPartyId,
      winnerPriceFen: loss.winnerPriceFen,
      ourPriceFen: price?.priceFen ?? 0,
      ourRank: loss.ourRank,
      marginBps: price?.marginBps,
      noticeOn: loss.noticeOn,
      reasons: loss.reasons,
      lessons: loss.lessons,
      bondId: tender.submission?.bondId,
      validityUntil: tender.validityUntil,
      lostOn: issued.today,
    },
  };
}
