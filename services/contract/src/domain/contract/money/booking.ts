import { Rejected, refuseBefore } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { Instrument, PaymentAxis } from '../contract.values.js';
import { recordOfMilestone } from '../milestones/milestone-records.js';
import { dueEvent } from '../milestones/milestone-triggers.js';
import { outstandingFen, paymentAxis } from '../milestones/milestones.state.js';
import { isTriggered, SETTLEMENT_ID } from '../milestones/payment-schedule.js';
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
    ...settlementEvents(contract, after, payment),
    ...gateChanges(contract, after.milestones, today, head.type),
  ];
}

/** What is still to pay of a settled contract, where the booking has changed it. */
function settlementEvents(
  { contractId, milestones }: SignedContract,
  after: Account,
  payment: PaymentAxis,
): ContractEvent[] {
  const still = after.milestones.find(({ id }) => id === SETTLEMENT_ID);
  const before = milestones.find(({ id }) => id === SETTLEMENT_ID);
  if (still === undefined || still.amountFen === before?.amountFen) return [];
  const contractOutstandingFen = sumFen(after.milestones.map(outstandingFen));
  const told = { contractId, settlementMilestone: recordOfMilestone(still), contractOutstandingFen, payment };
  return [
    { type: 'SettlementBalanceChanged', data: told },
    ...(isTriggered(still) && outstandingFen(still) > 0 ? [dueEvent(contractId, still, payment)] : []),
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

/** The rest that the caller states must be the rest that is left. @throws Rejected VALIDATION_FAILED */
export function refuseWrongRest(
  { amountFen, allocations }: Pick<Receipt, 'amountFen' | 'allocations'>,
  stated: number | undefined,
): void {
  const rest = amountFen - sumFen(allocations.map((allocation) => allocation.amountFen));
  if (stated === undefined || stated === rest) return;
  const details = { pointer: '/unallocatedFen', unallocatedFen: rest };
  throw new Rejected('VALIDATION_FAILED', `${rest} fen of the receipt are unallocated`, details);
}

/** Only a bill matures, and after it was received. @throws Rejected VALIDATION_FAILED, DATE_BEFORE_RECEIPT */
export function refuseWrongMaturity({ instrument, maturesOn, receivedOn }: Bill): void {
  if (maturesOn === undefined) return;
  if (!BILLS.includes(instrument)) {
    const details = { pointer: '/maturesOn', instrument };
    throw new Rejected('VALIDATION_FAILED', `${instrument} has no day of maturity`, details);
  }
  refuseBefore('RECEIPT', 'maturesOn', maturesOn, receivedOn);
}

type Bill = Pick<Receipt, 'instrument' | 'maturesOn' | 'receivedOn'>;
const BILLS: readonly Instrument[] = ['BANK_ACCEPTANCE', 'COMMERCIAL_ACCEPTANCE'];

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
