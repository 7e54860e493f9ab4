import type { PaymentGateData } from '@engsales/events';
import type { PaymentGateClosed } from '../domain/contract/milestones/milestones.events.js';
import type { BookingRecord } from '../domain/contract/money/money.events.js';

/** Totals of the contract after a booking, and the milestones that moved by it. */
export function publicBooking(booking: BookingRecord) {
  return {
    milestones: booking.milestones.map(({ milestoneId, status, paidFen, unclearedFen, dueOn }) => {
      return { milestoneId, status, paidFen, unclearedFen, dueOn };
    }),
    contractReceivedFen: booking.contractReceivedFen,
    refundedFen: booking.refundedFen,
    contractOutstandingFen: booking.contractOutstandingFen,
    unallocatedFen: booking.unallocatedFen,
    payment: booking.payment,
  };
}

export function gateData(data: PaymentGateClosed['data']): PaymentGateData {
  const { contractId, contractVersion, orderLineIds, gate, gates, milestoneIds, reason } = data;
  return { contractId, contractVersion, orderLineIds, gate, gates, milestoneIds, reason };
}
