import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { SIGNED_STATES, type MilestoneStatus } from '../contract.values.js';
import { milestoneNamed, milestoneTold } from './milestone-triggers.js';
import { RevokeCreditRelease, RevokeWaiver, WithdrawMilestoneDue } from './milestones.commands.js';
import type {
  PaymentMilestoneDueWithdrawn,
  PaymentMilestoneTriggerLost,
  PaymentMilestoneTriggerRegained,
  PaymentMilestoneWaiverRevoked,
} from './milestones.events.js';
import {
  isOpenAndNotDue,
  outstandingFen,
  paymentAxis,
  withMilestone,
  withMilestones,
  type PaymentMilestone,
} from './milestones.state.js';
import { gateChanges } from './payment-gates.js';

type CorrectionCommand = WithdrawMilestoneDue | RevokeWaiver | RevokeCreditRelease;
type CorrectionEvent =
  | PaymentMilestoneDueWithdrawn
  | PaymentMilestoneTriggerLost
  | PaymentMilestoneTriggerRegained
  | PaymentMilestoneWaiverRevoked;

/** The way back from a wrong due day, a wrong waiver and a wrong credit release, each with its reason. */
export const milestoneCorrectionRules = {
  WithdrawMilestoneDue: { command: WithdrawMilestoneDue, in: SIGNED_STATES, decide: withdrawMilestoneDue },
  RevokeWaiver: {
    command: RevokeWaiver,
    in: ['SIGNED', 'IN_EXECUTION', 'COMPLETED', 'CLOSED', 'SUSPENDED', 'TERMINATED'],
    decide: revokeWaiver,
  },
  RevokeCreditRelease: {
    command: RevokeCreditRelease,
    in: ['SIGNED', 'IN_EXECUTION', 'COMPLETED', 'SUSPENDED'],
    decide: revokeCreditRelease,
  },
} satisfies RulesOf<CorrectionCommand, SignedContract, ContractEvent>;

export const milestoneCorrectionFold = {
  PaymentMilestoneDueWithdrawn: (contract, { milestoneId, status, triggersOn }) =>
    changeMilestone(contract, milestoneId, { ...UNTRIGGERED, status, triggersOn }),
  PaymentMilestoneTriggerLost: (contract, { milestoneId }) =>
    changeMilestone(contract, milestoneId, { triggerLost: true }),
  PaymentMilestoneTriggerRegained: (contract, { milestoneId }) =>
    changeMilestone(contract, milestoneId, { triggerLost: undefined }),
  PaymentMilestoneWaiverRevoked: (contract, { milestoneId, status, waivedFen }) =>
    changeMilestone(contract, milestoneId, { status, waivedFen }),
} satisfies FoldOf<CorrectionEvent, SignedContract>;

const UNTRIGGERED = {
  triggeredOn: undefined,
  triggeredBy: undefined,
  dueOn: undefined,
  overdueSince: undefined,
  triggerLost: undefined,
} as const;

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION when the milestone is not due */
function withdrawMilestoneDue({ data, issued }: WithdrawMilestoneDue, contract: SignedContract): ContractEvent[] {
  const milestone = milestoneNamed(contract, data.milestoneId);
  if (milestone.triggeredBy === undefined || milestone.status === 'CANCELLED') {
    const details = { milestoneId: milestone.id, status: milestone.status };
    throw new Rejected('INVALID_TRANSITION', 'the trigger of the milestone has not come about', details);
  }
  return [withdrawnEvent(contract, milestone, data.reason, issued)];
}

