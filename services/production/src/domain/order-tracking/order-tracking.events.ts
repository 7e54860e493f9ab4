import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { ExceptionType } from './order-tracking.commands.js';

export interface TrackingData {
  readonly trackingId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly merchandiserId: string;
  readonly productionOrderIds: readonly string[];
}

/** 异常 (seed D9). */
export interface ProductionException {
  readonly exceptionId: string;
  readonly productionOrderId: string;
  readonly type: ExceptionType;
  readonly stepId?: string;
  readonly stepSeq?: number;
  readonly state: 'OPEN' | 'FED_BACK' | 'RESOLVED';
  readonly estimatedDelayDays: number;
  readonly actualDelayDays?: number;
  readonly stopsWork: boolean;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly feedbackDueAt: string;
  readonly feedbackOverdue?: boolean;
  readonly fedBackAt?: string;
  readonly informedOn?: string;
}

/** 业务询问 (seed D7, D13). */
export interface SalesInquiry {
  readonly inquiryId: string;
  readonly productionOrderId?: string;
  readonly question: string;
  readonly state: 'ASKED' | 'ANSWERED' | 'OVERDUE';
  readonly askedBy: string;
  readonly askedAt: string;
  readonly responseDueAt: string;
  readonly answer?: string;
  readonly answeredAt?: string;
}

interface OfException {
  readonly trackingId: string;
  readonly contractId: string;
  /** As it is now. */
  readonly exception: ProductionException;
  /** Days of all exceptions of its order: actual where resolved, else estimated. */
  readonly delayDays: number;
}

interface Forecast {
  /** Of the order, with the days of its exceptions; absent in the first events. */
  readonly forecastDate?: string;
}

interface OfInquiry {
  readonly trackingId: string;
  readonly contractId: string;
  readonly inquiry: SalesInquiry;
}

export type OrderTrackingEvent =
  | DomainEvent<'OrderTrackingOpened', TrackingData & { readonly openedOn: string }>
  | DomainEvent<'OrderTrackingExtended', TrackingData>
  | DomainEvent<'OrderTrackingClosed', TrackingData & { readonly closedOn: string }>
  | DomainEvent<
      'TrackedOrderEnded',
      TrackingData & { readonly productionOrderId: string; readonly ended: readonly string[] }
    >
  | DomainEvent<'TrackingHandedOver', TrackingData & { readonly from: string }>
  | ExceptionEvent
  | DomainEvent<'InquiryAsked', OfInquiry>
  | DomainEvent<'InquiryAnswered', OfInquiry & { readonly late: boolean; readonly answeredBy: string }>
  | DomainEvent<'InquiryOverdue', OfInquiry>;

export type ExceptionEvent =
  | DomainEvent<'ProductionExceptionRaised', OfException & Forecast>
  | DomainEvent<
      'ExceptionFedBackToSales',
      OfException & { readonly message: string; readonly late: boolean; readonly by: string }
    >
  | DomainEvent<'CustomerInformed', OfException & { readonly channel: string; readonly by: string }>
  | DomainEvent<'ProductionExceptionResolved', OfException & Forecast & { readonly resolvedBy: string }>
  | DomainEvent<'FeedbackOverdue', OfException>;

export const orderTrackingEvents: Record<OrderTrackingEvent['type'], number> = {
  OrderTrackingOpened: 1,
  OrderTrackingExtended: 1,
  OrderTrackingClosed: 1,
  TrackedOrderEnded: 1,
  TrackingHandedOver: 1,
  ProductionExceptionRaised: 1,
  ExceptionFedBackToSales: 1,
  CustomerInformed: 1,
  ProductionExceptionResolved: 1,
  FeedbackOverdue: 1,
  InquiryAsked: 1,
  InquiryAnswered: 1,
  InquiryOverdue: 1,
};
