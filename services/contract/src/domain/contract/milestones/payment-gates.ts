import type { SignedContract } from '../contract.state.js';
import { GATES, type Gate, type Gates, type GateState } from '../contract.values.js';
import type { PaymentGateClosed, PaymentGateOpened } from './milestones.events.js';
import { outstandingFen, type CreditReleases, type PaymentMilestone } from './milestones.state.js';

/**
 * Where a gate is decided, and nowhere else: open if and only if every milestone with that gate is paid or waived, and no
 * commercial acceptance bill among the money is still to mature; without such a milestone it is open. A closed one is
 * overridden until the last day of its credit release.
 */
export function gatesOf(milestones: readonly PaymentMilestone[], releases: CreditReleases = {}, today = ''): Gates {
  const stateOf = (gate: Gate): GateState => {
    const closing = milestones.filter((m) => m.gate === gate && !paidOrWaived(m));
    if (closing.length === 0) return { state: 'OPEN' };
    const until = releases[gate]?.until;
    return until !== undefined && until >= today ? { state: 'OVERRIDDEN', until } : { state: 'CLOSED' };
  };
  return { RELEASE_PRODUCTION: stateOf('RELEASE_PRODUCTION'), DISPATCH: stateOf('DISPATCH') };
}

/** A milestone that was cancelled with its contract was neither paid nor waived. */
const paidOrWaived = (m: PaymentMilestone): boolean =>
  m.status !== 'CANCELLED' && outstandingFen(m) === 0 && m.unclearedFen === 0;

/** What is told when milestones have moved: each gate that is no longer what it was. */
export function gateChanges(
  contract: SignedContract,
  milestones: readonly PaymentMilestone[],
  today: string,
  reason: string,
): (PaymentGateOpened | PaymentGateClosed)[] {
  const gates = gatesOf(milestones, contract.creditReleases, today);
  return GATES.flatMap((gate): (PaymentGateOpened | PaymentGateClosed)[] => {
    if (gates[gate].state === contract.gates[gate].state) return [];
    const data = { ...gateRecord(contract, gate, gates, milestones), reason };
    return gates[gate].state === 'OPEN' ? [{ type: 'PaymentGateOpened', data }] : [{ type: 'PaymentGateClosed', data }];
  });
}

/** What every event of a gate says; all gates, as they are after it. */
export function gateRecord(
  contract: SignedContract,
  gate: Gate,
  gates: Gates,
  milestones: readonly PaymentMilestone[],
) {
  return {
    contractId: contract.contractId,
    contractVersion: contract.contractVersion,
    orderLineIds: contract.orderLineIds,
    gate,
    gates,
    milestoneIds: milestones.filter((m) => m.gate === gate).map((m) => m.id),
  };
}
