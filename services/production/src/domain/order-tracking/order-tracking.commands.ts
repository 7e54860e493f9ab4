import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ContractOrigin, ExceptionType } from './order-tracking.values.js';

/** Opens the merchandiser's tracking (跟单) of an order; several orders of a contract may share one. */
export class OpenTracking extends CommandTo<
  'trackingId',
  {
    readonly projectId: string;
    readonly contractId: string;
    readonly productionOrderId: string;
    readonly merchandiserId: string;
    /** Absent where the contract lives in this system. */
    readonly contractOrigin?: ContractOrigin;
  }
> {
  readonly type = 'OpenTracking';
}

/** By reaction: an order of it is closed, cancelled or closed short. */
export class EndTracking extends CommandTo<'trackingId', { readonly productionOrderId: string }> {
  readonly type = 'EndTracking';
}

/** By reaction: an order of it that was closed is open again. */
export class ResumeTracking extends CommandTo<'trackingId', { readonly productionOrderId: string }> {
  readonly type = 'ResumeTracking';
}

/** By reaction: the merchandiser of its orders has changed. */
export class HandTrackingOver extends CommandTo<'trackingId', { readonly merchandiserId: string }> {
  readonly type = 'HandTrackingOver';
}

/** What the order of an exception says when the command comes, read beside the tracking. */
export interface OrderThen {
  /** The planned end, or the promise before a plan. */
  readonly expectedOn: string;
  /** Last day to which the customer has deferred the delivery. */
  readonly deferredUntil?: string;
  /** Of its plan; none before it. */
  readonly steps: readonly { readonly stepId: string; readonly seq: number; readonly ownerId: string }[];
}

export class RaiseException extends CommandTo<
  'trackingId',
  {
    /** May be left out where the tracking has one order. */
    readonly productionOrderId?: string;
    readonly type: ExceptionType;
    readonly stepId?: string;
    /** Whole days; six hours are none. */
    readonly estimatedDelayDays: number;
    readonly stopsWork: boolean;
    /** Its handler reads it; without it nothing is raised. */
    readonly order?: OrderThen;
  }
> {
  readonly type = 'RaiseException';
}

export class FeedBackToSales extends CommandTo<
  'trackingId',
  { readonly exceptionId: string; readonly message: string }
> {
  readonly type = 'FeedBackToSales';
}

export class InformCustomer extends CommandTo<
  'trackingId',
  {
    readonly exceptionId: string;
    readonly channel: string;
    readonly on: string;
    /** What the customer was told. */
    readonly message?: string;
  }
> {
  readonly type = 'InformCustomer';
}

export class ResolveException extends CommandTo<
  'trackingId',
  {
    readonly exceptionId: string;
    readonly actualDelayDays: number;
    /** Its handler reads it; without it nothing is resolved. */
    readonly order?: OrderThen;
  }
> {
  readonly type = 'ResolveException';
}

/** By timer, when sales has heard nothing in time. */
export class MarkFeedbackOverdue extends CommandTo<'trackingId', { readonly exceptionId: string }> {
  readonly type = 'MarkFeedbackOverdue';
}

export class AskProgress extends CommandTo<
  'trackingId',
  { readonly question: string; readonly productionOrderId?: string }
> {
  readonly type = 'AskProgress';
}

export class AnswerInquiry extends CommandTo<'trackingId', { readonly inquiryId: string; readonly answer: string }> {
  readonly type = 'AnswerInquiry';
}

/** By timer, when the answer is due. */
export class MarkInquiryOverdue extends CommandTo<'trackingId', { readonly inquiryId: string }> {
  readonly type = 'MarkInquiryOverdue';
}

export type ExceptionCommand =
  RaiseException | FeedBackToSales | InformCustomer | ResolveException | MarkFeedbackOverdue;
export type InquiryCommand = AskProgress | AnswerInquiry | MarkInquiryOverdue;
export type OrderTrackingCommand =
  OpenTracking | EndTracking | ResumeTracking | HandTrackingOver | ExceptionCommand | InquiryCommand;
