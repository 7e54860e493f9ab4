import type { ContractOrigin, ExceptionState, ExceptionType, InquiryState } from './order-tracking.values.js';

/** 异常 */
export interface ProductionException {
  readonly exceptionId: string;
  readonly productionOrderId: string;
  readonly type: ExceptionType;
  /** Of the step that it concerns, with its number where the plan has it. */
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
  /** What was said about it, in the order of its being recorded. */
  readonly messages: readonly ExceptionMessage[];
}

/** What the merchandiser told sales, or sales the customer. */
export type ExceptionMessage =
  | {
      readonly to: 'SALES';
      readonly message: string;
      readonly by: string;
      readonly at?: string;
      readonly late: boolean;
    }
  | {
      readonly to: 'CUSTOMER';
      readonly message?: string;
      readonly by: string;
      readonly on?: string;
      readonly channel: string;
    };

/** 业务询问 */
export interface SalesInquiry {
  readonly inquiryId: string;
  readonly productionOrderId?: string;
  readonly question: string;
  readonly state: InquiryState;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly responseDueAt: string;
  readonly answer?: string;
  readonly answeredAt?: string;
  readonly answeredBy?: string;
  /** The answer came after its time. */
  readonly answeredLate?: boolean;
}

export interface NoTracking {
  readonly state: 'NONE';
}

export interface ExistingTracking {
  readonly state: 'OPEN' | 'CLOSED';
  readonly trackingId: string;
  readonly projectId: string;
  readonly contractId: string;
  /** Staff id. */
  readonly merchandiserId: string;
  /** Absent where the contract lives in this system. */
  readonly contractOrigin?: ContractOrigin;
  readonly productionOrderIds: readonly string[];
  /** Of these orders, the ones that have ended. */
  readonly ended: readonly string[];
  readonly exceptions: readonly ProductionException[];
  readonly inquiries: readonly SalesInquiry[];
}

export type OrderTracking = NoTracking | ExistingTracking;
