import type { GateState } from './contract.events.js';
import { publicEvent } from './envelope.js';
import receiptRecordedSchema from './schemas/contract.ReceiptRecorded.v1.json';
import receiptReversedSchema from './schemas/contract.ReceiptReversed.v1.json';
import dueWithdrawnSchema from './schemas/contract.PaymentMilestoneDueWithdrawn.v1.json';
import refundReversedSchema from './schemas/contract.RefundReversed.v1.json';
import refundRecordedSchema from './schemas/contract.RefundRecorded.v1.json';
import paymentMilestoneOverdueSchema from './schemas/contract.PaymentMilestoneOverdue.v1.json';
import paymentMilestonePaidSchema from './schemas/contract.PaymentMilestonePaid.v1.json';
import paymentGateOpenedSchema from './schemas/contract.PaymentGateOpened.v1.json';
import paymentGateClosedSchema from './schemas/contract.PaymentGateClosed.v1.json';
import paymentGateOverriddenSchema from './schemas/contract.PaymentGateOverridden.v1.json';

export interface PublicAllocation {
  readonly milestoneId: string;
  readonly amountFen: number;
}

/** Totals of the contract after a booking, and the milestones that moved by it. */
interface PublicBooking {
  readonly milestones: readonly {
    readonly milestoneId: string;
    readonly status: string;
    readonly paidFen: number;
    readonly unclearedFen: number;
    readonly dueOn?: string;
  }[];
  readonly contractReceivedFen: number;
  readonly refundedFen: number;
  readonly contractOutstandingFen: number;
  readonly unallocatedFen: number;
  readonly payment: string;
}

interface PublicReceipt extends PublicBooking {
  readonly contractId: string;
  readonly receiptId: string;
  readonly bankRef: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly allocations: readonly PublicAllocation[];
}

export interface ReceiptRecordedData extends PublicReceipt {
  readonly instrument: string;
  readonly maturesOn?: string;
}

export interface ReceiptReversedData extends PublicReceipt {
  readonly reason: string;
  readonly reversedOn: string;
}

export interface RefundRecordedData extends PublicBooking {
  readonly contractId: string;
  readonly refundId: string;
  readonly amountFen: number;
  readonly refundedOn: string;
  readonly bankRef: string;
}

export interface RefundReversedData extends RefundRecordedData {
  readonly reason: string;
  readonly reversedOn: string;
}

export interface PaymentMilestoneDueWithdrawnData {
  readonly contractId: string;
  readonly milestoneId: string;
  readonly kind: string;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly dueOn?: string;
  readonly gate: string;
  readonly status: string;
  readonly reason: string;
  readonly withdrawnOn: string;
  readonly payment: string;
}

export interface PaymentMilestonePaidData {
  readonly contractId: string;
  readonly milestoneId: string;
  readonly kind: string;
  readonly status: string;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly dueOn?: string;
  readonly gate: string;
  readonly payment?: string;
}

export interface PaymentMilestoneOverdueData extends PaymentMilestonePaidData {
  readonly dueOn: string;
  readonly asOf: string;
  readonly daysOverdue: number;
  readonly outstandingFen: number;
  readonly payment: string;
}

export interface PaymentGateData {
  readonly contractId: string;
  readonly contractVersion: number;
  readonly orderLineIds: readonly string[];
  readonly gate: 'RELEASE_PRODUCTION' | 'DISPATCH';
  readonly gates: { readonly RELEASE_PRODUCTION: GateState; readonly DISPATCH: GateState };
  readonly milestoneIds: readonly string[];
  readonly reason: string;
}

export interface PaymentGateOverriddenData extends PaymentGateData {
  readonly until: string;
  readonly approvedBy: string;
}

export const receiptRecorded = publicEvent<ReceiptRecordedData>({
  type: 'contract.ReceiptRecorded',
  service: 'contract',
  version: 1,
  nameZh: '收款已登记',
  summary: 'Money came in, or a bill.',
  schema: receiptRecordedSchema,
});

export const receiptReversed = publicEvent<ReceiptReversedData>({
  type: 'contract.ReceiptReversed',
  service: 'contract',
  version: 1,
  nameZh: '收款已冲销',
  summary: 'A receipt was booked wrongly, or a bill was not honoured.',
  schema: receiptReversedSchema,
});

export const refundRecorded = publicEvent<RefundRecordedData>({
  type: 'contract.RefundRecorded',
  service: 'contract',
  version: 1,
  nameZh: '退款已登记',
  summary: 'Money went back to the customer.',
  schema: refundRecordedSchema,
});

export const refundReversed = publicEvent<RefundReversedData>({
  type: 'contract.RefundReversed',
  service: 'contract',
  version: 1,
  nameZh: '退款已冲销',
  summary: 'A refund was booked by mistake; its money is with us.',
  schema: refundReversedSchema,
});

export const paymentMilestoneDueWithdrawn = publicEvent<PaymentMilestoneDueWithdrawnData>({
  type: 'contract.PaymentMilestoneDueWithdrawn',
  service: 'contract',
  version: 1,
  nameZh: '收款节点应收已撤回',
  summary:
    'A milestone waits for its trigger again: its day was a mistake, or the fact that had made it due was corrected.',
  schema: dueWithdrawnSchema,
});

export const paymentMilestoneOverdue = publicEvent<PaymentMilestoneOverdueData>({
  type: 'contract.PaymentMilestoneOverdue',
  service: 'contract',
  version: 1,
  nameZh: '收款节点已逾期',
  summary: 'Something of a milestone is still unpaid after its last day; told once.',
  schema: paymentMilestoneOverdueSchema,
});

export const paymentMilestonePaid = publicEvent<PaymentMilestonePaidData>({
  type: 'contract.PaymentMilestonePaid',
  service: 'contract',
  version: 1,
  nameZh: '收款节点已收讫',
  summary: 'A milestone is paid in full, also one that is not due yet.',
  schema: paymentMilestonePaidSchema,
});

export const paymentGateOpened = publicEvent<PaymentGateData>({
  type: 'contract.PaymentGateOpened',
  service: 'contract',
  version: 1,
  nameZh: '付款条件已满足',
  summary: 'What waited for payment may go on.',
  schema: paymentGateOpenedSchema,
});

export const paymentGateClosed = publicEvent<PaymentGateData>({
  type: 'contract.PaymentGateClosed',
  service: 'contract',
  version: 1,
  nameZh: '付款条件不再满足',
  summary: 'Money left again, or a credit release ended: what waits for payment waits again.',
  schema: paymentGateClosedSchema,
});

export const paymentGateOverridden = publicEvent<PaymentGateOverriddenData>({
  type: 'contract.PaymentGateOverridden',
  service: 'contract',
  version: 1,
  nameZh: '授信放行',
  summary: 'A leader lets a gate be passed before the money is there.',
  schema: paymentGateOverriddenSchema,
});
