import { sumFen } from '@engsales/values';
import type { SignedContract } from '../contract.state.js';
import type { MilestoneStatus } from '../contract.values.js';
import { outstandingFen, paymentAxis, withoutUndue, type PaymentMilestone } from '../milestones/milestones.state.js';
import { SETTLEMENT_ID } from '../milestones/payment-schedule.js';
import { withSettlement } from '../milestones/settlement-milestone.js';
import type { BookingRecord } from './money.events.js';
import { standingReceipts, standingRefunds, type Allocation, type Receipt, type Refund } from './money.state.js';

/** The money of a contract, as far as milestones depend on it. */
export interface Account {
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Refund[];
  readonly milestones: readonly PaymentMilestone[];
  /** The sum that was agreed when the contract was settled, and the day on which money moves. */
  readonly settled?: { readonly finalFen: number; readonly today: string };
  /** Ended before its time and not settled yet. */
  readonly terminated?: boolean;
}

export const accountOf = (contract: SignedContract, today = ''): Account => {
  const { receipts, refunds, milestones, settlement, state } = contract;
  const settled = settlement && { finalFen: settlement.finalFen, today };
  return { receipts, refunds, milestones, settled, terminated: state === 'TERMINATED' };
};

/** Receipts that stand less refunds, fen; below zero only while a refusal is being worked out. */
export function netReceivedFen({ receipts, refunds }: Pick<Account, 'receipts' | 'refunds'>): number {
  return sumFen(standingReceipts(receipts).map((r) => r.amountFen)) - refundedFen(refunds);
}

export const refundedFen = (refunds: readonly Refund[]): number =>
  sumFen(standingRefunds(refunds).map((refund) => refund.amountFen));

/** On every day no more has gone back than had come until then (C-96). */
export function isCovered(
  receipts: readonly Receipt[],
  refunds: readonly Pick<Refund, 'refundedOn' | 'amountFen'>[],
): boolean {
  const standing = standingReceipts(receipts);
  return refunds.every(({ refundedOn: day }) => {
    const came = standing.filter(({ receivedOn }) => receivedOn <= day).map((receipt) => receipt.amountFen);
    const went = refunds.filter(({ refundedOn }) => refundedOn <= day).map((refund) => refund.amountFen);
    return sumFen(went) <= sumFen(came);
  });
}

/** What the contract is worth in all: its total, what was settled in its place, nothing once it is void. */
export function worthFen({ state, settlement, document }: SignedContract): number {
  if (state === 'VOIDED') return 0;
  return settlement?.finalFen ?? document.totalFen;
}

/** What we must give back of a contract that was voided or settled, fen; what was waived of the settlement is not ours. */
export function refundDueFen(contract: SignedContract): number {
  if (contract.state !== 'VOIDED' && contract.state !== 'SETTLED') return 0;
  return Math.max(0, netReceivedFen(contract) + settlementWaivedFen(contract.milestones) - worthFen(contract));
}

/** Given up of what was still to pay after the settlement, fen. */
export const settlementWaivedFen = (milestones: readonly PaymentMilestone[]): number =>
  milestones.find(({ id }) => id === SETTLEMENT_ID)?.waivedFen ?? 0;

export const allocatedFen = (receipts: readonly Receipt[]): number =>
  sumFen(standingReceipts(receipts).flatMap((receipt) => receipt.allocations.map((a) => a.amountFen)));

export const unallocatedFen = (account: Account): number => netReceivedFen(account) - allocatedFen(account.receipts);

/** The account after a change, with milestones worked out anew; allocations that the money no longer covers are taken back. */
export function accountAfter(before: Account, changes: Partial<Account>): Account {
  const next = { ...before, ...changes };
  const shortFen = -unallocatedFen(next);
  const receipts = shortFen > 0 ? takeBack(next.receipts, shortFen) : next.receipts;
  const paid = withPayments(before.milestones, receipts);
  return { ...next, receipts, milestones: withEnd(paid, next) };
}

