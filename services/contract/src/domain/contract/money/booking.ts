import { Rejected, refuseBefore } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { paymentAxis } from '../milestones/milestones.state.js';
import { gateChanges } from '../milestones/payment-gates.js';
import type { Account } from './account.js';
import type { BookingRecord } from './money.events.js';
import type { Receipt } from './money.state.js';

/** The event of a booking, then what it brought about: milestones paid, gates moved. */
export function bookingEvents(
  contract: SignedContract,
  head: ContractEvent,
  after: Account,
  today: string,
): ContractEvent[] {
  const { contractId, milestones: before } = contract;
  const payment = paymentAxis(after.milestones);
  const paid = after.milestones.filter((m, index) => m.status === 'PAID' && before[index]?.status !== 'PAID');
  return [
    head,
    ...paid.map(({ id, kind, amountFen, paidFen, dueOn, gate }): ContractEvent => ({
      type: 'PaymentMilestonePaid',
      data: { contractId, milestoneId: id, kind, amountFen, paidFen, gate, payment, status: 'PAID', dueOn },
    })),
    ...gateChanges(contract, after.milestones, today, head.type),
  ];
}

/** The contract after a booking: milestones and allocations as the record has them. */
export function withBooking(contract: SignedContract, booking: BookingRecord): SignedContract {
  const milestones = contract.milestones.map((milestone) => {
    const standing = booking.milestones.find(({ milestoneId }) => milestoneId === milestone.id);
    if (!standing) return milestone;
    const { status, paidFen, unclearedFen } = standing;
    return { ...milestone, status, paidFen, unclearedFen };
  });
  const receipts = contract.receipts.map((receipt) => {
    const moved = booking.allocationsOf.find(({ receiptId }) => receiptId === receipt.receiptId);
    return moved ? { ...receipt, allocations: moved.allocations } : receipt;
  });
  return { ...contract, milestones, receipts, payment: booking.payment };
}

/** A bill matures after it was received. @throws Rejected DATE_BEFORE_RECEIPT */
export function refuseMaturedBefore({ maturesOn, receivedOn }: Pick<Receipt, 'maturesOn' | 'receivedOn'>): void {
  if (maturesOn !== undefined) refuseBefore('RECEIPT', 'maturesOn', maturesOn, receivedOn);
}

/** A commercial acceptance bill counts at maturity, everything else at once. @throws Rejected VALIDATION_FAILED without maturity */
export function isCleared(
  { instrument, maturesOn }: Pick<Receipt, 'instrument' | 'maturesOn'>,
  today: string,
): boolean {
  if (instrument !== 'COMMERCIAL_ACCEPTANCE') return true;
  if (maturesOn !== undefined) return maturesOn <= today;
  const details = { pointer: '/maturesOn' };
  throw new Rejected('VALIDATION_FAILED', 'a commercial acceptance bill has no day of maturity', details);
}
