import type { PaymentGateData } from '@engsales/events';
import type { PaymentGateClosed } from '../domain/contract/milestones/milestones.events.js';
import type { Gates } from '../domain/contract/contract.values.js';
import type { AllocationRecord, BookingRecord } from '../domain/contract/money/money.events.js';

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
  return { contractId, contractVersion, orderLineIds, gate, gates: publicGates(gates), milestoneIds, reason };
}

export const publicGates = ({ RELEASE_PRODUCTION: release, DISPATCH: dispatch }: Gates) => ({
  RELEASE_PRODUCTION: { state: release.state, until: release.until },
  DISPATCH: { state: dispatch.state, until: dispatch.until },
});

export const publicAllocations = (allocations: readonly AllocationRecord[]) =>
  allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen }));
