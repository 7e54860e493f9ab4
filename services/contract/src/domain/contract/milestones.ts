import { Rejected } from '@engsales/event-sourcing/decider';
import { daysBetween, dueDate, sumFen } from '@engsales/values';
import { paymentAxis } from './account.js';
import { milestoneNamed, refuseBeforeSigning, refuseFuture } from './booking.js';
import type { ContractDocument } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract, PaymentAxis } from './contract-state.js';
import type { MarkMilestoneDue, MarkMilestoneOverdue, TriggerMilestone, WaiveMilestone } from './money.commands.js';
import { gateChanges } from './payment-gates.js';
import { outstandingFen, triggered, type PaymentMilestone } from './payment-schedule.js';

/** By hand: commerce attests that the trigger has come about. @throws Rejected INVALID_TRANSITION when no milestone waits for it */
export function markDue({ data, issued }: MarkMilestoneDue, contract: ExistingContract): ContractEvent[] {
  refuseFuture('on', data.on, issued.today);
  refuseBeforeSigning(data.on, contract.signedOn);
  const named = data.milestoneIds?.map((id) => milestoneNamed(contract, id));
  const concerned = named ?? (contract.milestones ?? []).filter((m) => m.trigger === data.trigger);
  const waits = (m: PaymentMilestone) => m.trigger === data.trigger && isWaiting(m) && (m.triggersOn ?? '') <= data.on;
  const waiting = named?.every(waits) === false ? [] : concerned.filter(waits);
  if (waiting.length === 0) {
    const standing = concerned.map(({ id, trigger, status, triggersOn }) => ({ id, trigger, status, triggersOn }));
    const details = { trigger: data.trigger, milestones: standing };
    throw new Rejected('INVALID_TRANSITION', 'no milestone waits for this trigger', details);
  }
  return dueEvents(contract, waiting, data.on, issued.today, data.ref);
}

/** The known day of a trigger has come: of a DATE, or the end of the defects liability period of a retention. */
export function triggerMilestone({ data, issued }: TriggerMilestone, contract: ExistingContract): ContractEvent[] {
  const milestone = contract.milestones?.find((m) => m.id === data.milestoneId);
  if (!milestone?.triggersOn || milestone.dueOn !== undefined) return [];
  if (milestone.triggersOn > issued.today) return [];
  const months = milestone.trigger === 'DATE' ? milestone.netMonths : 0;
  const after = triggered(milestone, milestone.triggersOn, months);
  return [milestoneDue(contract.contractId, after, paymentAxis(replaced(contract, [after])))];
}

/** Every milestone that is unpaid after its last day, once. @throws Rejected DATE_IN_FUTURE */
export function markOverdue({ data, issued }: MarkMilestoneOverdue, contract: ExistingContract): ContractEvent[] {
  const asOf = data.asOf ?? issued.today;
  refuseFuture('asOf', asOf, issued.today);
  const { contractId, milestones = [] } = contract;
  const late = milestones.filter(
    (m) =>
      (m.status === 'DUE' || m.status === 'PART_PAID') &&
      !m.overdueSince &&
      (m.dueOn ?? asOf) < asOf &&
      outstandingFen(m) > 0,
  );
  return late.map(({ id, kind, amountFen, paidFen, waivedFen, dueOn = asOf, gate }): ContractEvent => {
    const openFen = amountFen - paidFen - (waivedFen ?? 0);
    const days = { asOf, daysOverdue: daysBetween(dueOn, asOf), outstandingFen: openFen };
    const data = { contractId, milestoneId: id, kind, status: 'OVERDUE' as const, amountFen, paidFen, dueOn, gate };
    return { type: 'PaymentMilestoneOverdue', data: { ...data, ...days, payment: 'OVERDUE' } };
  });
}

