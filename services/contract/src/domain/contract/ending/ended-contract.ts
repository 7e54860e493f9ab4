import { isPositiveQuantity, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { Initiator } from '../contract.values.js';
import { netShippedQty } from '../execution/execution.state.js';
import {
  isOpenAndNotDue,
  openMilestoneIds,
  outstandingFen,
  paymentAxis,
  withoutMilestones,
  type PaymentMilestone,
} from '../milestones/milestones.state.js';
import { refundedFen } from '../money/account.js';
import { standingReceipts } from '../money/money.state.js';
import type { EndRecord } from './ending.events.js';

interface Why {
  readonly initiator: Initiator;
  readonly reason: string;
  readonly docRef: string;
  readonly by: string;
  readonly on: string;
}

/** A contract that is void owes nothing; of one that ends otherwise, what is due stays owed until it is settled. */
export const cancelledByEnd = (milestones: readonly PaymentMilestone[], state: EndState): readonly string[] =>
  state === 'VOIDED' ? openMilestoneIds(milestones) : milestones.filter(isOpenAndNotDue).map((m) => m.id);

type EndState = 'VOIDED' | 'TERMINATED';

/** What every end of a contract before its time says: money, milestones that nobody pays any more, goods that left. */
export function endRecord(contract: SignedContract, state: EndState, why: Why): EndRecord {
  const { receipts, refunds, milestones } = contract;
  const cancelledMilestoneIds = cancelledByEnd(milestones, state);
  const left = withoutMilestones(milestones, cancelledMilestoneIds);
  return {
    ...nextVersion(contract),
    source: contract.document.source,
    initiator: why.initiator,
    reason: why.reason,
    docRef: why.docRef,
    receivedFen: sumFen(standingReceipts(receipts).map((receipt) => receipt.amountFen)),
    refundedFen: refundedFen(refunds),
    cancelledMilestoneIds,
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
      data: {
        ...endRecord(contract, 'TERMINATED', why),
        shippedLines: [{ lineId, qty: shippedQty }],
        state: 'TERMINATED',
      },
    },
  ];
}

/** Suspension, resumption and end each make a new version of the contract. */
export function nextVersion({ contractId, contractVersion, orderLineIds }: SignedContract) {
  return { contractId, contractVersion: contractVersion + 1, orderLineIds };
}

export function shippedLines({ progress }: SignedContract) {
  const lines = progress.map((line) => ({ lineId: line.lineId, qty: netShippedQty(line) }));
  return lines.filter(({ qty }) => isPositiveQuantity(qty));
}
