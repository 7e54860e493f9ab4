import { Rejected } from '@engsales/event-sourcing/domain';
import { dueDate, shareDownFen, shareFen, sumFen } from '@engsales/values';
import type { DraftMilestone } from '../drafting/drafting.commands.js';
import type { TriggeredBy } from '../contract.values.js';
import { outstandingFen, type PaymentMilestone } from './milestones.state.js';

/** The milestone that takes the place of a schedule when a terminated contract is settled; nobody else may be called so. */
export const SETTLEMENT_ID = 'SETTLEMENT';

/**
 * Amounts of the milestones; when all are shares and make up the whole, the last takes the remainder. A deposit is rounded down and
 * takes no remainder, so that a fifth of any total is within what the law allows.
 */
export function priceMilestones(drafts: readonly DraftMilestone[], totalFen: number): PaymentMilestone[] {
  drafts.forEach(refuseWrongShape);
  const wholeByShares = drafts.length > 0 && drafts.reduce((sum, d) => sum + (d.bps ?? Number.NaN), 0) === 10_000;
  const amounts = drafts.map((draft) => draft.amountFen ?? shareOf(draft, totalFen));
  const last = lastBut(drafts, 'DEPOSIT');
  if (wholeByShares) amounts[last] = totalFen - sumFen(amounts.filter((_amount, index) => index !== last));
  const negative = amounts.findIndex((amount) => amount < 0);
  if (negative >= 0) {
    const details = { totalFen, milestoneId: drafts[negative]?.id, amountFen: amounts[negative] };
    throw new Rejected('PAYMENT_SCHEDULE_MISMATCH', 'the total is too small for so many shares', details);
  }
  return drafts.map((draft, index) => plannedMilestone(draft, amounts[index] ?? 0));
}

const shareOf = ({ kind, bps = 0 }: DraftMilestone, totalFen: number): number =>
  kind === 'DEPOSIT' ? shareDownFen(totalFen, bps) : shareFen(totalFen, bps);

function lastBut(drafts: readonly DraftMilestone[], kind: DraftMilestone['kind']): number {
  const last = drafts.findLastIndex((draft) => draft.kind !== kind);
  return last < 0 ? drafts.length - 1 : last;
}

/** A share of a small total may be nothing: then it is settled. */
function plannedMilestone(draft: DraftMilestone, amountFen: number): PaymentMilestone {
  return {
    id: draft.id,
    kind: draft.kind,
    amountFen,
    bps: draft.bps,
    trigger: draft.trigger,
    date: draft.date,
    scope: draft.scope,
    netDays: draft.netDays,
    netMonths: draft.netMonths,
    gate: draft.gate,
    status: amountFen === 0 ? 'PAID' : 'PLANNED',
    paidFen: 0,
    unclearedFen: 0,
    waivedFen: 0,
  };
}

/** An earnest deposit (定金) is at most a fifth of the contract (民法典 586). @throws Rejected PAYMENT_SCHEDULE_MISMATCH, DEPOSIT_OVER_20_PERCENT */
export function refuseWrongSchedule(milestones: readonly PaymentMilestone[], totalFen: number): void {
  const milestonesFen = sumFen(milestones.map((milestone) => milestone.amountFen));
  if (milestonesFen !== totalFen) {
    const details = { totalFen, milestonesFen, differenceFen: milestonesFen - totalFen };
    throw new Rejected('PAYMENT_SCHEDULE_MISMATCH', 'the milestones do not add up to the lines', details);
  }
  const depositFen = sumFen(milestones.filter((m) => m.kind === 'DEPOSIT').map((m) => m.amountFen));
  if (BigInt(depositFen) * 5n > BigInt(totalFen)) {
    const details = { depositFen, limitFen: Math.floor(totalFen / 5) };
    throw new Rejected('DEPOSIT_OVER_20_PERCENT', 'the deposit is over 20 % of the contract', details);
  }
}

/** A milestone whose trigger has come about: `dueOn` counts from there. Money that came early stays where it is. */
export type TriggeredMilestone = PaymentMilestone & {
  readonly triggeredOn: string;
  readonly dueOn: string;
  readonly triggeredBy: TriggeredBy;
};

export function trigger(
  milestone: PaymentMilestone,
  on: string,
  triggeredBy: TriggeredBy,
  months = milestone.netMonths ?? 0,
): TriggeredMilestone {
  const status = milestone.status === 'PLANNED' && outstandingFen(milestone) > 0 ? 'DUE' : milestone.status;
  return { ...milestone, status, triggeredOn: on, triggeredBy, dueOn: dueDate(on, months, milestone.netDays) };
}

export const isTriggered = (milestone: PaymentMilestone): milestone is TriggeredMilestone =>
  milestone.triggeredOn !== undefined && milestone.dueOn !== undefined && milestone.triggeredBy !== undefined;

/** Signing makes the milestones that wait for it due, and those of a date that has passed. */
export function triggerBySigning(milestones: readonly PaymentMilestone[], signedOn: string): PaymentMilestone[] {
  return milestones.map((milestone) => {
    if (milestone.trigger === 'SIGNED') return trigger(milestone, signedOn, 'FACT');
    if (milestone.trigger !== 'DATE' || milestone.date === undefined) return milestone;
    const waiting = { ...milestone, triggersOn: milestone.date };
    return waiting.triggersOn <= signedOn ? trigger(waiting, waiting.triggersOn, 'CALENDAR') : waiting;
  });
}

function refuseWrongShape(milestone: DraftMilestone, index: number): void {
  const pointer = `/paymentMilestones/${index}`;
  if (milestone.id === SETTLEMENT_ID) {
    throw new Rejected('VALIDATION_FAILED', `${SETTLEMENT_ID} is the name of another milestone`, {
      pointer: `${pointer}/id`,
    });
  }
  if ((milestone.amountFen === undefined) === (milestone.bps === undefined)) {
    throw new Rejected(
      'VALIDATION_FAILED',
      `the milestone has ${milestone.bps === undefined ? 'neither' : 'both'} amountFen and bps`,
      { pointer },
    );
  }
  if ((milestone.trigger === 'DATE') !== (milestone.date !== undefined)) {
    throw new Rejected(
      'VALIDATION_FAILED',
      `the milestone has the trigger ${milestone.trigger} and ${milestone.date ? 'a' : 'no'} date`,
      { pointer },
    );
  }
}