/** A leader gives up what is still to come on a milestone. @throws Rejected NOT_FOUND, INVALID_TRANSITION */
export function waiveMilestone({ data, issued }: WaiveMilestone, contract: ExistingContract): ContractEvent[] {
  const milestone = milestoneNamed(contract, data.milestoneId);
  const openFen = outstandingFen(milestone);
  if (openFen === 0 || milestone.status === 'CANCELLED') {
    const details = { milestoneId: milestone.id, status: milestone.status };
    throw new Rejected('INVALID_TRANSITION', 'nothing of the milestone is open', details);
  }
  const waivedFen = (milestone.waivedFen ?? 0) + openFen;
  const waived: PaymentMilestone = { ...milestone, status: 'WAIVED', waivedFen };
  const milestones = (contract.milestones ?? []).map((m) => (m === milestone ? waived : m));
  const { id, kind, amountFen, paidFen, gate } = waived;
  const { contractId } = contract;
  const what = { contractId, milestoneId: id, kind, status: 'WAIVED' as const, amountFen, paidFen, waivedFen, gate };
  const contractOutstandingFen = sumFen(milestones.map(outstandingFen));
  const why = { reason: data.reason, waivedBy: issued.by.id, waivedOn: issued.today };
  return [
    {
      type: 'PaymentMilestoneWaived',
      data: { ...what, ...why, contractOutstandingFen, payment: paymentAxis(milestones) },
    },
    ...gateChanges(contract, milestones, issued.today, 'PaymentMilestoneWaived'),
  ];
}

/** Not triggered yet; a retention whose period runs is waiting for its day, not for its trigger. */
export const isWaiting = (m: PaymentMilestone): boolean =>
  m.dueOn === undefined && (m.triggersOn === undefined || m.trigger === 'DATE') && m.status !== 'CANCELLED';

/** The milestone after its trigger: due, or, for a retention (质保金), with its defects liability period running. */
export function afterTrigger(
  milestone: PaymentMilestone,
  on: string,
  today: string,
  { warrantyTerms }: Pick<ContractDocument, 'warrantyTerms'>,
): PaymentMilestone {
  if (milestone.kind !== 'RETENTION' || milestone.trigger !== 'ACCEPTED') return triggered(milestone, on);
  const triggersOn = dueDate(on, milestone.netMonths ?? warrantyTerms?.defectsLiabilityMonths ?? 0, 0);
  const waiting = { ...milestone, triggersOn };
  return triggersOn <= today ? triggered(waiting, triggersOn, 0) : waiting;
}

export function dueEvents(
  contract: ExistingContract,
  milestones: readonly PaymentMilestone[],
  on: string,
  today: string,
  ref?: string,
): ContractEvent[] {
  const { contractId, document } = contract;
  const afterwards = milestones.map((milestone) => afterTrigger(milestone, on, today, document));
  const payment = paymentAxis(replaced(contract, afterwards));
  return afterwards.map((after): ContractEvent => {
    if (after.dueOn !== undefined) return milestoneDue(contractId, after, payment, ref);
    const { id: milestoneId, kind, triggersOn = on } = after;
    return { type: 'RetentionPeriodBegun', data: { contractId, milestoneId, kind, acceptedOn: on, triggersOn } };
  });
}

/** One that was paid early or waived keeps its day for the case that the money leaves again. */
export function milestoneDue(
  contractId: string,
  milestone: PaymentMilestone,
  payment: PaymentAxis,
  ref?: string,
): ContractEvent {
  const { id, kind, status, amountFen, paidFen, triggeredOn, dueOn = '', trigger, gate } = milestone;
  const what = { contractId, milestoneId: id, kind, status, amountFen, paidFen, dueOn, gate, trigger };
  const cause = { payment, ...(triggeredOn ? { triggeredOn } : {}), ...(ref === undefined ? {} : { ref }) };
  const type = outstandingFen(milestone) > 0 ? 'PaymentMilestoneDue' : 'PaymentMilestoneTriggered';
  return { type, data: { ...what, ...cause } };
}

const replaced = ({ milestones = [] }: ExistingContract, changed: readonly PaymentMilestone[]) =>
  milestones.map((milestone) => changed.find((other) => other.id === milestone.id) ?? milestone);
