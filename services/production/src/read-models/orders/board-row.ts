import { shareBps } from '@engsales/values';
import { forecastAfter } from '../../domain/forecast.js';
import type { OrderRow } from './order-row.js';

/** An order with what the board reads beside its head. */
export interface BoardColumns extends OrderRow {
  readonly currentStep: { readonly stepId: string; readonly name: string; readonly ownerId: string } | null;
  readonly plannedEnd: string | null;
  readonly deferredUntil: string | null;
  /** The later of promise and deferral. */
  readonly dueOn: string;
  readonly percentBps: number;
  readonly producedQty: string;
  /** What was ordered, and again what came back and was scrapped. */
  readonly toMakeQty: string;
  /** Without what came back. */
  readonly shippedQty: string;
  readonly grossShippedQty: string;
  readonly shipping: string;
  readonly holds: readonly { readonly code: string }[];
  readonly openExceptions: number;
  readonly delayDays: number;
  readonly unansweredInquiries: number;
}

/** One line of the board as it is today. */
export function boardRow(row: BoardColumns, today: string) {
  return {
    productionOrderId: row.productionOrderId,
    projectId: row.projectId,
    contractId: row.contractId,
    lineId: row.lineId,
    kind: row.kind,
    state: row.state,
    itemCode: row.itemCode,
    name: row.name,
    qty: row.qty,
    uom: row.uom,
    committedDate: row.committedDate,
    deferredUntil: row.deferredUntil,
    dueOn: row.dueOn,
    merchandiserId: row.merchandiserId,
    packageId: row.packageId,
    packageState: row.packageState,
    trackingId: row.trackingId,
    trackingState: row.trackingState,
    currentStep: row.currentStep,
    // bought goods have no steps: what has come of what is to come
    percentBps: row.kind === 'PROCURE' ? shareBps(row.producedQty, row.toMakeQty) : row.percentBps,
    shippedQty: row.shippedQty,
    grossShippedQty: row.grossShippedQty,
    shipping: row.shipping,
    holds: [...new Set(row.holds.map(({ code }) => code))],
    openExceptions: row.openExceptions,
    delayDays: row.delayDays,
    unansweredInquiries: row.unansweredInquiries,
    forecastDate: forecastAfter(
      { expectedOn: row.plannedEnd ?? row.committedDate, deferredUntil: row.deferredUntil },
      row.delayDays,
      today,
    ),
  };
}
