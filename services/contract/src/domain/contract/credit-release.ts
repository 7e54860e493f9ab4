import { Rejected } from '@engsales/event-sourcing/decider';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { CloseExpiredRelease, GrantCreditRelease } from './money.commands.js';
import { gateChanges, gateData, gatesOf } from './payment-gates.js';

/** A leader lets a gate be passed before the money is there, until a day, inclusive. @throws Rejected GATE_ALREADY_OPEN, CREDIT_RELEASE_DATE_INVALID */
export function grantCreditRelease({ data, issued }: GrantCreditRelease, contract: ExistingContract): ContractEvent[] {
  const { gate, until, reason } = data;
  const { milestones = [], creditReleases } = contract;
  if (until < issued.today) {
    throw new Rejected('CREDIT_RELEASE_DATE_INVALID', 'the release would be over already', {
      until,
      today: issued.today,
    });
  }
  if (gatesOf(milestones)[gate].state === 'OPEN') {
    throw new Rejected('GATE_ALREADY_OPEN', `${gate} is open without a release`, { gate });
  }
  const release = { until, approvedBy: issued.by.id, reason };
  const gates = gatesOf(milestones, { ...creditReleases, [gate]: release }, issued.today);
  const others = gateChanges(contract, milestones, issued.today, EXPIRED).filter((event) => event.data.gate !== gate);
  return [
    ...others,
    { type: 'PaymentGateOverridden', data: { ...gateData(contract, gate, gates, milestones), ...release } },
  ];
}

const EXPIRED = 'CreditReleaseExpired';

/** The day after the last one of a release, of both gates at once. Nothing, when it has opened or a longer one was granted. */
export function closeExpiredRelease({ issued }: CloseExpiredRelease, contract: ExistingContract): ContractEvent[] {
  return gateChanges(contract, contract.milestones ?? [], issued.today, EXPIRED);
}
