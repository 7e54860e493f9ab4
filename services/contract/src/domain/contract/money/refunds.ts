import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { isSameNumber, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { milestoneNamed } from '../milestones/milestone-triggers.js';
import {
  accountAfter,
  accountOf,
  allocatedFen,
  bookingRecord,
  isCovered,
  netReceivedFen,
  takeBack,
  type Account,
} from './account.js';
import { bookingEvents, withBooking } from './booking.js';
import { RecordRefund, ReverseRefund, type RefundCommand } from './money.commands.js';
import type { RefundEvent } from './money.events.js';
import { standingReceipts, standingRefunds, type Refund } from './money.state.js';

/** Money that goes back to the customer (退款). */
export const refundRules = {
  RecordRefund: { command: RecordRefund, in: SIGNED_STATES, decide: recordRefund },
  ReverseRefund: { command: ReverseRefund, in: SIGNED_STATES, decide: reverseRefund },
} satisfies RulesOf<RefundCommand, SignedContract, ContractEvent>;

export const refundFold = {
  RefundRecorded(contract, data) {
    const { refundId, amountFen, refundedOn, bankRef } = data;
    const refunds = [...contract.refunds, { refundId, status: 'RECORDED' as const, amountFen, refundedOn, bankRef }];
    return withBooking({ ...contract, refunds }, data);
  },
  RefundReversed(contract, data) {
    const refunds = contract.refunds.map((refund) =>
      refund.refundId === data.refundId ? { ...refund, status: 'REVERSED' as const } : refund,
    );
    return withBooking({ ...contract, refunds }, data);
  },
} satisfies FoldOf<RefundEvent, SignedContract>;

/** From the named milestones, then from unallocated money, then from the newest allocations. @throws Rejected DUPLICATE_REFUND, DATE_IN_FUTURE, DATE_BEFORE_RECEIPT, REFUND_EXCEEDS_RECEIPTS */
function recordRefund({ data, issued }: RecordRefund, contract: SignedContract): ContractEvent[] {
  const before = accountOf(contract, issued.today);
  if (standingRefunds(before.refunds).some((refund) => isSameNumber(refund.bankRef, data.bankRef))) {
    throw new Rejected('DUPLICATE_REFUND', 'this refund is booked already', { bankRef: data.bankRef });
  }
  refuseFuture('on', data.on, issued.today);
  refuseBeforeReceipts(before, data);
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
  const refund: Refund = {
    refundId: issued.commandId,
    status: 'RECORDED',
    amountFen,
    refundedOn: data.on,
    bankRef: data.bankRef,
  };
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

/** The money is with us after all; it is unallocated until somebody allocates it. @throws Rejected NOT_FOUND, INVALID_TRANSITION */
function reverseRefund({ data, issued }: ReverseRefund, contract: SignedContract): ContractEvent[] {
  const { refundId, reason } = data;
  const refund = contract.refunds.find((other) => other.refundId === refundId);
  if (!refund) throw new Rejected('NOT_FOUND', `the contract has no refund ${refundId}`, { refundId });
  if (refund.status === 'REVERSED') {
    throw new Rejected('INVALID_TRANSITION', 'the refund is reversed', { refundId, status: refund.status });
  }
  const before = accountOf(contract, issued.today);
  const refunds = before.refunds.map((other) =>
    other === refund ? { ...refund, status: 'REVERSED' as const } : other,
  );
  const after = accountAfter(before, { refunds });
  const head: ContractEvent = {
    type: 'RefundReversed',
    data: {
      contractId: contract.contractId,
      refundId,
      amountFen: refund.amountFen,
      refundedOn: refund.refundedOn,
      bankRef: refund.bankRef,
      reason,
      reversedOn: issued.today,
      ...bookingRecord(before, after),
    },
  };
  return bookingEvents(contract, head, after, issued.today);
}

/** Money goes back only after it has come: on each day the receipts until then cover the refunds until then. */
function refuseBeforeReceipts({ receipts, refunds }: Account, { on, amountFen }: RecordRefund['data']): void {
  const withRefundOn = (refundedOn: string) => [...standingRefunds(refunds), { refundedOn, amountFen }];
  if (isCovered(receipts, withRefundOn(on))) return;
  const days = standingReceipts(receipts).map(({ receivedOn }) => receivedOn);
  const earliest = days.sort().find((day) => isCovered(receipts, withRefundOn(day)));
  if (earliest !== undefined) refuseBefore('RECEIPT', 'on', on, earliest);
}
