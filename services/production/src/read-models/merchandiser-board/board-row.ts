import { shareBps } from '@engsales/values';
import { forecastAfter } from '../../domain/forecast.js';
import type { OrderRow } from '../order-rows.js';

/** What the board reads beside the order itself. */
export interface Standing {
  readonly currentStep: { readonly stepId: string; readonly name: string; readonly ownerId: string } | null;
  readonly plannedEnd: string | null;
  readonly percentBps: number;
  readonly receivedQty: string;
  readonly shippedQty: string;
  readonly shipping: string;
  readonly holds: readonly { readonly code: string }[];
  readonly openExceptions: number;
  readonly delayDays: number;
  readonly unansweredInquiries: number;
}

/** One line of the board as it is today. */
export function boardRow(row: OrderRow & Standing, today: string) {
  const { plannedEnd, receivedQty: _received, ...shown } = row;
  const holds = [...new Set(row.holds.map(({ code }) => code))];
  const forecastDate = forecastAfter(plannedEnd ?? row.committedDate, row.delayDays, today);
  return { ...shown, percentBps: percentOf(row), forecastDate, holds };
}

/** Bought goods have no steps: what has come of what was ordered. */
function percentOf({ kind, qty, receivedQty, percentBps }: OrderRow & Standing): number {
  if (kind !== 'PROCURE') return percentBps;
  return shareBps(receivedQty, qty);
}
