import { Rejected } from '@engsales/event-sourcing/domain';
import { dueDate } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import type { PaymentAxis, TriggeredBy } from '../contract.values.js';
import type { ContractDocument } from '../drafting/drafting.state.js';
import type { MilestoneTold } from './milestones.events.js';
import { outstandingFen, paymentAxis, withMilestones, type PaymentMilestone } from './milestones.state.js';
import { isTriggered, trigger, type TriggeredMilestone } from './payment-schedule.js';

/** What every event of a milestone says. */
export const milestoneTold = (
  contractId: string,
  milestone: PaymentMilestone,
  payment: PaymentAxis,
): MilestoneTold => ({
  contractId,
  milestoneId: milestone.id,
  kind: milestone.kind,
  amountFen: milestone.amountFen,
  paidFen: milestone.paidFen,
  gate: milestone.gate,
  payment,
});

/** @throws Rejected NOT_FOUND */
export function milestoneNamed({ milestones }: SignedContract, milestoneId: string): PaymentMilestone {
  const milestone = milestones.find((m) => m.id === milestoneId);
  if (milestone) return milestone;
  throw new Rejected('NOT_FOUND', `the contract has no milestone ${milestoneId}`, { milestoneId });
}

/** Not triggered yet; a retention whose period runs is waiting for its day, not for its trigger. */
export const isWaiting = (m: PaymentMilestone): boolean =>
  m.dueOn === undefined && (m.triggersOn === undefined || m.trigger === 'DATE') && m.status !== 'CANCELLED';

/** When a trigger came about, who said so, and the day of the decision. */
export interface Occasion {
  readonly on: string;
  readonly triggeredBy: TriggeredBy;
  readonly today: string;
  /** What has brought it about: document, order, shipment, certificate. */
  readonly ref?: string;
}

/** The milestone after its trigger: due, or, for a retention (质保金), with its defects liability period running. */
export function afterTrigger(
  milestone: PaymentMilestone,
  { on, triggeredBy, today }: Occasion,
  { warrantyTerms }: ContractDocument,
): PaymentMilestone {
  if (milestone.kind !== 'RETENTION' || milestone.trigger !== 'ACCEPTED') return trigger(milestone, on, triggeredBy);
  const triggersOn = dueDate(on, milestone.netMonths ?? warrantyTerms?.defectsLiabilityMonths ?? 0, 0);
  const waiting = { ...milestone, triggersOn, triggeredBy };
  return triggersOn <= today ? trigger(waiting, triggersOn, triggeredBy, 0) : waiting;
}

/** What is told of milestones whose trigger has come about on a day. */
export function triggerEvents(
  contract: SignedContract,
  milestones: readonly PaymentMilestone[],
  occasion: Occasion,
): ContractEvent[] {
  const { contractId, document } = contract;
  const { on, ref, triggeredBy } = occasion;
  const afterwards = milestones.map((milestone) => afterTrigger(milestone, occasion, document));
  const payment = paymentAxis(withMilestones(contract.milestones, afterwards));
  return afterwards.map((after): ContractEvent => {
    if (isTriggered(after)) return dueEvent(contractId, after, payment, ref);
    const { id: milestoneId, kind, triggersOn = on } = after;
    return {
      type: 'RetentionPeriodBegun',
      data: { contractId, milestoneId, kind, acceptedOn: on, triggersOn, triggeredBy },
    };
  });
}

/** One that was paid early or waived keeps its day for the case that the money leaves again. */
export function dueEvent(
  contractId: string,
  milestone: TriggeredMilestone,
  payment: PaymentAxis,
  ref?: string,
): ContractEvent {
  return {
    type: outstandingFen(milestone) > 0 ? 'PaymentMilestoneDue' : 'PaymentMilestoneTriggered',
    data: {
      ...milestoneTold(contractId, milestone, payment),
      status: milestone.status,
      trigger: milestone.trigger,
      triggeredOn: milestone.triggeredOn,
      dueOn: milestone.dueOn,
      triggeredBy: milestone.triggeredBy,
      ref,
    },
  };
}
