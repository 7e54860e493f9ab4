import type {
  ExceptionMessage,
  OrderTracking,
  ProductionException,
  SalesInquiry,
} from '../domain/order-tracking/order-tracking.state.js';

/** A tracking as it is answered. */
export function trackingView(id: string, revision: number, tracking: OrderTracking) {
  if (tracking.state === 'NONE') return { id, revision, state: tracking.state };
  return {
    id,
    revision,
    trackingId: tracking.trackingId,
    projectId: tracking.projectId,
    contractId: tracking.contractId,
    state: tracking.state,
    merchandiserId: tracking.merchandiserId,
    contractOrigin: tracking.contractOrigin,
    productionOrderIds: tracking.productionOrderIds,
    ended: tracking.ended,
    exceptions: tracking.exceptions.map(exceptionView),
    inquiries: tracking.inquiries.map(inquiryView),
  };
}

const exceptionView = (exception: ProductionException) => ({
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
  messages: exception.messages.map(messageView),
});

const messageView = (said: ExceptionMessage) =>
  said.to === 'SALES'
    ? { to: said.to, message: said.message, by: said.by, at: said.at, late: said.late }
    : { to: said.to, message: said.message, by: said.by, on: said.on, channel: said.channel };

const inquiryView = (inquiry: SalesInquiry) => ({
  inquiryId: inquiry.inquiryId,
  productionOrderId: inquiry.productionOrderId,
  question: inquiry.question,
  state: inquiry.state,
  askedBy: inquiry.askedBy,
  askedAt: inquiry.askedAt,
  responseDueAt: inquiry.responseDueAt,
  answer: inquiry.answer,
  answeredAt: inquiry.answeredAt,
  answeredBy: inquiry.answeredBy,
  answeredLate: inquiry.answeredLate,
});
