import type { ExceptionRecord, InquiryRecord } from './order-tracking.events.js';
import type { ExceptionMessage, ProductionException, SalesInquiry } from './order-tracking.state.js';

export const recordOfException = (exception: ProductionException): ExceptionRecord => ({
  exceptionId: exception.exceptionId,
  productionOrderId: exception.productionOrderId,
  type: exception.type,
  stepId: exception.stepId,
  stepSeq: exception.stepSeq,
  state: exception.state,
  estimatedDelayDays: exception.estimatedDelayDays,
  actualDelayDays: exception.actualDelayDays,
  stopsWork: exception.stopsWork,
  raisedBy: exception.raisedBy,
  raisedAt: exception.raisedAt,
  feedbackDueAt: exception.feedbackDueAt,
  feedbackOverdue: exception.feedbackOverdue,
  fedBackAt: exception.fedBackAt,
  informedOn: exception.informedOn,
});

/** What was said about it stands in the events beside the record. */
export const exceptionFromRecord = (
  record: ExceptionRecord,
  messages: readonly ExceptionMessage[],
): ProductionException => ({
  messages,
  exceptionId: record.exceptionId,
  productionOrderId: record.productionOrderId,
  type: record.type,
  stepId: record.stepId,
  stepSeq: record.stepSeq,
  state: record.state,
  estimatedDelayDays: record.estimatedDelayDays,
  actualDelayDays: record.actualDelayDays,
  stopsWork: record.stopsWork,
  raisedBy: record.raisedBy,
  raisedAt: record.raisedAt,
  feedbackDueAt: record.feedbackDueAt,
  feedbackOverdue: record.feedbackOverdue,
  fedBackAt: record.fedBackAt,
  informedOn: record.informedOn,
});

export const recordOfInquiry = (inquiry: SalesInquiry): InquiryRecord => ({
  inquiryId: inquiry.inquiryId,
  productionOrderId: inquiry.productionOrderId,
  question: inquiry.question,
  state: inquiry.state,
  askedBy: inquiry.askedBy,
  askedAt: inquiry.askedAt,
  responseDueAt: inquiry.responseDueAt,
  answer: inquiry.answer,
  answeredAt: inquiry.answeredAt,
});

export const inquiryFromRecord = (record: InquiryRecord): SalesInquiry => ({
  inquiryId: record.inquiryId,
  productionOrderId: record.productionOrderId,
  question: record.question,
  state: record.state,
  askedBy: record.askedBy,
  askedAt: record.askedAt,
  responseDueAt: record.responseDueAt,
  answer: record.answer,
  answeredAt: record.answeredAt,
});
