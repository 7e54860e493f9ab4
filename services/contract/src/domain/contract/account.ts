import { sumFen } from '@engsales/values';
import type { PaymentAxis } from './contract-state.js';
import { outstandingFen, type MilestoneStatus, type PaymentMilestone } from './payment-schedule.js';
import type { Allocation, Receipt, Refund } from './money.js';

/** Where a milestone stands after a booking; absolute. */
export interface MilestoneStanding {
  readonly milestoneId: string;
  readonly status: MilestoneStatus;
  readonly paidFen: number;
  readonly unclearedFen: number;
  /** Last day to pay, once its trigger has come about. */
  readonly dueOn?: string;
}

/** What a booking leaves behind: the totals of the contract in fen, and whatever moved; absolute, never deltas. */
export interface Booking {
  readonly milestones: readonly MilestoneStanding[];
  readonly allocationsOf: readonly { readonly receiptId: string; readonly allocations: readonly Allocation[] }[];
  /** Receipts less reversals less refunds. */
  readonly contractReceivedFen: number;
  readonly refundedFen: number;
  /** Still to come on all milestones. */
  readonly contractOutstandingFen: number;
  /** Received, but allocated to no milestone. */
  readonly unallocatedFen: number;
  readonly payment: PaymentAxis;
}

export interface Account {
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Refund[];
  readonly milestones: readonly PaymentMilestone[];
}

export const standing = (receipts: readonly Receipt[]) => receipts.filter((receipt) => receipt.status === 'RECORDED');

/** Receipts that stand less refunds, fen; below zero only while a refusal is being worked out. */
export function netReceivedFen({ receipts, refunds }: Pick<Account, 'receipts' | 'refunds'>): number {
  return sumFen(standing(receipts).map((r) => r.amountFen)) - sumFen(refunds.map((r) => r.amountFen));
}

export const allocatedFen = (receipts: readonly Receipt[]): number =>
  sumFen(standing(receipts).flatMap((receipt) => receipt.allocations.map((a) => a.amountFen)));

export const unallocatedFen = (account: Account): number => netReceivedFen(account) - allocatedFen(account.receipts);

/** Milestones follow from the receipts that stand and what these are allocated to. */
export function withPayments(milestones: readonly PaymentMilestone[], receipts: readonly Receipt[]) {
  return milestones.map((milestone) => {
    const parts = standing(receipts).flatMap((receipt) =>
      receipt.allocations
        .filter((a) => a.milestoneId === milestone.id)
        .map((a) => ({ ...a, cleared: receipt.cleared })),
    );
    const paidFen = sumFen(parts.map((part) => part.amountFen));
    const unclearedFen = sumFen(parts.filter((part) => !part.cleared).map((part) => part.amountFen));
    if (paidFen === milestone.paidFen && unclearedFen === (milestone.unclearedFen ?? 0)) return milestone;
    return { ...milestone, paidFen, unclearedFen, status: statusAfter(milestone, paidFen) };
  });
}

/** Money moves a milestone between DUE, PART_PAID, PAID and back; what was overdue is so again when the money leaves. */
function statusAfter(milestone: PaymentMilestone, paidFen: number): MilestoneStatus {
  const { waivedFen = 0, amountFen, dueOn, overdueSince } = milestone;
  if (paidFen + waivedFen === amountFen) return waivedFen > 0 ? 'WAIVED' : 'PAID';
  if (overdueSince !== undefined && paidFen <= milestone.paidFen) return 'OVERDUE';
  if (paidFen > 0) return 'PART_PAID';
  return dueOn === undefined ? 'PLANNED' : 'DUE';
}

/** What has moved between two accounts of the same contract, and what both add up to now. */
export function bookingOf(before: Account, after: Account): Booking {
  const moved = after.milestones.filter((milestone, index) => milestone !== before.milestones[index]);
  const known = new Map(before.receipts.map((receipt) => [receipt.receiptId, receipt.allocations]));
  const reallocated = standing(after.receipts).filter(
    ({ receiptId, allocations }) => known.get(receiptId) !== allocations,
  );
  return {
    milestones: moved.map(({ id, status, paidFen, unclearedFen = 0, dueOn }) => {
      return { milestoneId: id, status, paidFen, unclearedFen, ...(dueOn ? { dueOn } : {}) };
    }),
    allocationsOf: reallocated.map(({ receiptId, allocations }) => ({ receiptId, allocations })),
    contractReceivedFen: netReceivedFen(after),
    refundedFen: sumFen(after.refunds.map((refund) => refund.amountFen)),
    contractOutstandingFen: sumFen(after.milestones.map(outstandingFen)),
    unallocatedFen: unallocatedFen(after),
    payment: paymentAxis(after.milestones),
  };
}

/** The axis NOT_DUE | DUE | PART | PAID | OVERDUE over all milestones. */
export function paymentAxis(milestones: readonly PaymentMilestone[]): PaymentAxis {
  const has = (status: MilestoneStatus) => milestones.some((milestone) => milestone.status === status);
  if (has('OVERDUE')) return 'OVERDUE';
  if (milestones.every((milestone) => outstandingFen(milestone) === 0)) return 'PAID';
  if (milestones.some((milestone) => milestone.paidFen > 0)) return 'PART';
  return has('DUE') ? 'DUE' : 'NOT_DUE';
}

/** Takes money away from milestones: the newest allocation first, of one milestone or of all. */
export function released(receipts: readonly Receipt[], fen: number, milestoneId?: string): readonly Receipt[] {
  let left = fen;
  const take = (allocation: Allocation): Allocation => {
    if (milestoneId !== undefined && allocation.milestoneId !== milestoneId) return allocation;
    const taken = Math.min(left, allocation.amountFen);
    left -= taken;
    return { ...allocation, amountFen: allocation.amountFen - taken };
  };
  const newestFirst = [...receipts].reverse().map((receipt) => {
    if (left === 0 || receipt.status !== 'RECORDED' || receipt.allocations.length === 0) return receipt;
    const allocations = [...receipt.allocations].reverse().map(take).reverse();
    return { ...receipt, allocations: allocations.filter((a) => a.amountFen > 0) };
  });
  return newestFirst.reverse();
}
