import { Rejected } from '@engsales/event-sourcing/decider';
import { isPositiveQuantity, lineAmountFen, sumFen, taxContainedFen } from '@engsales/values';
import {
  priceMilestones,
  refuseWrongSchedule,
  type DraftMilestone,
  type PaymentMilestone,
} from './payment-schedule.js';

export type Fulfilment = 'MAKE' | 'BUY' | 'AGENCY' | 'SERVICE';
export type OperationMode = 'OWN_PRODUCTION' | 'BUYOUT' | 'AGENCY';

export interface DraftLine {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  /** Decimal string in `uom`. */
  readonly qty: string;
  readonly uom: string;
  readonly unitPriceFen: number;
  /** May be said, must then be what quantity x price gives. */
  readonly amountFen?: number;
  readonly taxRateBps: number;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  readonly packageKey?: string;
  readonly trackingKey?: string;
}

export interface ContractLine extends DraftLine {
  readonly amountFen: number;
  /** VAT contained in `amountFen`. */
  readonly taxFen: number;
  readonly packageKey: string;
  readonly trackingKey: string;
}

interface DocumentBase {
  readonly projectName: string;
  readonly source?: { readonly type: 'TENDER' | 'NEGOTIATION'; readonly id: string };
  readonly customer?: { readonly partyId?: string; readonly name: string };
  readonly salespersonId?: string;
  readonly merchandiserId?: string;
  readonly operationMode: OperationMode;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly warrantyTerms?: { readonly defectsLiabilityMonths?: number; readonly text?: string };
  readonly penaltyTerms?: { readonly lateDeliveryBpsPerDay: number; readonly capBps: number };
  readonly rightsAndObligations?: string;
  readonly drawings?: readonly { readonly drawingNo: string; readonly rev: string; readonly docRef?: string }[];
  readonly awardedFen?: number;
  /** Approval of a difference to the award. */
  readonly awardExceptionRef?: string;
  /** Last day to sign after an award (招标投标法 46: 30 days from the notice). */
  readonly signingDueOn?: string;
}

/** What a salesperson writes: the whole document, at draft and at every revision. */
export interface DraftDocument extends DocumentBase {
  readonly lines: readonly DraftLine[];
  readonly paymentMilestones: readonly DraftMilestone[];
}

/** The document with every amount worked out. */
export interface ContractDocument extends DocumentBase {
  readonly lines: readonly ContractLine[];
  readonly milestones: readonly PaymentMilestone[];
  /** Sum of the lines in fen, VAT included. */
  readonly totalFen: number;
  readonly taxFen: number;
}

const MAX_LINES = 500;
const GOODS_TRIGGERS: readonly string[] = ['GOODS_READY', 'DISPATCHED', 'DELIVERED'];

/** Lines that become a production order each. */
export function orderLineIdsOf({ lines }: ContractDocument): string[] {
  return lines.filter(isGoods).map((line) => line.lineId);
}

/** Goods that we hand over; agency goods come from the manufacturer, services have none. */
export const isGoods = ({ fulfilment }: ContractLine): boolean => fulfilment === 'MAKE' || fulfilment === 'BUY';

/** Works out every amount. @throws Rejected TOO_MANY_LINES, LINE_AMOUNT_MISMATCH, PAYMENT_SCHEDULE_MISMATCH, DEPOSIT_OVER_20_PERCENT */
export function priceDocument({ paymentMilestones, ...draft }: DraftDocument): ContractDocument {
  if (draft.lines.length > MAX_LINES) {
    throw new Rejected('TOO_MANY_LINES', `a contract has at most ${MAX_LINES} lines`, { lines: draft.lines.length });
  }
  refuseDoubles(
    draft.lines.map((line) => line.lineId),
    '/lines',
    'lineId',
  );
  refuseDoubles(
    paymentMilestones.map((milestone) => milestone.id),
    '/paymentMilestones',
    'id',
  );
  refuseUnknownScope(draft.lines, paymentMilestones);
  try {
    const lines = draft.lines.map(priceLine);
    const totalFen = sumFen(lines.map((line) => line.amountFen));
    const milestones = priceMilestones(paymentMilestones, totalFen);
    if (lines.length > 0 && milestones.length > 0) refuseWrongSchedule(milestones, totalFen);
    return { ...draft, lines, milestones, totalFen, taxFen: sumFen(lines.map((line) => line.taxFen)) };
  } catch (error) {
    if (error instanceof RangeError) throw new Rejected('AMOUNT_TOO_LARGE', error.message);
    throw error;
  }
}

function priceLine(line: DraftLine, index: number): ContractLine {
  if (!isPositiveQuantity(line.qty)) {
    throw new Rejected('VALIDATION_FAILED', 'qty is a positive decimal text', { pointer: `/lines/${index}/qty` });
  }
  const amountFen = lineAmountFen(line.qty, line.unitPriceFen);
  if (line.amountFen !== undefined && line.amountFen !== amountFen) {
    const details = { lineId: line.lineId, givenFen: line.amountFen, amountFen };
    throw new Rejected('LINE_AMOUNT_MISMATCH', `line ${line.lineId} is ${amountFen} fen`, details);
  }
  const { packageKey = line.lineId, trackingKey = line.lineId } = line;
  return { ...line, amountFen, taxFen: taxContainedFen(amountFen, line.taxRateBps), packageKey, trackingKey };
}

function refuseUnknownScope(lines: readonly DraftLine[], milestones: readonly DraftMilestone[]): void {
  const known = new Set(lines.map((line) => line.lineId));
  milestones.forEach(({ scope, trigger }, index) => {
    const unknown = scope?.lineIds?.filter((lineId) => !known.has(lineId)) ?? [];
    const goods =
      scope?.lineIds?.filter((id) => lines.some((line) => line.lineId === id && line.fulfilment === 'SERVICE')) ?? [];
    if (GOODS_TRIGGERS.includes(trigger) && goods.length > 0) {
      const details = { pointer: `/paymentMilestones/${index}/scope/lineIds`, services: goods };
      throw new Rejected('VALIDATION_FAILED', 'a service is never ready, dispatched or delivered', details);
    }
    if (lines.length > 0 && unknown.length > 0) {
      const details = { pointer: `/paymentMilestones/${index}/scope/lineIds`, unknown };
      throw new Rejected('VALIDATION_FAILED', 'the scope names lines that the contract does not have', details);
    }
  });
}

function refuseDoubles(ids: readonly string[], pointer: string, field: string): void {
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined)
    throw new Rejected('VALIDATION_FAILED', `${field} ${double} stands twice`, { pointer, [field]: double });
}
