import { Rejected } from '@engsales/event-sourcing/domain';
import { addDays, businessDateOf, isReached, secondAfter, startOfDay } from '@engsales/values';
import type { Announcement } from '../tender.state.js';

/** Whether a deadline is over: it counts to the second, and its own second is on time. */
export const isPast = (deadline: string, now: string): boolean => isReached(secondAfter(deadline), now);

/**
 * The dates of a tender follow each other: published, questions, submission, opening.
 * @throws Rejected INVALID_TENDER_DATES {field, earliest}
 */
export function refuseWrongDates(announcement: Announcement): void {
  const { publishedOn, documentsFrom, clarificationDeadline, submissionDeadline, openingAt } = announcement;
  const published = startOfDay(publishedOn);
  if (documentsFrom !== undefined) refuseEarlier('documentsFrom', startOfDay(documentsFrom), published);
  if (clarificationDeadline !== undefined) {
    refuseEarlier('clarificationDeadline', clarificationDeadline, published);
    refuseEarlier('submissionDeadline', submissionDeadline, clarificationDeadline);
  }
  refuseEarlier('submissionDeadline', submissionDeadline, published);
  refuseEarlier('openingAt', openingAt, submissionDeadline);
}

function refuseEarlier(field: string, at: string, earliest: string): void {
  if (isReached(earliest, at)) return;
  throw new Rejected('INVALID_TENDER_DATES', `${field} lies before ${earliest}`, { field, [field]: at, earliest });
}

/** The last day on which the bid binds us: the validity runs from the deadline (条例 25). */
export const validityUntilOf = ({ submissionDeadline, bidValidityDays }: Announcement): string =>
  addDays(businessDateOf(submissionDeadline), bidValidityDays);
