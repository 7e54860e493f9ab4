import type {
  Gate,
  MilestoneGate,
  MilestoneKind,
  MilestoneScope,
  MilestoneStatus,
  PaymentAxis,
  Trigger,
  TriggeredBy,
} from '../contract.values.js';

/** One payment of the schedule (收款节点). Money in fen, VAT included. */
export interface PaymentMilestone {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly amountFen: number;
  /** Basis points of the total, where the amount was given so. */
  readonly bps?: number;
  readonly trigger: Trigger;
  /** For the trigger DATE. */
  readonly date?: string;
  readonly scope?: MilestoneScope;
  readonly netDays: number;
  readonly netMonths?: number;
  readonly gate: MilestoneGate;
  readonly status: MilestoneStatus;
  /** Allocated to it from receipts that stand. */
  readonly paidFen: number;
  /** Part of `paidFen` that rests on commercial acceptance bills before their maturity. */
  readonly unclearedFen: number;
  /** Given up by a leader; money that comes back later by a reversal is not waived with it. */
  readonly waivedFen: number;
  /** Day on which a known trigger comes about: of DATE, and the end of the defects liability period of a retention. */
  readonly triggersOn?: string;
  /** Day of the trigger; with it goes `dueOn`, the last day to pay. */
  readonly triggeredOn?: string;
  readonly dueOn?: string;
  readonly triggeredBy?: TriggeredBy;
  /** The fact that made it due was corrected after money had come: somebody must look at it. */
  readonly triggerLost?: boolean;
  /** The day after `dueOn`, once it was found unpaid then. */
  readonly overdueSince?: string;
}

/** A leader's word that a gate may be passed before the money is there. */
export interface CreditRelease {
  /** Last day, inclusive, Shanghai. */
  readonly until: string;
  readonly approvedBy: string;
  readonly reason: string;
}
export type CreditReleases = Partial<Readonly<Record<Gate, CreditRelease>>>;

/** What is still to come on a milestone, fen. */
export const outstandingFen = ({ amountFen, paidFen, waivedFen, status }: PaymentMilestone): number =>
  status === 'CANCELLED' ? 0 : amountFen - paidFen - waivedFen;

/** The payment axis over all milestones. */
export function paymentAxis(milestones: readonly PaymentMilestone[]): PaymentAxis {
  const has = (status: MilestoneStatus) => milestones.some((milestone) => milestone.status === status);
  if (has('CANCELLED') && milestones.every((one) => outstandingFen(one) === 0)) {
    return milestones.some(({ paidFen }) => paidFen > 0) ? 'PAID' : 'NOT_DUE';
  }
  if (has('OVERDUE')) return 'OVERDUE';
  if (milestones.every((milestone) => outstandingFen(milestone) === 0)) return 'PAID';
  if (milestones.some((milestone) => milestone.paidFen > 0)) return 'PART';
  return has('DUE') ? 'DUE' : 'NOT_DUE';
}

/** The schedule with some of its milestones changed. */
export function withMilestones(
  milestones: readonly PaymentMilestone[],
  changed: readonly PaymentMilestone[],
): readonly PaymentMilestone[] {
  return milestones.map((milestone) => changed.find((other) => other.id === milestone.id) ?? milestone);
}

/** The schedule with one milestone changed in some fields. */
export function withMilestone(
  milestones: readonly PaymentMilestone[],
  id: string,
  change: Partial<PaymentMilestone>,
): readonly PaymentMilestone[] {
  return milestones.map((milestone) => (milestone.id === id ? { ...milestone, ...change } : milestone));
}

/** Milestones that are cancelled with the end of a contract: nobody has to pay any more what is still open on them. */
export const withoutMilestones = (
  milestones: readonly PaymentMilestone[],
  ids: readonly string[],
): readonly PaymentMilestone[] =>
  milestones.map((milestone) => (ids.includes(milestone.id) ? { ...milestone, status: 'CANCELLED' } : milestone));

/** Something is to come on it, and its trigger has not come about: of a terminated contract nobody owes it any more. */
export const isOpenAndNotDue = (milestone: PaymentMilestone): boolean =>
  milestone.dueOn === undefined && outstandingFen(milestone) > 0;

/** The schedule of a terminated contract: what is not due is cancelled, also when money leaves it or a correction opens it again. */
export const withoutUndue = (milestones: readonly PaymentMilestone[]): readonly PaymentMilestone[] =>
  milestones.map((milestone) => (isOpenAndNotDue(milestone) ? { ...milestone, status: 'CANCELLED' } : milestone));

/** The milestones on which something is still to come. */
export const openMilestoneIds = (milestones: readonly PaymentMilestone[]): readonly string[] =>
  milestones.filter((milestone) => outstandingFen(milestone) > 0).map(({ id }) => id);