/** The milestone waits again; of a date, its day still stands and makes it due. */
export function withdrawnEvent(
  contract: SignedContract,
  milestone: PaymentMilestone,
  reason: string,
  { by, today }: Issued,
): PaymentMilestoneDueWithdrawn {
  const after = withinEnd(contract, withoutTrigger(milestone));
  const milestones = withMilestones(contract.milestones, [after]);
  const payment = paymentAxis(milestones);
  return {
    type: 'PaymentMilestoneDueWithdrawn',
    data: {
      ...milestoneTold(contract.contractId, after, payment),
      status: after.status,
      dueOn: milestone.dueOn,
      triggersOn: after.triggersOn,
      reason,
      withdrawnBy: by.id,
      withdrawnOn: today,
      contractOutstandingFen: sumFen(milestones.map(outstandingFen)),
    },
  };
}

/** The milestone as it waited for its trigger, with the money that has come on it. */
export function withoutTrigger(milestone: PaymentMilestone): PaymentMilestone {
  const triggersOn = milestone.trigger === 'DATE' ? milestone.triggersOn : undefined;
  return { ...milestone, ...UNTRIGGERED, triggersOn, status: statusWithoutTrigger(milestone) };
}

/** What a correction opens again is owed only where the contract goes on. */
const withinEnd = ({ state }: SignedContract, milestone: PaymentMilestone): PaymentMilestone =>
  state === 'TERMINATED' && isOpenAndNotDue(milestone) ? { ...milestone, status: 'CANCELLED' } : milestone;

function statusWithoutTrigger(milestone: PaymentMilestone): MilestoneStatus {
  if (outstandingFen(milestone) === 0) return milestone.status;
  return milestone.paidFen > 0 ? 'PART_PAID' : 'PLANNED';
}

/** What a leader gave up on a milestone is asked for again. @throws Rejected NOT_FOUND, INVALID_TRANSITION when nothing is waived */
function revokeWaiver({ data, issued }: RevokeWaiver, contract: SignedContract): ContractEvent[] {
  const milestone = milestoneNamed(contract, data.milestoneId);
  if (milestone.waivedFen === 0 || milestone.status === 'CANCELLED') {
    const details = { milestoneId: milestone.id, status: milestone.status };
    throw new Rejected('INVALID_TRANSITION', 'nothing of the milestone is waived', details);
  }
  const after = withinEnd(contract, { ...milestone, waivedFen: 0, status: statusAfterWaiver(milestone) });
  const milestones = withMilestone(contract.milestones, milestone.id, after);
  return [
    {
      type: 'PaymentMilestoneWaiverRevoked',
      data: {
        ...milestoneTold(contract.contractId, after, paymentAxis(milestones)),
        status: after.status,
        waivedFen: 0,
        dueOn: after.dueOn,
        reason: data.reason,
        revokedBy: issued.by.id,
        revokedOn: issued.today,
        contractOutstandingFen: sumFen(milestones.map(outstandingFen)),
      },
    },
    ...gateChanges(contract, milestones, issued.today, 'PaymentMilestoneWaiverRevoked'),
  ];
}

function statusAfterWaiver({ overdueSince, paidFen, dueOn }: PaymentMilestone): MilestoneStatus {
  if (overdueSince !== undefined) return 'OVERDUE';
  if (paidFen > 0) return 'PART_PAID';
  return dueOn === undefined ? 'PLANNED' : 'DUE';
}

/** @throws Rejected INVALID_TRANSITION when the gate has no release */
function revokeCreditRelease({ data, issued }: RevokeCreditRelease, contract: SignedContract): ContractEvent[] {
  const { gate, reason } = data;
  if (contract.creditReleases[gate] === undefined) {
    throw new Rejected('INVALID_TRANSITION', `${gate} has no credit release`, {
      gate,
      state: contract.gates[gate].state,
    });
  }
  const without: SignedContract = { ...contract, creditReleases: { ...contract.creditReleases, [gate]: undefined } };
  return gateChanges(without, contract.milestones, issued.today, `CreditReleaseRevoked: ${reason}`);
}

export function changeMilestone(
  contract: SignedContract,
  id: string,
  change: Partial<PaymentMilestone>,
): SignedContract {
  const milestones = withMilestone(contract.milestones, id, change);
  return { ...contract, milestones, payment: paymentAxis(milestones) };
}
