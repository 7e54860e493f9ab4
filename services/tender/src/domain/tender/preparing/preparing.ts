import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import { marginBps } from '../../offers/margin.js';
import { priceLines } from '../../offers/priced-lines.js';
import { tenderRecord } from '../tender-record.js';
import type { Bid } from '../bid.state.js';
import type { ExistingTender } from '../tender.state.js';
import { BEFORE_SUBMISSION } from '../tender.values.js';
import { bidAfter, changedBid } from './changed-bid.js';
import {
  PrepareBidVolume,
  PriceBid,
  SetBidChecklist,
  TickBidItem,
  UntickBidItem,
  type PreparingCommand,
} from './preparing.commands.js';
import type { BidEventRecord, PreparingEvent } from './preparing.events.js';

/** The bid is written: its volumes, the list of its documents, its price. Who has done it does not approve it. */
export const preparingRules = {
  PrepareBidVolume: { command: PrepareBidVolume, in: BEFORE_SUBMISSION, decide: prepareBidVolume },
  SetBidChecklist: { command: SetBidChecklist, in: BEFORE_SUBMISSION, decide: setBidChecklist },
  TickBidItem: { command: TickBidItem, in: BEFORE_SUBMISSION, decide: tickBidItem },
  UntickBidItem: { command: UntickBidItem, in: BEFORE_SUBMISSION, decide: untickBidItem },
  PriceBid: { command: PriceBid, in: BEFORE_SUBMISSION, decide: priceBid },
} satisfies RulesOf<PreparingCommand, ExistingTender, PreparingEvent>;

export const preparingFold = {
  BidVolumePrepared: (tender, data) => {
    const { volume, contentRef, notApplicableReason, by, onBehalfOf } = data;
    const prepared = { volume, contentRef, notApplicableReason, prepared: { by, onBehalfOf } };
    const bid = bidAfter(tender.bid, data);
    return { ...tender, bid: { ...bid, volumes: [...bid.volumes.filter((one) => one.volume !== volume), prepared] } };
  },
  BidChecklistSet: (tender, data) => {
    const bid = bidAfter(tender.bid, data);
    const checklist = data.items.map(({ id, volume, name, required }) => ({
      id,
      volume,
      name,
      required,
      tick: bid.checklist.find((item) => item.id === id)?.tick,
    }));
    return { ...tender, bid: { ...bid, checklist } };
  },
  BidItemTicked: (tender, data) => {
    const { id, docRef, by, tickedOn } = data;
    const tick = { docRef, by, on: tickedOn };
    return withItem(tender, bidAfter(tender.bid, data), id, tick);
  },
  BidItemUnticked: (tender, data) => withItem(tender, bidAfter(tender.bid, data), data.id, undefined),
  BidPriced: (tender, data) => {
    const { lines, priceFen, costFen, marginBps: margin, warrantyTerms, deliveryDays, by, onBehalfOf } = data;
    const price = { lines, priceFen, costFen, marginBps: margin, warrantyTerms, deliveryDays };
    return { ...tender, bid: { ...bidAfter(tender.bid, data), price: { ...price, priced: { by, onBehalfOf } } } };
  },
} satisfies FoldOf<PreparingEvent, ExistingTender>;

const withItem = (tender: ExistingTender, bid: Bid, id: string, tick: Bid['checklist'][number]['tick']) => ({
  ...tender,
  bid: { ...bid, checklist: bid.checklist.map((item) => (item.id === id ? { ...item, tick } : item)) },
});

/**
 * The bid may be changed: preparation has begun, and it is neither under review nor sealed.
 * @throws Rejected COMMERCE_NOT_ENGAGED, GO_NOT_DECIDED, INVALID_TRANSITION {state, bidState, possibleIn}
 */
function changingBid(command: string, tender: ExistingTender, issued: Issued): BidEventRecord {
  const { state, tenderId, bid, commerceOwnerId, goDecision } = tender;
  if (state !== 'PREPARING') {
    if (commerceOwnerId === undefined) throw new Rejected('COMMERCE_NOT_ENGAGED', 'commerce is not engaged', { state });
    if (goDecision?.go !== true) throw new Rejected('GO_NOT_DECIDED', 'whether we bid is not decided', { state });
    const details = { command, state, possibleIn: ['PREPARING'] };
    throw new Rejected('INVALID_TRANSITION', `the tender ${tenderId} is not published`, details);
  }
  refuseUnlessBidIn(CHANGEABLE, command, bid);
  const { state: bidState, version: bidVersion } = changedBid(bid);
  return { ...tenderRecord(tender, issued), onBehalfOf: issued.by.onBehalfOf, bidState, bidVersion };
}

