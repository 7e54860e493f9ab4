import { addDays, businessDateOf, daysBetween, shareFen } from '@engsales/values';
import type { OpenedBid } from './evaluation.state.js';
import type { Announcement, Registration } from './tender.state.js';
import type { Warning } from './warning.js';

/** From the day on which the documents are handed out to the deadline (法 24). */
const LEAST_PREPARATION_DAYS = 20;
/** An amendment that matters to the bid is issued this long before the deadline (法 23, 条例 21). */
const LEAST_AMENDMENT_DAYS = 15;
/** 条例 26: the bid bond in basis points of the estimate; 条例 58: the performance bond of the contract. */
const MOST_BID_BOND_BPS = 200;
const MOST_PERFORMANCE_BOND_BPS = 1_000;
/** 公示 of the candidates (条例 54). */
const LEAST_PUBLICITY_DAYS = 3;

/** What the tenderee's announcement, as it now stands, does against the statutes. */
export function warningsOfAnnouncement(
  announcement: Announcement,
  { mandatory, estimatedPriceFen }: Registration,
): Warning[] {
  const { documentsFrom, publishedOn, submissionDeadline, bondRequiredFen, performanceBondBps } = announcement;
  const earliest = addDays(documentsFrom ?? publishedOn, LEAST_PREPARATION_DAYS);
  const warnings: Warning[] = [];
  if (mandatory && businessDateOf(submissionDeadline) < earliest) {
    warnings.push({ code: 'PREPARATION_TOO_SHORT', earliest, submissionDeadline });
  }
  const limitFen = estimatedPriceFen === undefined ? undefined : shareFen(estimatedPriceFen, MOST_BID_BOND_BPS);
  if (bondRequiredFen !== undefined && limitFen !== undefined && bondRequiredFen > limitFen) {
    warnings.push({ code: 'BID_BOND_OVER_2_PERCENT', bondRequiredFen, limitFen });
  }
  if (performanceBondBps !== undefined && performanceBondBps > MOST_PERFORMANCE_BOND_BPS) {
    const limitBps = MOST_PERFORMANCE_BOND_BPS;
    warnings.push({ code: 'PERFORMANCE_BOND_OVER_10_PERCENT', performanceBondBps, limitBps });
  }
  return warnings;
}

/** An amendment that comes so late that the deadline should have moved. */
export function warningsOfAmendment(issuedOn: string, affectsBid: boolean, submissionDeadline: string): Warning[] {
  const latest = addDays(businessDateOf(submissionDeadline), -LEAST_AMENDMENT_DAYS);
  return affectsBid && issuedOn > latest ? [{ code: 'AMENDMENT_TOO_LATE', issuedOn, latest }] : [];
}

export function warningsOfOpening(bids: readonly OpenedBid[], submittedFen: number | undefined): Warning[] {
  const openedFen = bids.find(({ ours }) => ours)?.priceFen;
  const warnings: Warning[] = [];
  if (bids.length < 3) warnings.push({ code: 'FEWER_THAN_THREE_BIDDERS', bidders: bids.length });
  if (openedFen !== undefined && submittedFen !== undefined && openedFen !== submittedFen) {
    warnings.push({ code: 'OPENING_PRICE_DIFFERS', openedFen, submittedFen });
  }
  return warnings;
}

export function warningsOfPublicity(from: string, to: string): Warning[] {
  const days = daysBetween(from, to);
  return days < LEAST_PUBLICITY_DAYS ? [{ code: 'PUBLICITY_TOO_SHORT', days, leastDays: LEAST_PUBLICITY_DAYS }] : [];
}

export function warningsOfAward(validityUntil: string | undefined, contractSigningDueOn: string): Warning[] {
  if (validityUntil === undefined || validityUntil >= contractSigningDueOn) return [];
  return [{ code: 'VALIDITY_ENDS_BEFORE_SIGNING', validityUntil, contractSigningDueOn }];
}

/** The newest word on each code stands; what a later step could have said again and did not is gone. */
export function renewedWarnings(
  known: readonly Warning[],
  codes: readonly Warning['code'][],
  found: readonly Warning[],
): Warning[] {
  return [...known.filter(({ code }) => !codes.includes(code)), ...found];
}

export const ANNOUNCEMENT_WARNINGS = [
  'PREPARATION_TOO_SHORT',
  'BID_BOND_OVER_2_PERCENT',
  'PERFORMANCE_BOND_OVER_10_PERCENT',
  'AMENDMENT_TOO_LATE',
] as const satisfies readonly Warning['code'][];
