import type { ExistingContract } from './contract-state.js';
import type { PaymentGateClosed, PaymentGateOpened } from './money.events.js';
import { orderLineIdsOf } from './contract-document.js';
import { outstandingFen, type Gate, type Gates, type PaymentMilestone } from './payment-schedule.js';

export const GATES: readonly Gate[] = ['RELEASE_PRODUCTION', 'DISPATCH'];

/** A leader's word that a gate may be passed before the money is there (domain.md 2.3, GrantCreditRelease). */
export interface CreditRelease {
  /** Last day, inclusive, Shanghai. */
  readonly until: string;
  readonly approvedBy: string;
  readonly reason: string;
}

export type CreditReleases = Partial<Readonly<Record<Gate, CreditRelease>>>;

/**
 * Where a gate is decided, and nowhere else: open if and only if every milestone with that gate is paid or waived, and no
 * commercial acceptance bill among the money is still to mature; without such a milestone it is open. A closed one is
 * overridden until the last day of its credit release.
 */
export function gatesOf(milestones: readonly PaymentMilestone[], releases: CreditReleases = {}, today = ''): Gates {
  const stateOf = (gate: Gate): Gates[Gate] => {
    const closing = milestones.filter((m) => m.gate === gate && (outstandingFen(m) > 0 || (m.unclearedFen ?? 0) > 0));
    if (closing.length === 0) return { state: 'OPEN' };
    const until = releases[gate]?.until;
    return until !== undefined && until >= today ? { state: 'OVERRIDDEN', until } : { state: 'CLOSED' };
  };
  return { RELEASE_PRODUCTION: stateOf('RELEASE_PRODUCTION'), DISPATCH: stateOf('DISPATCH') };
}

/** What is told when milestones have moved: each gate that is no longer what it was. */
export function gateChanges(
  contract: ExistingContract,
  milestones: readonly PaymentMilestone[],
  today: string,
  reason: string,
): (PaymentGateOpened | PaymentGateClosed)[] {
  const before = contract.gates ?? gatesOf(contract.milestones ?? []);
  const gates = gatesOf(milestones, contract.creditReleases, today);
  return GATES.flatMap((gate): (PaymentGateOpened | PaymentGateClosed)[] => {
    if (gates[gate].state === before[gate].state) return [];
    const data = { ...gateData(contract, gate, gates, milestones), reason };
    return gates[gate].state === 'OPEN' ? [{ type: 'PaymentGateOpened', data }] : [{ type: 'PaymentGateClosed', data }];
  });
}

/** What every event of a gate says; all gates, as they are after it. */
export function gateData(
  contract: ExistingContract,
  gate: Gate,
  gates: Gates,
  milestones: readonly PaymentMilestone[],
) {
  return {
    contractId: contract.contractId,
    contractVersion: contract.contractVersion ?? 1,
    orderLineIds: orderLineIdsOf(contract.document),
    gate,
    gates,
    milestoneIds: milestones.filter((m) => m.gate === gate).map((m) => m.id),
  };
}
