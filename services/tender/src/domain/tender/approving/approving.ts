import {
  authorsOf,
  refuseSelfApproval,
  Rejected,
  type FoldOf,
  type Issued,
  type RulesOf,
} from '@engsales/event-sourcing/domain';
import { refuseBelowFloor } from '../../offers/margin.js';
import { refuseUnlessBidIn } from '../preparing/preparing.js';
import { tenderRecord } from '../tender-record.js';
import type { Bid } from '../bid.state.js';
import type { ExistingTender } from '../tender.state.js';
import { BID_VOLUMES, type BidState } from '../tender.values.js';
import {
  ApproveBid,
  RejectBid,
  ReviewBid,
  SealBid,
  SubmitBidForReview,
  UnsealBid,
  type ApprovingCommand,
} from './approving.commands.js';
import type { ApprovingEvent } from './approving.events.js';

const PREPARING = ['PREPARING'] as const;

/** The bid is complete, somebody else has read it, somebody else has approved it, and it is sealed. */
export const approvingRules = {
  SubmitBidForReview: { command: SubmitBidForReview, in: PREPARING, decide: submitBidForReview },
  ReviewBid: { command: ReviewBid, in: PREPARING, decide: reviewBid },
  ApproveBid: { command: ApproveBid, in: PREPARING, decide: approveBid },
  RejectBid: { command: RejectBid, in: PREPARING, decide: rejectBid },
  SealBid: { command: SealBid, in: PREPARING, decide: sealBid },
  UnsealBid: { command: UnsealBid, in: PREPARING, decide: unsealBid },
} satisfies RulesOf<ApprovingCommand, ExistingTender, ApprovingEvent>;

export const approvingFold = {
  BidSubmittedForReview: (tender, { bidState, by, onBehalfOf }) =>
    withBid(tender, { state: bidState, sent: { by, onBehalfOf }, review: undefined }),
  BidReviewed: (tender, { bidState, passed, opinion, by, reviewedOn }) =>
    withBid(tender, { state: bidState, review: { passed, opinion, by, on: reviewedOn } }),
  BidApproved: (tender, { bidState }) => withBid(tender, { state: bidState }),
  BidRejected: (tender, { bidState }) => withBid(tender, { state: bidState, review: undefined }),
  BidSealed: (tender, { bidState, originals, copies, sealedAt }) =>
    withBid(tender, { state: bidState, seal: { originals, copies, at: sealedAt } }),
  BidUnsealed: (tender, { bidState }) => withBid(tender, { state: bidState, seal: undefined }),
} satisfies FoldOf<ApprovingEvent, ExistingTender>;

const withBid = (tender: ExistingTender, changes: Partial<Bid>): ExistingTender => ({
  ...tender,
  bid: { ...tender.bid, ...changes },
});

const bidRecord = (tender: ExistingTender, issued: Issued, bidState: BidState) => ({
  ...tenderRecord(tender, issued),
  bidState,
  bidVersion: tender.bid.version,
});

/** @throws Rejected BID_VOLUME_MISSING {missing}, BID_NOT_PRICED, BID_CHECKLIST_OPEN {open} */
function submitBidForReview({ type, issued }: SubmitBidForReview, tender: ExistingTender): ApprovingEvent[] {
  const { bid } = tender;
  refuseUnlessBidIn(['NONE', 'DRAFT'], type, bid);
  const missing = BID_VOLUMES.filter((volume) => !bid.volumes.some((one) => one.volume === volume));
  if (missing.length > 0) {
    throw new Rejected('BID_VOLUME_MISSING', `volumes of the bid are missing: ${missing.join(', ')}`, { missing });
  }
  if (!bid.price) throw new Rejected('BID_NOT_PRICED', 'the bid has no price');
  const open = bid.checklist.filter(({ required, tick }) => required && !tick).map(({ id, name }) => ({ id, name }));
  if (open.length > 0) throw new Rejected('BID_CHECKLIST_OPEN', `${open.length} required items are open`, { open });
  const { onBehalfOf } = issued.by;
  const record = bidRecord(tender, issued, 'UNDER_REVIEW');
  return [{ type: 'BidSubmittedForReview', data: { ...record, onBehalfOf, sentOn: issued.today } }];
}

/** Whose work stands in this version of the bid: of each volume, of the price, and who has sent it. */
function authorsOfBid({ volumes, price, sent }: Bid): string[] {
  const authorships = [...volumes.map(({ prepared }) => prepared), price?.priced, sent];
  return authorships.flatMap((authorship) => (authorship ? authorsOf(authorship) : []));
}

/** @throws Rejected INVALID_TRANSITION, SELF_APPROVAL */
function reviewBid({ type, data, issued }: ReviewBid, tender: ExistingTender): ApprovingEvent[] {
  refuseUnlessBidIn(['UNDER_REVIEW'], type, tender.bid);
  refuseSelfApproval(issued.by, authorsOfBid(tender.bid));
  const { passed, opinion } = data;
  const record = bidRecord(tender, issued, passed ? 'UNDER_REVIEW' : 'DRAFT');
  return [{ type: 'BidReviewed', data: { ...record, passed, opinion, reviewedOn: issued.today } }];
}

/** @throws Rejected INVALID_TRANSITION, SELF_APPROVAL, BID_NOT_REVIEWED, BELOW_FLOOR_PRICE {marginBps, floorMarginBps} */
function approveBid({ type, issued }: ApproveBid, tender: ExistingTender): ApprovingEvent[] {
  const { bid } = tender;
  refuseUnlessBidIn(['UNDER_REVIEW'], type, bid);
  refuseSelfApproval(issued.by, authorsOfBid(bid));
  if (bid.review?.passed !== true) throw new Rejected('BID_NOT_REVIEWED', 'nobody has reviewed the bid');
  const { priceFen = 0, marginBps } = bid.price ?? {};
  refuseBelowFloor(marginBps, issued);
  const record = bidRecord(tender, issued, 'APPROVED');
  return [{ type: 'BidApproved', data: { ...record, priceFen, marginBps, approvedOn: issued.today } }];
}

/** @throws Rejected INVALID_TRANSITION */
function rejectBid({ type, data, issued }: RejectBid, tender: ExistingTender): ApprovingEvent[] {
  refuseUnlessBidIn(['UNDER_REVIEW'], type, tender.bid);
  const record = bidRecord(tender, issued, 'DRAFT');
  return [{ type: 'BidRejected', data: { ...record, reason: data.reason, rejectedOn: issued.today } }];
}

/** @throws Rejected INVALID_TRANSITION */
function sealBid({ type, data, issued }: SealBid, tender: ExistingTender): ApprovingEvent[] {
  refuseUnlessBidIn(['APPROVED'], type, tender.bid);
  const { originals, copies } = data;
  const record = bidRecord(tender, issued, 'SEALED');
  return [{ type: 'BidSealed', data: { ...record, originals, copies, sealedAt: issued.at } }];
}

/** @throws Rejected INVALID_TRANSITION */
function unsealBid({ type, data, issued }: UnsealBid, tender: ExistingTender): ApprovingEvent[] {
  refuseUnlessBidIn(['SEALED'], type, tender.bid);
  const record = bidRecord(tender, issued, 'APPROVED');
  return [{ type: 'BidUnsealed', data: { ...record, reason: data.reason, unsealedOn: issued.today } }];
}
