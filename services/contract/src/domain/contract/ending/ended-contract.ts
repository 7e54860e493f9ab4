import { isPositiveQuantity, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { Initiator } from '../contract.values.js';
import { orderLineIdsOf } from '../drafting/drafting.state.js';
import { outstandingFen, paymentAxis, withoutPlanned } from '../milestones/milestones.state.js';
import { standingReceipts } from '../money/money.state.js';
import type { EndRecord } from './ending.events.js';

interface Why {
  readonly initiator: Initiator;
  readonly reason: string;
  readonly docRef: string;
  readonly by: string;
  readonly on: string;
}

/** What every end of a contract before its time says: money, milestones that nobody pays any more, goods that left. */
export function endRecord(contract: SignedContract, why: Why): EndRecord {
  const { receipts, refunds, milestones } = contract;
  const left = withoutPlanned(milestones);
  return {
    ...nextVersion(contract),
    initiator: why.initiator,
    reason: why.reason,
    docRef: why.docRef,
    receivedFen: sumFen(standingReceipts(receipts).map((receipt) => receipt.amountFen)),
    refundedFen: sumFen(refunds.map((refund) => refund.amountFen)),
    cancelledMilestoneIds: milestones.filter((m) => m.status === 'PLANNED').map((m) => m.id),
    contractOutstandingFen: sumFen(left.map(outstandingFen)),
    payment: paymentAxis(left),
    shippedLines: shippedLines(contract),
    by: why.by,
    on: why.on,
  };
}

/** A shipment that crossed the void: what left makes it a termination. */
export function contradictVoid(
  contract: SignedContract,
  moved: { readonly lineId: string; readonly shippedQty: string; readonly ref: string; readonly on: string },
  by: string,
): ContractEvent[] {
  if (contract.state !== 'VOIDED' || !isPositiveQuantity(moved.shippedQty)) return [];
  const { contractId } = contract;
  const { lineId, shippedQty, ref, on } = moved;
  const why: Why = { initiator: 'MUTUAL', reason: `VoidContradicted: ${ref}`, docRef: ref, by, on };
  return [
    { type: 'VoidContradicted', data: { contractId, state: 'TERMINATED', lineId, shippedQty, ref, on } },
    {
      type: 'ContractTerminated',
      data: { ...endRecord(contract, why), shippedLines: [{ lineId, qty: shippedQty }], state: 'TERMINATED' },
    },
  ];
}

/** Suspension, resumption and end each make a new version of the contract. */
export function nextVersion({ contractId, contractVersion, document }: SignedContract) {
  return { contractId, contractVersion: contractVersion + 1, orderLineIds: orderLineIdsOf(document) };
}

export function shippedLines({ progress }: SignedContract) {
  const lines = progress.map(({ lineId, shippedQty }) => ({ lineId, qty: shippedQty }));
  return lines.filter(({ qty }) => isPositiveQuantity(qty));
}
