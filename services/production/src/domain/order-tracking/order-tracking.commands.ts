import type { Command, Issued } from '@engsales/event-sourcing/decider';

export const EXCEPTION_TYPES = ['POWER_OUTAGE', 'MATERIAL_SHORTAGE', 'EQUIPMENT_FAILURE', 'QUALITY', 'OTHER'] as const;
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];

/** What every command to a tracking carries. */
export abstract class ToTracking<Data = unknown> implements Command {
  abstract readonly type: string;
  constructor(
    readonly data: Data & { readonly trackingId: string },
    readonly issued: Issued,
  ) {}
}

/** Opens the merchandiser's tracking (跟单) of an order; several orders of a contract may share one. */
export class OpenTracking extends ToTracking<{
  readonly projectId: string;
  readonly contractId: string;
  readonly productionOrderId: string;
  readonly merchandiserId: string;
}> {
  readonly type = 'OpenTracking';
}

/** By reaction: an order of it is closed, cancelled or closed short. */
export class EndTracking extends ToTracking<{ readonly productionOrderId: string }> {
  readonly type = 'EndTracking';
}

/** By reaction: the merchandiser of its orders has changed. */
export class HandTrackingOver extends ToTracking<{ readonly merchandiserId: string }> {
  readonly type = 'HandTrackingOver';
}

/** What its order said when the command came; read beside the tracking. */
export interface OrderThen {
  /** The planned end, or the promise before a plan. */
  readonly expectedOn: string;
  /** Of the exception's step, where the plan has it. */
  readonly stepSeq?: number;
}

export class RaiseException extends ToTracking<{
  /** May be left out where the tracking has one order. */
  readonly productionOrderId?: string;
  readonly type: ExceptionType;
  readonly stepId?: string;
  /** Whole days; six hours are none. */
  readonly estimatedDelayDays: number;
  readonly stopsWork: boolean;
  readonly order?: OrderThen;
}> {
  readonly type = 'RaiseException';
}

export class FeedBackToSales extends ToTracking<{ readonly exceptionId: string; readonly message: string }> {
  readonly type = 'FeedBackToSales';
}

export class InformCustomer extends ToTracking<{
  readonly exceptionId: string;
  readonly channel: string;
  readonly on: string;
}> {
  readonly type = 'InformCustomer';
}

export class ResolveException extends ToTracking<{
  readonly exceptionId: string;
  readonly actualDelayDays: number;
  readonly order?: OrderThen;
}> {
  readonly type = 'ResolveException';
}

/** By timer, when sales has heard nothing in time. */
export class MarkFeedbackOverdue extends ToTracking<{ readonly exceptionId: string }> {
  readonly type = 'MarkFeedbackOverdue';
}

export class AskProgress extends ToTracking<{ readonly question: string; readonly productionOrderId?: string }> {
  readonly type = 'AskProgress';
}

export class AnswerInquiry extends ToTracking<{ readonly inquiryId: string; readonly answer: string }> {
  readonly type = 'AnswerInquiry';
}

/** By timer, when the answer is due. */
export class MarkInquiryOverdue extends ToTracking<{ readonly inquiryId: string }> {
  readonly type = 'MarkInquiryOverdue';
}

export type OrderTrackingCommand =
  | OpenTracking
  | EndTracking
  | HandTrackingOver
  | RaiseException
  | FeedBackToSales
  | InformCustomer
  | ResolveException
  | MarkFeedbackOverdue
  | AskProgress
  | AnswerInquiry
  | MarkInquiryOverdue;
