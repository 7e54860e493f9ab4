import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { afterWorkingHours, calendarWarnings, isReached } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { AnswerInquiry, AskProgress, MarkInquiryOverdue, type InquiryCommand } from './order-tracking.commands.js';
import type { InquiryEvent, OrderTrackingEvent } from './order-tracking.events.js';
import type { ExistingTracking, SalesInquiry } from './order-tracking.state.js';
import { orderNamed } from './tracked-orders.js';
import { inquiryFromRecord, recordOfInquiry } from './tracking-records.js';

/** Sales asks, the merchandiser answers, or the deadline passes (业务询问). */
export const inquiryRules = {
  AskProgress: { command: AskProgress, in: ['OPEN'], decide: askProgress },
  AnswerInquiry: { command: AnswerInquiry, in: ['OPEN'], decide: answerInquiry },
  MarkInquiryOverdue: { command: MarkInquiryOverdue, in: ['OPEN'], decide: markInquiryOverdue },
} satisfies RulesOf<InquiryCommand, ExistingTracking, OrderTrackingEvent>;

export const inquiryFold = {
  InquiryAsked: (tracking, data) => putInquiry(tracking, data),
  InquiryAnswered: (tracking, data) =>
    putInquiry(tracking, data, { answeredBy: data.answeredBy, answeredLate: data.late }),
  InquiryOverdue: (tracking, data) => putInquiry(tracking, data),
} satisfies FoldOf<InquiryEvent, ExistingTracking>;

/** About all orders where none is named. @throws Rejected VALIDATION_FAILED for an order of another tracking */
function askProgress({ data, issued }: AskProgress, tracking: ExistingTracking): OrderTrackingEvent[] {
  const { question, productionOrderId } = data;
  const inquiry: SalesInquiry = {
    inquiryId: issued.commandId,
    productionOrderId: productionOrderId === undefined ? undefined : orderNamed(tracking, productionOrderId),
    question,
    state: 'ASKED',
    askedBy: issued.by.id,
    askedAt: issued.at,
    responseDueAt: afterWorkingHours(issued.at, companySettings(issued).answerWorkingHours),
  };
  const warnings = calendarWarnings(inquiry.responseDueAt);
  const noticed = warnings.length > 0 ? { warnings } : {};
  return [{ type: 'InquiryAsked', data: { ...inquiryChange(tracking, inquiry), ...noticed } }];
}

/** A late answer counts. @throws Rejected NOT_FOUND, INVALID_TRANSITION */
function answerInquiry({ data, issued }: AnswerInquiry, tracking: ExistingTracking): OrderTrackingEvent[] {
  const { inquiryId, answer } = data;
  const before = tracking.inquiries.find((other) => other.inquiryId === inquiryId);
  if (!before) throw new Rejected('NOT_FOUND', `the tracking has no inquiry ${inquiryId}`, { inquiryId });
  if (before.state === 'ANSWERED') {
    const details = { command: 'AnswerInquiry', inquiryId, inquiryState: before.state };
    throw new Rejected('INVALID_TRANSITION', 'the inquiry is answered', details);
  }
  const after: SalesInquiry = { ...before, state: 'ANSWERED', answer, answeredAt: issued.at };
  const said = { late: isReached(before.responseDueAt, issued.at), answeredBy: issued.by.id };
  return [{ type: 'InquiryAnswered', data: { ...inquiryChange(tracking, after), ...said } }];
}

/** Once, and only while there is no answer. */
function markInquiryOverdue({ data, issued }: MarkInquiryOverdue, tracking: ExistingTracking): OrderTrackingEvent[] {
  const before = tracking.inquiries.find((other) => other.inquiryId === data.inquiryId);
  if (before?.state !== 'ASKED' || !isReached(before.responseDueAt, issued.at)) return [];
  return [{ type: 'InquiryOverdue', data: inquiryChange(tracking, { ...before, state: 'OVERDUE' }) }];
}

/** What every event of an inquiry says. */
const inquiryChange = ({ trackingId, contractId }: ExistingTracking, inquiry: SalesInquiry) => ({
  trackingId,
  contractId,
  inquiry: recordOfInquiry(inquiry),
});

type Answered = Pick<SalesInquiry, 'answeredBy' | 'answeredLate'>;

function putInquiry(
  tracking: ExistingTracking,
  { inquiry }: InquiryEvent['data'],
  { answeredBy, answeredLate }: Answered = {},
): ExistingTracking {
  const changed = { ...inquiryFromRecord(inquiry), answeredBy, answeredLate };
  const others = tracking.inquiries.filter((other) => other.inquiryId !== changed.inquiryId);
  return { ...tracking, inquiries: [...others, changed] };
}
