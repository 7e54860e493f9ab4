import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isSameNumber, sumFen } from '@engsales/values';
import { refuseFuture } from '../contract.dates.js';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { milestoneNamed } from '../milestones/milestone-triggers.js';
import { accountAfter, accountOf, allocatedFen, bookingRecord, netReceivedFen, takeBack } from './account.js';
import { bookingEvents, withBooking } from './booking.js';
import { RecordRefund } from './money.commands.js';
import type { RefundRecorded } from './money.events.js';
import type { Refund } from './money.state.js';

/** Money that goes back to the customer (退款). */
export const refundRules = {
  RecordRefund: { command: RecordRefund, in: SIGNED_STATES, decide: recordRefund },
} satisfies RulesOf<RecordRefund, SignedContract, ContractEvent>;

export const refundFold = {
  RefundRecorded(contract, data) {
    const { refundId, amountFen, refundedOn, bankRef } = data;
    const refunds = [...contract.refunds, { refundId, amountFen, refundedOn, bankRef }];
    return withBooking({ ...contract, refunds }, data);
  },
} satisfies FoldOf<RefundRecorded, SignedContract>;

/** From the named milestones, then from unallocated money, then from the newest allocations. @throws Rejected DUPLICATE_REFUND, DATE_IN_FUTURE, REFUND_EXCEEDS_RECEIPTS */
function recordRefund({ data, issued }: RecordRefund, contract: SignedContract): ContractEvent[] {
  const before = accountOf(contract);
  if (before.refunds.some((refund) => isSameNumber(refund.bankRef, data.bankRef))) {
    throw new Rejected('DUPLICATE_REFUND', 'this refund is booked already', { bankRef: data.bankRef });
  }
  refuseFuture('on', data.on, issued.today);
  const { amountFen, allocations: named = [] } = data;
  const receivedFen = netReceivedFen(before);
  const namedFen = sumFen(named.map((a) => a.amountFen));
  if (amountFen > receivedFen || namedFen > amountFen) {
    const details = { receivedFen, refundFen: amountFen, ...(namedFen > 0 ? { namedFen } : {}) };
    throw new Rejected('REFUND_EXCEEDS_RECEIPTS', `only ${receivedFen} fen were received`, details);
  }
  const receipts = named.reduce((left, { milestoneId, amountFen: fen }) => {
    const { paidFen } = milestoneNamed(contract, milestoneId);
    const rest = takeBack(left, fen, milestoneId);
    if (allocatedFen(left) - allocatedFen(rest) >= fen) return rest;
    throw new Rejected('REFUND_EXCEEDS_RECEIPTS', `milestone ${milestoneId} has less money than that`, {
      milestoneId,
      paidFen,
    });
  }, before.receipts);
  const refund: Refund = { refundId: issued.commandId, amountFen, refundedOn: data.on, bankRef: data.bankRef };
  const after = accountAfter(before, { receipts, refunds: [...before.refunds, refund] });
  const head: ContractEvent = {
    type: 'RefundRecorded',
    data: {
      contractId: contract.contractId,
      refundId: refund.refundId,
      amountFen,
      refundedOn: refund.refundedOn,
      bankRef: refund.bankRef,
      ...bookingRecord(before, after),
    },
  };
  return bookingEvents(contract, head, after, issued.today);
}
