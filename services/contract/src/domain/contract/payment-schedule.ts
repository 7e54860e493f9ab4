import { Rejected } from '@engsales/event-sourcing/decider';
import { dueDate, shareFen, sumFen } from '@engsales/values';

export const MILESTONE_KINDS = [
  'DEPOSIT',
  'ADVANCE',
  'PROGRESS',
  'PRE_SHIPMENT',
  'DELIVERY',
  'INSTALLATION',
  'ACCEPTANCE',
  'RETENTION',
] as const;
export const TRIGGERS = ['SIGNED', 'GOODS_READY', 'DISPATCHED', 'DELIVERED', 'INSTALLED', 'ACCEPTED', 'DATE'] as const;
export const MILESTONE_GATES = ['NONE', 'RELEASE_PRODUCTION', 'DISPATCH'] as const;

export type MilestoneKind = (typeof MILESTONE_KINDS)[number];
export type Trigger = (typeof TRIGGERS)[number];
export type MilestoneGate = (typeof MILESTONE_GATES)[number];
export type Gate = Exclude<MilestoneGate, 'NONE'>;
export type Gates = Readonly<
  Record<Gate, { readonly state: 'OPEN' | 'CLOSED' | 'OVERRIDDEN'; readonly until?: string }>
>;

export interface DraftMilestone {
  readonly id: string;
  readonly kind: MilestoneKind;
  /** Exactly one of the two. */
  readonly amountFen?: number;
  readonly bps?: number;
  readonly trigger: Trigger;
  /** For the trigger DATE. */
  readonly date?: string;
  readonly scope?: { readonly mode: 'ANY' | 'ALL'; readonly lineIds?: readonly string[] };
  readonly netDays: number;
  readonly netMonths?: number;
  readonly gate: MilestoneGate;
}

/** domain.md 2.3; CANCELLED belongs to the end of a contract before its time. */
export type MilestoneStatus = 'PLANNED' | 'DUE' | 'PART_PAID' | 'PAID' | 'OVERDUE' | 'WAIVED' | 'CANCELLED';

export interface PaymentMilestone extends DraftMilestone {
  readonly amountFen: number;
  readonly status: MilestoneStatus;
  /** Allocated to it from receipts that stand. */
  readonly paidFen: number;
  /** Part of `paidFen` that rests on commercial acceptance bills before their maturity. */
  readonly unclearedFen?: number;
  /** Given up by a leader; money that comes back later by a reversal is not waived with it. */
  readonly waivedFen?: number;
  /** Day on which a known trigger comes about: of DATE, and the end of the defects liability period of a retention. */
  readonly triggersOn?: string;
  /** Day of the trigger; with it goes `dueOn`, the last day to pay. */
  readonly triggeredOn?: string;
  readonly dueOn?: string;
  /** First day on which it was found unpaid after `dueOn`. */
  readonly overdueSince?: string;
}

/** What is still to come on a milestone. */
export const outstandingFen = ({ amountFen, paidFen, waivedFen = 0, status }: PaymentMilestone): number =>
  status === 'CANCELLED' ? 0 : amountFen - paidFen - waivedFen;

/** A contract that has ended: nobody has to pay any more what is not due and has nothing paid on it. */
export const withoutPlanned = (milestones: readonly PaymentMilestone[]): PaymentMilestone[] =>
  milestones.map((m) => (m.status === 'PLANNED' ? { ...m, status: 'CANCELLED' } : m));

/** Amounts of the milestones; when all are shares and make up the whole, the last takes the remainder. */
export function priceMilestones(drafts: readonly DraftMilestone[], totalFen: number): PaymentMilestone[] {
  drafts.forEach(refuseWrongShape);
  const wholeByShares = drafts.length > 0 && drafts.reduce((sum, d) => sum + (d.bps ?? Number.NaN), 0) === 10_000;
  const amounts = drafts.map((draft) => draft.amountFen ?? shareFen(totalFen, draft.bps ?? 0));
  if (wholeByShares) amounts[amounts.length - 1] = totalFen - sumFen(amounts.slice(0, -1));
  const negative = amounts.findIndex((amount) => amount < 0);
  if (negative >= 0) {
    const details = { totalFen, milestoneId: drafts[negative]?.id, amountFen: amounts[negative] };
    throw new Rejected('PAYMENT_SCHEDULE_MISMATCH', 'the total is too small for so many shares', details);
  }
  return drafts.map((draft, index) => {
    const amountFen = amounts[index] ?? 0; // a share of a small total may be nothing: then it is settled
    return { ...draft, amountFen, status: amountFen === 0 ? 'PAID' : 'PLANNED', paidFen: 0 };
  });
}

/** 民法典 586: an earnest deposit (定金) is at most a fifth of the contract. @throws Rejected */
export function refuseWrongSchedule(milestones: readonly PaymentMilestone[], totalFen: number): void {
  const milestonesFen = sumFen(milestones.map((milestone) => milestone.amountFen));
  if (milestonesFen !== totalFen) {
    const details = { totalFen, milestonesFen, differenceFen: milestonesFen - totalFen };
    throw new Rejected('PAYMENT_SCHEDULE_MISMATCH', 'the milestones do not add up to the lines', details);
  }
  const depositFen = sumFen(milestones.filter((m) => m.kind === 'DEPOSIT').map((m) => m.amountFen));
  if (BigInt(depositFen) * 5n > BigInt(totalFen)) {
    throw new Rejected('DEPOSIT_OVER_20_PERCENT', 'the deposit is over 20 % of the contract', {
      depositFen,
      limitFen: Math.floor(totalFen / 5),
    });
  }
}

/** The milestone once its trigger has come about: `dueOn` counts from there. Money that came early stays where it is. */
export function triggered(
  milestone: PaymentMilestone,
  on: string,
  months = milestone.netMonths ?? 0,
): PaymentMilestone {
  const status = milestone.status === 'PLANNED' && outstandingFen(milestone) > 0 ? 'DUE' : milestone.status;
  return { ...milestone, status, triggeredOn: on, dueOn: dueDate(on, months, milestone.netDays) };
}

/** Signing makes the milestones that wait for it due, and those of a date that has passed. */
export function dueOnSigning(milestones: readonly PaymentMilestone[], signedOn: string): PaymentMilestone[] {
  return milestones.map((milestone) => {
    if (milestone.trigger === 'SIGNED') return triggered(milestone, signedOn);
    if (milestone.trigger !== 'DATE' || milestone.date === undefined) return milestone;
    const waiting = { ...milestone, triggersOn: milestone.date };
    return waiting.triggersOn <= signedOn ? triggered(waiting, waiting.triggersOn) : waiting;
  });
}

function refuseWrongShape(milestone: DraftMilestone, index: number): void {
  const pointer = `/paymentMilestones/${index}`;
  if ((milestone.amountFen === undefined) === (milestone.bps === undefined)) {
    throw new Rejected('VALIDATION_FAILED', 'a milestone has either amountFen or bps', { pointer });
  }
  if ((milestone.trigger === 'DATE') !== (milestone.date !== undefined)) {
    throw new Rejected('VALIDATION_FAILED', 'a date belongs to the trigger DATE, and only there', { pointer });
  }
}
