import { outstandingFen, type PaymentMilestone } from './milestones.state.js';
import { SETTLEMENT_ID, trigger } from './payment-schedule.js';

/** Days in which the customer pays what is left, where nothing else was agreed. */
const NET_DAYS = 7;

/** What takes the place of a schedule: one sum that is due at once. */
export const settlementMilestone = (amountFen: number, today: string, netDays = NET_DAYS): PaymentMilestone => ({
  id: SETTLEMENT_ID,
  kind: 'PROGRESS',
  amountFen,
  trigger: 'DATE',
  date: today,
  netDays,
  gate: 'NONE',
  status: 'PLANNED',
  paidFen: 0,
  unclearedFen: 0,
  waivedFen: 0,
  triggersOn: today,
});

/**
 * The schedule of a settled contract after money has moved: what is still to pay is the agreed sum less all that was received, whatever
 * it had been paid for (C-98).
 */
export function withSettlement(
  milestones: readonly PaymentMilestone[],
  receivedFen: number,
  { finalFen, today }: { readonly finalFen: number; readonly today: string },
): readonly PaymentMilestone[] {
  const known = milestones.find(({ id }) => id === SETTLEMENT_ID);
  const { paidFen = 0, waivedFen = 0 } = known ?? {};
  const amountFen = Math.max(paidFen + waivedFen, finalFen - receivedFen + paidFen);
  const others = milestones.map((one) => (one === known ? withAmount(known, amountFen) : cancelledIfOpen(one)));
  if (known || amountFen === 0) return others;
  return [...others, trigger(settlementMilestone(amountFen, today), today, 'CALENDAR')];
}

/** Nobody owes a milestone of the old schedule again when its money leaves. */
const cancelledIfOpen = (milestone: PaymentMilestone): PaymentMilestone =>
  outstandingFen(milestone) > 0 ? { ...milestone, status: 'CANCELLED' } : milestone;

function withAmount(milestone: PaymentMilestone, amountFen: number): PaymentMilestone {
  if (amountFen === milestone.amountFen) return milestone;
  const { paidFen, waivedFen, overdueSince } = milestone;
  if (paidFen + waivedFen === amountFen) return { ...milestone, amountFen, status: waivedFen > 0 ? 'WAIVED' : 'PAID' };
  if (overdueSince !== undefined) return { ...milestone, amountFen, status: 'OVERDUE' };
  return { ...milestone, amountFen, status: paidFen > 0 ? 'PART_PAID' : 'DUE' };
}
