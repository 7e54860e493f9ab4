import { Rejected } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { CloseExpiredRelease, GrantCreditRelease } from './milestones.commands.js';
import { gateChanges, gateRecord, gatesOf } from './payment-gates.js';

const EXPIRED = 'CreditReleaseExpired';

/** A leader lets a gate be passed before the money is there, until a day, inclusive. @throws Rejected GATE_ALREADY_OPEN, CREDIT_RELEASE_DATE_INVALID */
export function grantCreditRelease({ data, issued }: GrantCreditRelease, contract: SignedContract): ContractEvent[] {
  const { gate, until, reason } = data;
  const { milestones, creditReleases } = contract;
  if (until < issued.today) {
    const details = { until, today: issued.today };
    throw new Rejected('CREDIT_RELEASE_DATE_INVALID', 'the release would be over already', details);
  }
  if (gatesOf(milestones)[gate].state === 'OPEN') {
    throw new Rejected('GATE_ALREADY_OPEN', `${gate} is open without a release`, { gate });
  }
  const release = { until, approvedBy: issued.by.id, reason };
  const gates = gatesOf(milestones, { ...creditReleases, [gate]: release }, issued.today);
  const others = gateChanges(contract, milestones, issued.today, EXPIRED).filter((event) => event.data.gate !== gate);
  const head = gateRecord(contract, gate, gates, milestones);
  return [
    ...others,
    { type: 'PaymentGateOverridden', data: { ...head, until, approvedBy: release.approvedBy, reason } },
  ];
}

/** The day after the last one of a release, of both gates at once. Nothing, when it has opened or a longer one was granted. */
export function closeExpiredRelease({ issued }: CloseExpiredRelease, contract: SignedContract): ContractEvent[] {
  return gateChanges(contract, contract.milestones, issued.today, EXPIRED);
}
