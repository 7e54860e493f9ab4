import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { addDays, daysBetween, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { closeExpiredRelease, grantCreditRelease } from './credit-releases.js';
import { changeMilestone, milestoneCorrectionFold, milestoneCorrectionRules } from './milestone-corrections.js';
import { dueEvent, isWaiting, milestoneNamed, milestoneTold, triggerEvents } from './milestone-triggers.js';
import {
  CloseExpiredRelease,
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  TriggerMilestone,
  WaiveMilestone,
  type MilestoneCommand,
} from './milestones.commands.js';
import type { MilestoneEvent } from './milestones.events.js';
import {
  outstandingFen,
  paymentAxis,
  withMilestone,
  withMilestones,
  type CreditReleases,
  type PaymentMilestone,
} from './milestones.state.js';
import { gateChanges } from './payment-gates.js';
import { trigger } from './payment-schedule.js';

/** Payment milestones (收款节点) and gates (付款条件). Money keeps coming after a contract is closed: a retention two years later. */
export const milestoneRules = {
  MarkMilestoneDue: { command: MarkMilestoneDue, in: SIGNED_STATES, decide: markMilestoneDue },
  TriggerMilestone: { command: TriggerMilestone, in: SIGNED_STATES, decide: triggerMilestone },
  MarkMilestoneOverdue: { command: MarkMilestoneOverdue, in: SIGNED_STATES, decide: markMilestoneOverdue },
  WaiveMilestone: { command: WaiveMilestone, in: SIGNED_STATES, decide: waiveMilestone },
  GrantCreditRelease: {
    command: GrantCreditRelease,
    in: ['SIGNED', 'IN_EXECUTION', 'COMPLETED', 'SUSPENDED'],
    decide: grantCreditRelease,
  },
  CloseExpiredRelease: { command: CloseExpiredRelease, in: SIGNED_STATES, decide: closeExpiredRelease },
  ...milestoneCorrectionRules,
} satisfies RulesOf<MilestoneCommand, SignedContract, ContractEvent>;

export const milestoneFold = {
  PaymentMilestoneDue: (contract, { milestoneId, status, triggeredOn, dueOn, triggeredBy }) =>
    changeMilestone(contract, milestoneId, { status, triggeredOn, dueOn, triggeredBy }),
  PaymentMilestoneTriggered: (contract, { milestoneId, status, triggeredOn, dueOn, triggeredBy }) =>
    changeMilestone(contract, milestoneId, { status, triggeredOn, dueOn, triggeredBy }),
  PaymentMilestoneOverdue: (contract, { milestoneId, status, dueOn }) =>
    changeMilestone(contract, milestoneId, { status, overdueSince: addDays(dueOn, 1) }),
  PaymentMilestoneWaived: (contract, { milestoneId, status, waivedFen }) =>
    changeMilestone(contract, milestoneId, { status, waivedFen }),
  RetentionPeriodBegun: (contract, { milestoneId, triggersOn, triggeredBy }) =>
    changeMilestone(contract, milestoneId, { triggersOn, triggeredBy }),
  PaymentMilestonePaid: (contract) => contract, // told by the booking before it
  PaymentGateOpened: (contract, { gate, gates }) => ({
    ...contract,
    gates,
    creditReleases: withoutRelease(contract.creditReleases, gate),
  }),
  PaymentGateClosed: (contract, { gate, gates }) => ({
    ...contract,
    gates,
    creditReleases: withoutRelease(contract.creditReleases, gate),
  }),
  ...milestoneCorrectionFold,
  PaymentGateOverridden: (contract, { gate, gates, until, approvedBy, reason }) => ({
    ...contract,
    gates,
    creditReleases: { ...contract.creditReleases, [gate]: { until, approvedBy, reason } },
  }),
} satisfies FoldOf<MilestoneEvent, SignedContract>;

/** By hand: commerce attests that the trigger has come about. @throws Rejected INVALID_TRANSITION when no milestone waits for it */
function markMilestoneDue({ data, issued }: MarkMilestoneDue, contract: SignedContract): ContractEvent[] {
  refuseFuture('on', data.on, issued.today);
  refuseBefore('SIGNING', 'on', data.on, contract.signedOn);
  const named = data.milestoneIds?.map((id) => milestoneNamed(contract, id));
  const concerned = named ?? contract.milestones.filter((m) => m.trigger === data.trigger);
  const waits = (m: PaymentMilestone) => m.trigger === data.trigger && isWaiting(m) && (m.triggersOn ?? '') <= data.on;
  const waiting = named?.every(waits) === false ? [] : concerned.filter(waits);
  if (waiting.length === 0) {
    const milestones = concerned.map((m) => ({
      id: m.id,
      trigger: m.trigger,
      status: m.status,
      triggersOn: m.triggersOn,
    }));
    const details = { trigger: data.trigger, milestones };
    throw new Rejected('INVALID_TRANSITION', 'no milestone waits for this trigger', details);
  }
  return triggerEvents(contract, waiting, { on: data.on, triggeredBy: 'PERSON', today: issued.today, ref: data.ref });
}

/** The known day of a trigger has come: of a DATE, or the end of the defects liability period of a retention. */
function triggerMilestone({ data, issued }: TriggerMilestone, contract: SignedContract): ContractEvent[] {
  const milestone = contract.milestones.find((m) => m.id === data.milestoneId);
  if (!milestone?.triggersOn || milestone.dueOn !== undefined || milestone.status === 'CANCELLED') return [];
  if (milestone.triggersOn > issued.today) return [];
  const months = milestone.trigger === 'DATE' ? milestone.netMonths : 0;
  const after = trigger(milestone, milestone.triggersOn, milestone.triggeredBy ?? 'CALENDAR', months);
  return [dueEvent(contract.contractId, after, paymentAxis(withMilestones(contract.milestones, [after])))];
}

/** Every milestone that is unpaid after its last day, once. @throws Rejected DATE_IN_FUTURE */
function markMilestoneOverdue({ data, issued }: MarkMilestoneOverdue, contract: SignedContract): ContractEvent[] {
  const asOf = data.asOf ?? issued.today;
  refuseFuture('asOf', asOf, issued.today);
  const late = contract.milestones.filter(
    (m) =>
      (m.status === 'DUE' || m.status === 'PART_PAID') &&
      !m.overdueSince &&
      (m.dueOn ?? asOf) < asOf &&
      outstandingFen(m) > 0,
  );
  return late.map((milestone): ContractEvent => {
    const { dueOn = asOf } = milestone;
    return {
      type: 'PaymentMilestoneOverdue',
      data: {
        ...milestoneTold(contract.contractId, milestone, 'OVERDUE'),
        status: 'OVERDUE',
        dueOn,
        asOf,
        daysOverdue: daysBetween(dueOn, asOf),
        outstandingFen: outstandingFen(milestone),
      },
    };
  });
}

/** A leader gives up what is still to come on a milestone. @throws Rejected NOT_FOUND, INVALID_TRANSITION */
function waiveMilestone({ data, issued }: WaiveMilestone, contract: SignedContract): ContractEvent[] {
  const milestone = milestoneNamed(contract, data.milestoneId);
  const openFen = outstandingFen(milestone);
  if (openFen === 0 || milestone.status === 'CANCELLED') {
    const details = { milestoneId: milestone.id, status: milestone.status };
    throw new Rejected('INVALID_TRANSITION', 'nothing of the milestone is open', details);
  }
  const waivedFen = milestone.waivedFen + openFen;
  const milestones = withMilestone(contract.milestones, milestone.id, { status: 'WAIVED', waivedFen });
  return [
    {
      type: 'PaymentMilestoneWaived',
      data: {
        ...milestoneTold(contract.contractId, milestone, paymentAxis(milestones)),
        status: 'WAIVED',
        waivedFen,
        reason: data.reason,
        waivedBy: issued.by.id,
        waivedOn: issued.today,
        contractOutstandingFen: sumFen(milestones.map(outstandingFen)),
      },
    },
    ...gateChanges(contract, milestones, issued.today, 'PaymentMilestoneWaived'),
  ];
}

function withoutRelease(releases: CreditReleases, gate: keyof CreditReleases): CreditReleases {
  return Object.fromEntries(Object.entries(releases).filter(([name]) => name !== gate));
}
