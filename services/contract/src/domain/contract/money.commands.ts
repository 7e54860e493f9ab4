import { ToContract } from './contract.commands.js';
import type { InvoiceKind } from './invoices.js';
import type { Allocation, Instrument, Payer } from './money.js';
import type { Gate, Trigger } from './payment-schedule.js';

export class RecordReceipt extends ToContract<{
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly payer?: Payer;
  readonly bankRef: string;
  readonly instrument: Instrument;
  readonly maturesOn?: string;
  readonly allocations?: readonly Allocation[];
  /** Says that this much is kept without a milestone, beyond the contract's total too. */
  readonly unallocatedFen?: number;
}> {
  readonly type = 'RecordReceipt';
}

export class AllocateReceipt extends ToContract<{
  readonly receiptId: string;
  readonly allocations: readonly Allocation[];
}> {
  readonly type = 'AllocateReceipt';
}

export class ReverseReceipt extends ToContract<{ readonly receiptId: string; readonly reason: string }> {
  readonly type = 'ReverseReceipt';
}

/** By timer, on the day of a bill's maturity. */
export class MatureReceipt extends ToContract<{ readonly receiptId: string }> {
  readonly type = 'MatureReceipt';
}

export class RecordRefund extends ToContract<{
  readonly amountFen: number;
  readonly on: string;
  readonly bankRef: string;
  /** Milestones that the money is taken from; without it unallocated money goes first, then the newest allocations. */
  readonly allocations?: readonly Allocation[];
}> {
  readonly type = 'RecordRefund';
}

export class RecordSupplierPayment extends ToContract<{
  readonly supplierPartyId: string;
  readonly amountFen: number;
  readonly paidOn: string;
  readonly bankRef: string;
  readonly lineIds?: readonly string[];
}> {
  readonly type = 'RecordSupplierPayment';
}

export class RecordInvoice extends ToContract<{
  readonly invoiceNo: string;
  readonly kind: InvoiceKind;
  readonly amountFen: number;
  readonly taxFen: number;
  readonly milestoneIds?: readonly string[];
  readonly issuedOn?: string;
}> {
  readonly type = 'RecordInvoice';
}

export class RedInvoice extends ToContract<{
  readonly invoiceId: string;
  readonly redInvoiceNo: string;
  /** All that is left of the invoice unless said. */
  readonly amountFen?: number;
  readonly taxFen?: number;
  readonly reason: string;
}> {
  readonly type = 'RedInvoice';
}

export class MarkMilestoneDue extends ToContract<{
  readonly trigger: Trigger;
  readonly ref: string;
  readonly on: string;
  readonly milestoneIds?: readonly string[];
}> {
  readonly type = 'MarkMilestoneDue';
}

/** By timer, when the known day of a trigger has come. */
export class TriggerMilestone extends ToContract<{ readonly milestoneId: string }> {
  readonly type = 'TriggerMilestone';
}

/** By timer on the day after `dueOn`, or by hand. */
export class MarkMilestoneOverdue extends ToContract<{ readonly asOf?: string }> {
  readonly type = 'MarkMilestoneOverdue';
}

export class WaiveMilestone extends ToContract<{ readonly milestoneId: string; readonly reason: string }> {
  readonly type = 'WaiveMilestone';
}

export class GrantCreditRelease extends ToContract<{
  readonly gate: Gate;
  readonly until: string;
  readonly reason: string;
}> {
  readonly type = 'GrantCreditRelease';
}

/** By timer, on the day after the last one of a credit release. */
export class CloseExpiredRelease extends ToContract<{ readonly gate: Gate }> {
  readonly type = 'CloseExpiredRelease';
}

export type MoneyCommand =
  | RecordReceipt
  | AllocateReceipt
  | ReverseReceipt
  | MatureReceipt
  | RecordRefund
  | RecordSupplierPayment
  | RecordInvoice
  | RedInvoice
  | MarkMilestoneDue
  | TriggerMilestone
  | MarkMilestoneOverdue
  | WaiveMilestone
  | GrantCreditRelease
  | CloseExpiredRelease;
