import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { ContractOrigin, ExceptionState, ExceptionType, InquiryState } from './order-tracking.values.js';

/** What every event of the tracking as a whole says. */
export interface TrackingRecord {
  readonly trackingId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly merchandiserId: string;
  /** Absent where the contract lives in this system. */
  readonly contractOrigin?: ContractOrigin;
}

export type OrderTrackingOpened = DomainEvent<
  'OrderTrackingOpened',
  TrackingRecord & { readonly productionOrderIds: readonly string[]; readonly openedOn: string }
>;

/** Orders join it: only those, a tracking of many orders would grow with their square. */
export type OrderTrackingExtended = DomainEvent<
  'OrderTrackingExtended',
  TrackingRecord & { readonly productionOrderIds: readonly string[] }
>;

export type TrackedOrderEnded = DomainEvent<
  'TrackedOrderEnded',
  TrackingRecord & { readonly productionOrderId: string }
>;

/** One of its orders that was closed is open again, and the tracking with it. */
export type TrackedOrderResumed = DomainEvent<
  'TrackedOrderResumed',
  TrackingRecord & { readonly productionOrderId: string }
>;

/** With the last of its orders. */
export type OrderTrackingClosed = DomainEvent<'OrderTrackingClosed', TrackingRecord & { readonly closedOn: string }>;

export type TrackingHandedOver = DomainEvent<'TrackingHandedOver', TrackingRecord & { readonly from: string }>;

export interface ExceptionRecord {
  readonly exceptionId: string;
  readonly productionOrderId: string;
  readonly type: ExceptionType;
  readonly stepId?: string;
  readonly stepSeq?: number;
  readonly state: ExceptionState;
  readonly estimatedDelayDays: number;
  readonly actualDelayDays?: number;
  readonly stopsWork: boolean;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly feedbackDueAt: string;
  readonly feedbackOverdue: boolean;
  readonly fedBackAt?: string;
  readonly informedOn?: string;
}

/** The exception as it is now. */
export interface ExceptionChange {
  readonly trackingId: string;
  readonly contractId: string;
  readonly contractOrigin?: ContractOrigin;
  readonly exception: ExceptionRecord;
  /** Days of all exceptions of its order: actual where resolved, else estimated. */
  readonly delayDays: number;
}

export type ProductionExceptionRaised = DomainEvent<
  'ProductionExceptionRaised',
  ExceptionChange & {
    /** Of the order, with the days of its exceptions. */
    readonly forecastDate: string;
  }
>;

export type ExceptionFedBackToSales = DomainEvent<
  'ExceptionFedBackToSales',
  ExceptionChange & { readonly message: string; readonly late: boolean; readonly by: string }
>;

export type CustomerInformed = DomainEvent<
  'CustomerInformed',
  ExceptionChange & { readonly channel: string; readonly message?: string; readonly by: string }
>;

export type ProductionExceptionResolved = DomainEvent<
  'ProductionExceptionResolved',
  ExceptionChange & {
    readonly actualDelayDays: number;
    readonly forecastDate: string;
    readonly resolvedBy: string;
  }
>;

export type FeedbackOverdue = DomainEvent<'FeedbackOverdue', ExceptionChange>;

export interface InquiryRecord {
  readonly inquiryId: string;
  readonly productionOrderId?: string;
  readonly question: string;
  readonly state: InquiryState;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly responseDueAt: string;
  readonly answer?: string;
  readonly answeredAt?: string;
}

/** The inquiry as it is now. */
export interface InquiryChange {
  readonly trackingId: string;
  readonly contractId: string;
  readonly inquiry: InquiryRecord;
}

export type InquiryAsked = DomainEvent<
  'InquiryAsked',
  InquiryChange & {
    /** What was noticed of the time in which it is to be answered. */
    readonly warnings?: readonly { readonly code: 'CALENDAR_KNOWS_WEEKENDS_ONLY'; readonly knownUntil: string }[];
  }
>;
export type InquiryAnswered = DomainEvent<
  'InquiryAnswered',
  InquiryChange & { readonly late: boolean; readonly answeredBy: string }
>;
export type InquiryOverdue = DomainEvent<'InquiryOverdue', InquiryChange>;

export type ExceptionEvent =
  | ProductionExceptionRaised
  | ExceptionFedBackToSales
  | CustomerInformed
  | ProductionExceptionResolved
  | FeedbackOverdue;
export type InquiryEvent = InquiryAsked | InquiryAnswered | InquiryOverdue;
export type OrderTrackingEvent =
  | OrderTrackingOpened
  | OrderTrackingExtended
  | TrackedOrderEnded
  | TrackedOrderResumed
  | OrderTrackingClosed
  | TrackingHandedOver
  | ExceptionEvent
  | InquiryEvent;