const CHANGEABLE = ['NONE', 'DRAFT', 'APPROVED'] as const;

/** @throws Rejected INVALID_TRANSITION {command, bidState, possibleIn} */
export function refuseUnlessBidIn(states: readonly Bid['state'][], command: string, { state: bidState }: Bid): void {
  if (states.includes(bidState)) return;
  const details = { command, bidState, possibleIn: states };
  throw new Rejected('INVALID_TRANSITION', `the bid is ${bidState}`, details);
}

/** @throws Rejected VALIDATION_FAILED */
function prepareBidVolume({ type, data, issued }: PrepareBidVolume, tender: ExistingTender): PreparingEvent[] {
  const { volume, contentRef, notApplicableReason } = data;
  const record = changingBid(type, tender, issued);
  if ((contentRef === undefined) === (notApplicableReason === undefined)) {
    throw new Rejected('VALIDATION_FAILED', 'either contentRef or notApplicableReason', { pointer: '/contentRef' });
  }
  const preparedOn = issued.today;
  return [{ type: 'BidVolumePrepared', data: { ...record, volume, contentRef, notApplicableReason, preparedOn } }];
}

/** @throws Rejected VALIDATION_FAILED */
function setBidChecklist({ type, data, issued }: SetBidChecklist, tender: ExistingTender): PreparingEvent[] {
  const record = changingBid(type, tender, issued);
  const items = data.items.map(({ id, volume, name, required }) => ({ id, volume, name, required }));
  const double = items.find(({ id }, index) => items.findIndex((other) => other.id === id) !== index);
  if (double) {
    throw new Rejected('VALIDATION_FAILED', `item ${double.id} stands twice`, { pointer: '/items', id: double.id });
  }
  return [{ type: 'BidChecklistSet', data: { ...record, items, setOn: issued.today } }];
}

/** @throws Rejected NOT_FOUND {id} */
function tickBidItem({ type, data, issued }: TickBidItem, tender: ExistingTender): PreparingEvent[] {
  const { id, docRef } = data;
  const record = changingBid(type, tender, issued);
  refuseUnknownItem(tender.bid, id);
  return [{ type: 'BidItemTicked', data: { ...record, id, docRef, tickedOn: issued.today } }];
}

/** @throws Rejected NOT_FOUND {id} */
function untickBidItem({ type, data, issued }: UntickBidItem, tender: ExistingTender): PreparingEvent[] {
  const { id, reason } = data;
  const record = changingBid(type, tender, issued);
  refuseUnknownItem(tender.bid, id);
  if (!tender.bid.checklist.some((item) => item.id === id && item.tick)) return [];
  return [{ type: 'BidItemUnticked', data: { ...record, id, reason, untickedOn: issued.today } }];
}

function refuseUnknownItem({ checklist }: Bid, id: string): void {
  if (checklist.some((item) => item.id === id)) return;
  throw new Rejected('NOT_FOUND', `there is no item ${id} on the list of the bid`, { id });
}

/** @throws Rejected TOO_MANY_LINES, LINE_AMOUNT_MISMATCH, VALIDATION_FAILED, PRICE_OVER_LIMIT {maxPriceFen} */
function priceBid({ type, data, issued }: PriceBid, tender: ExistingTender): PreparingEvent[] {
  const record = changingBid(type, tender, issued);
  const { costFen, warrantyTerms, deliveryDays } = data;
  if ((data.lines.length === 0) === (data.priceFen === undefined)) {
    throw new Rejected('VALIDATION_FAILED', 'either lines or priceFen', { pointer: '/priceFen' });
  }
  const lines = priceLines(data.lines);
  const priceFen = data.priceFen ?? sumFen(lines.map(({ amountFen }) => amountFen));
  const maxPriceFen = tender.announcement?.maxPriceFen;
  if (maxPriceFen !== undefined && priceFen > maxPriceFen) {
    const details = { maxPriceFen, priceFen };
    throw new Rejected('PRICE_OVER_LIMIT', `the price of ${priceFen} fen is over ${maxPriceFen}`, details);
  }
  return [
    {
      type: 'BidPriced',
      data: {
        ...record,
        lines,
        priceFen,
        costFen,
        marginBps: marginBps(priceFen, costFen),
        warrantyTerms: warrantyTerms && {
          defectsLiabilityMonths: warrantyTerms.defectsLiabilityMonths,
          text: warrantyTerms.text,
        },
        deliveryDays,
        pricedOn: issued.today,
      },
    },
  ];
}