/** Where the contract has ended, its end says what can still be owed. */
function withEnd(milestones: readonly PaymentMilestone[], account: Account): readonly PaymentMilestone[] {
  if (account.settled) return withSettlement(milestones, netReceivedFen(account), account.settled);
  return account.terminated ? withoutUndue(milestones) : milestones;
}

/** Milestones follow from the receipts that stand and what these are allocated to. */
function withPayments(milestones: readonly PaymentMilestone[], receipts: readonly Receipt[]): PaymentMilestone[] {
  return milestones.map((milestone) => {
    const parts = standingReceipts(receipts).flatMap(({ allocations, cleared }) =>
      allocations.filter((a) => a.milestoneId === milestone.id).map(({ amountFen }) => ({ amountFen, cleared })),
    );
    const paidFen = sumFen(parts.map((part) => part.amountFen));
    const unclearedFen = sumFen(parts.filter((part) => !part.cleared).map((part) => part.amountFen));
    if (paidFen === milestone.paidFen && unclearedFen === milestone.unclearedFen) return milestone;
    return { ...milestone, paidFen, unclearedFen, status: statusAfter(milestone, paidFen) };
  });
}

/** Money moves a milestone between DUE, PART_PAID, PAID and back; what is late stays so until all of it is there. */
function statusAfter(milestone: PaymentMilestone, paidFen: number): MilestoneStatus {
  const { waivedFen, amountFen, dueOn, overdueSince, status } = milestone;
  if (status === 'CANCELLED') return status;
  if (paidFen + waivedFen === amountFen) return waivedFen > 0 ? 'WAIVED' : 'PAID';
  if (overdueSince !== undefined) return 'OVERDUE';
  if (paidFen > 0) return 'PART_PAID';
  return dueOn === undefined ? 'PLANNED' : 'DUE';
}

/** What has moved between two accounts of the same contract, and what both add up to now. */
export function bookingRecord(before: Account, after: Account): BookingRecord {
  const moved = after.milestones.filter((milestone, index) => milestone !== before.milestones[index]);
  const known = new Map(before.receipts.map((receipt) => [receipt.receiptId, receipt.allocations]));
  const reallocated = standingReceipts(after.receipts).filter(
    ({ receiptId, allocations }) => known.get(receiptId) !== allocations,
  );
  return {
    milestones: moved.map(({ id, status, paidFen, unclearedFen, dueOn }) => {
      return { milestoneId: id, status, paidFen, unclearedFen, dueOn };
    }),
    allocationsOf: reallocated.map(({ receiptId, allocations }) => ({ receiptId, allocations })),
    contractReceivedFen: netReceivedFen(after),
    refundedFen: refundedFen(after.refunds),
    contractOutstandingFen: sumFen(after.milestones.map(outstandingFen)),
    unallocatedFen: unallocatedFen(after),
    payment: paymentAxis(after.milestones),
  };
}

/** Takes money away from milestones: the newest allocation first, of one milestone or of all. */
export function takeBack(receipts: readonly Receipt[], fen: number, milestoneId?: string): readonly Receipt[] {
  let left = fen;
  const take = (allocation: Allocation): Allocation => {
    if (milestoneId !== undefined && allocation.milestoneId !== milestoneId) return allocation;
    const taken = Math.min(left, allocation.amountFen);
    left -= taken;
    return { milestoneId: allocation.milestoneId, amountFen: allocation.amountFen - taken };
  };
  const newestFirst = [...receipts].reverse().map((receipt) => {
    if (left === 0 || receipt.status !== 'RECORDED' || receipt.allocations.length === 0) return receipt;
    const allocations = [...receipt.allocations].reverse().map(take).reverse();
    return { ...receipt, allocations: allocations.filter((a) => a.amountFen > 0) };
  });
  return newestFirst.reverse();
}
