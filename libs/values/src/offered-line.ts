import { isAmountOf, lineAmountFen, sumFen, type Bps, type Fen } from './money.js';

/** How a line is fulfilled: made by us, bought in, handed over by the manufacturer itself (代理), or a service. */
export const FULFILMENTS = ['MAKE', 'BUY', 'AGENCY', 'SERVICE'] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

/** How a deal is run: own production 自产, bought and sold again 买断, or for a commission 代理. */
export const OPERATION_MODES = ['OWN_PRODUCTION', 'BUYOUT', 'AGENCY'] as const;
export type OperationMode = (typeof OPERATION_MODES)[number];

/** Lines of an offer or a contract at most. */
export const MAX_LINES = 500;

/** A line as it is offered or agreed on: of a bid, a quotation, a contract. */
export interface OfferedLine {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  /** Decimal text. */
  readonly qty: string;
  readonly uom: string;
  /** Yuan with VAT, decimal text. */
  readonly unitPrice: string;
  readonly discountFen?: Fen;
  /** As on paper, where quantity x price does not give it to the fen. */
  readonly amountFen?: Fen;
  readonly taxRateBps: Bps;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  readonly packageKey?: string;
  readonly trackingKey?: string;
}

/** What a line is worth, and whether what it says of itself can be so. */
export interface LineAmount {
  readonly amountFen: Fen;
  readonly fits: boolean;
}

/** Quantity x price less the discount; an amount that the paper says is the truth where it can come from them (C-03, C-05). */
export function amountOfLine({ qty, unitPrice, discountFen = 0, amountFen: given }: OfferedLine): LineAmount {
  const amountFen = lineAmountFen(qty, unitPrice) - discountFen;
  if (amountFen < 0) return { amountFen, fits: false };
  if (given === undefined || given === amountFen) return { amountFen, fits: true };
  const fits = isAmountOf(sumFen([given, discountFen]), qty, unitPrice);
  return { amountFen: fits ? given : amountFen, fits };
}

/** The line field by field, without whatever else the request or the message beside it holds. */
export function offeredLineOf(line: OfferedLine): OfferedLine {
  return {
    lineId: line.lineId,
    itemCode: line.itemCode,
    name: line.name,
    spec: line.spec,
    qty: line.qty,
    uom: line.uom,
    unitPrice: line.unitPrice,
    discountFen: line.discountFen,
    amountFen: line.amountFen,
    taxRateBps: line.taxRateBps,
    fulfilment: line.fulfilment,
    requestedDate: line.requestedDate,
    committedDate: line.committedDate,
    deliverTo: line.deliverTo,
    packageKey: line.packageKey,
    trackingKey: line.trackingKey,
  };
}
