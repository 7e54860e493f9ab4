import { Rejected } from '@engsales/event-sourcing/domain';
import { proportionFen, sumFen } from '@engsales/values';
import { priceDocument } from '../drafting/document-pricing.js';
import type { DraftDocument, DraftMilestone } from '../drafting/drafting.commands.js';
import type { WarningRecord } from '../drafting/drafting.events.js';
import type { ContractDocument } from '../drafting/drafting.state.js';
import type { PaymentMilestone } from '../milestones/milestones.state.js';

interface Priced {
  readonly document: ContractDocument;
  readonly warnings: readonly WarningRecord[];
}

/**
 * The document at a new total, with the payment schedule that people have written: as it stands, else in the same proportions, else
 * without it; what was done to it is said.
 */
export function pricedWithSchedule(draft: DraftDocument, schedule: readonly PaymentMilestone[]): Priced {
  const asWritten = pricedWith(draft, schedule.map(draftOfMilestone));
  if (asWritten) return { document: asWritten, warnings: [] };
  const bare = priceDocument({ ...draft, paymentMilestones: [] });
  const beforeFen = sumFen(schedule.map(({ amountFen }) => amountFen));
  const scaled = beforeFen > 0 ? pricedWith(draft, scaledSchedule(schedule, bare.totalFen, beforeFen)) : undefined;
  if (scaled) {
    const { totalFen } = scaled;
    return { document: scaled, warnings: [{ code: 'PAYMENT_SCHEDULE_SCALED', beforeFen, totalFen }] };
  }
  const milestoneIds = schedule.map(({ id }) => id);
  return { document: bare, warnings: [{ code: 'PAYMENT_SCHEDULE_LEFT_OUT', milestoneIds }] };
}

/** Undefined where the schedule does not fit the lines. */
function pricedWith(draft: DraftDocument, paymentMilestones: readonly DraftMilestone[]): ContractDocument | undefined {
  try {
    return priceDocument({ ...draft, paymentMilestones });
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return undefined;
  }
}

/** Each milestone its part of the new total, rounded down; the last one but a deposit takes the remainder. */
function scaledSchedule(
  schedule: readonly PaymentMilestone[],
  totalFen: number,
  beforeFen: number,
): readonly DraftMilestone[] {
  const amounts = schedule.map(({ amountFen }) => partOf(totalFen, amountFen, beforeFen));
  const last = schedule.findLastIndex(({ kind }) => kind !== 'DEPOSIT');
  const others = sumFen(amounts.filter((_amount, index) => index !== last));
  return schedule.map((milestone, index) => ({
    ...draftOfMilestone(milestone),
    bps: undefined,
    amountFen: index === last ? totalFen - others : amounts[index],
  }));
}

function partOf(totalFen: number, part: number, whole: number): number {
  const rounded = proportionFen(totalFen, part, whole);
  return BigInt(rounded) * BigInt(whole) > BigInt(totalFen) * BigInt(part) ? rounded - 1 : rounded;
}

const draftOfMilestone = (milestone: PaymentMilestone): DraftMilestone => ({
  id: milestone.id,
  kind: milestone.kind,
  amountFen: milestone.bps === undefined ? milestone.amountFen : undefined,
  bps: milestone.bps,
  trigger: milestone.trigger,
  date: milestone.date,
  scope: milestone.scope,
  netDays: milestone.netDays,
  netMonths: milestone.netMonths,
  gate: milestone.gate,
});
