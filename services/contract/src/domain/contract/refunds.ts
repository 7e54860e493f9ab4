import { Rejected } from '@engsales/event-sourcing/decider';
import { sumFen } from '@engsales/values';
import { allocatedFen, bookingOf, netReceivedFen, released } from './account.js';
import { accountOf, booked, milestoneNamed, refuseFuture, sameReference, settled } from './booking.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { RecordRefund } from './money.commands.js';

/** From the named milestones, then from unallocated money, then from the newest allocations. @throws Rejected DUPLICATE_REFUND, DATE_IN_FUTURE, REFUND_EXCEEDS_RECEIPTS */
export function recordRefund({ data, issued }: RecordRefund, contract: ExistingContract): ContractEvent[] {
  const before = accountOf(contract);
  if (before.refunds.some((refund) => sameReference(refund.bankRef, data.bankRef))) {
    throw new Rejected('DUPLICATE_REFUND', 'this refund is booked already', { bankRef: data.bankRef });
  }
  refuseFuture('on', data.on, issued.today);
  const refund = { refundId: issued.commandId, amountFen: data.amountFen, refundedOn: data.on, bankRef: data.bankRef };
  const receivedFen = netReceivedFen(before);
  const namedFen = sumFen((data.allocations ?? []).map((a) => a.amountFen));
  if (data.amountFen > receivedFen || namedFen > data.amountFen) {
    const details = { receivedFen, refundFen: data.amountFen, ...(namedFen > 0 ? { namedFen } : {}) };
    throw new Rejected('REFUND_EXCEEDS_RECEIPTS', 'more than the customer has paid', details);
  }
  const receipts = (data.allocations ?? []).reduce((left, { milestoneId, amountFen }) => {
    const paidFen = milestoneNamed(contract, milestoneId).paidFen;
    if (allocatedFen(left) - allocatedFen(released(left, amountFen, milestoneId)) < amountFen) {
      throw new Rejected('REFUND_EXCEEDS_RECEIPTS', `${milestoneId} has not so much`, { milestoneId, paidFen });
    }
    return released(left, amountFen, milestoneId);
  }, before.receipts);
  const after = settled(before, { receipts, refunds: [...before.refunds, refund] });
  const head = { contractId: contract.contractId, ...refund, ...bookingOf(before, after) };
  return booked(contract, { type: 'RefundRecorded', data: head }, after, issued.today);
}
