import { Rejected } from '@engsales/event-sourcing/decider';
import { afterWorkingHours, isReached } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { orderOf } from './exceptions.js';
import type { AnswerInquiry, AskProgress, MarkInquiryOverdue } from './order-tracking.commands.js';
import type { OrderTrackingEvent, SalesInquiry } from './order-tracking.events.js';
import type { ExistingTracking } from './order-tracking.js';

/** Sales asks, the merchandiser answers, or the deadline passes. @throws Rejected NOT_FOUND, INVALID_TRANSITION */
export function inquiryAfter(
  command: AskProgress | AnswerInquiry | MarkInquiryOverdue,
  tracking: ExistingTracking,
): OrderTrackingEvent[] {
  const { issued } = command;
  const { trackingId, contractId } = tracking;
  switch (command.type) {
    case 'AskProgress': {
      const { question, productionOrderId } = command.data;
      const about = productionOrderId === undefined ? {} : { productionOrderId: orderOf(tracking, productionOrderId) };
      const responseDueAt = afterWorkingHours(issued.at, companySettings(issued).answerWorkingHours);
      const asked = { askedBy: issued.by.id, askedAt: issued.at, responseDueAt };
      const inquiry: SalesInquiry = { inquiryId: issued.commandId, ...about, question, state: 'ASKED', ...asked };
      return [{ type: 'InquiryAsked', data: { trackingId, contractId, inquiry } }];
    }
    case 'AnswerInquiry': {
      const before = named(tracking, command.data.inquiryId);
      if (before.state === 'ANSWERED') {
        const details = { command: command.type, inquiryId: before.inquiryId, inquiryState: before.state };
        throw new Rejected('INVALID_TRANSITION', 'the inquiry is answered', details);
      }
      const inquiry: SalesInquiry = {
        ...before,
        state: 'ANSWERED',
        answer: command.data.answer,
        answeredAt: issued.at,
      };
      const late = isReached(before.responseDueAt, issued.at);
      return [{ type: 'InquiryAnswered', data: { trackingId, contractId, inquiry, late, answeredBy: issued.by.id } }];
    }
    case 'MarkInquiryOverdue': {
      const before = tracking.inquiries?.find((other) => other.inquiryId === command.data.inquiryId);
      const due = before?.state === 'ASKED' && isReached(before.responseDueAt, issued.at);
      if (!before || !due) return [];
      return [{ type: 'InquiryOverdue', data: { trackingId, contractId, inquiry: { ...before, state: 'OVERDUE' } } }];
    }
  }
}

function named({ inquiries = [] }: ExistingTracking, inquiryId: string): SalesInquiry {
  const inquiry = inquiries.find((other) => other.inquiryId === inquiryId);
  if (inquiry) return inquiry;
  throw new Rejected('NOT_FOUND', `the tracking has no inquiry ${inquiryId}`, { inquiryId });
}
