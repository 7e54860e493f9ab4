import Big from 'big.js';

/** A sum of money that is no longer exact: beyond 2^53-1 fen. An aggregate refuses it as AMOUNT_TOO_LARGE. */
export class AmountTooLarge extends RangeError {
  override readonly name = 'AmountTooLarge';
}

/** Integer fen (1 yuan = 100 fen), at most 2^53-1; never a float. */
export type Fen = number;
/** Basis points: 10 % = 1000. */
export type Bps = number;

function wholeFen(value: Big): Fen {
  const rounded = Number(value.round(0, Big.roundHalfUp).toFixed(0));
  if (!Number.isSafeInteger(rounded)) throw new AmountTooLarge(`${value.toFixed()} fen is beyond 2^53-1`);
  return rounded;
}

/** A price or cost of one unit is decimal text in yuan, up to 6 decimals: what is signed may be finer than a fen. */
export const UNIT_PRICE_PATTERN = /^(0|[1-9]\d{0,13})(\.\d{1,6})?$/;
export const isUnitPrice = (text: string): boolean => UNIT_PRICE_PATTERN.test(text);

/** Amount of a line in fen: round half up of quantity x unit price in yuan (C-03). */
export function lineAmountFen(qty: string, unitPrice: string): Fen {
  return wholeFen(new Big(qty).times(unitPrice).times(100));
}

/**
 * Whether an amount in fen can be what quantity x unit price stands for: off by at most quantity x half of the price's last
 * decimal, the fen at the least, since a price is often an amount divided and rounded (C-05).
 */
export function isAmountOf(amountFen: Fen, qty: string, unitPrice: string): boolean {
  const decimals = Math.max(2, unitPrice.split('.')[1]?.length ?? 0);
  const tolerance = new Big(qty).times(50).div(new Big(10).pow(decimals));
  return new Big(qty).times(unitPrice).times(100).minus(amountFen).abs().lte(tolerance);
}

/** VAT contained in a price in fen: round half up of amount x r / (10000 + r), r in basis points. */
export function taxContainedFen(amountFen: Fen, taxRateBps: Bps): Fen {
  return wholeFen(new Big(amountFen).times(taxRateBps).div(10_000 + taxRateBps));
}

/** Share of a total in fen, round half up. */
export function shareFen(totalFen: Fen, bps: Bps): Fen {
  return wholeFen(new Big(totalFen).times(bps).div(10_000));
}

/** Basis points of a whole amount, round half up: for people to read. What must not say 10,000 too early is rounded down. */
export function rateBps(partFen: Fen | string, wholeFen: Fen | string): Bps {
  return Number(new Big(partFen).times(10_000).div(wholeFen).round(0, Big.roundHalfUp).toFixed(0));
}

/** Basis points as per cent, without needless zeros: 3000 is "30%", 3333 is "33.33%". */
export function formatPercent(bps: Bps): string {
  return `${new Big(bps).div(100).toFixed()}%`;
}

/** Share of a total in fen, rounded down: for a part that must not exceed a limit. */
export function shareDownFen(totalFen: Fen, bps: Bps): Fen {
  return Number(new Big(totalFen).times(bps).div(10_000).round(0, Big.roundDown).toFixed(0));
}

export function sumFen(amounts: readonly Fen[]): Fen {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!Number.isSafeInteger(total)) throw new AmountTooLarge('the sum is beyond 2^53-1 fen');
  return total;
}

/** `part` of `whole` of an amount in fen, round half up; parts and whole in any one unit. */
export function proportionFen(amountFen: Fen, part: number | string, whole: number | string): Fen {
  return wholeFen(new Big(amountFen).times(part).div(whole));
}

/** Material of one BOM line for an order in fen: round half up of quantity per unit x units x (1 + scrap) x unit cost in yuan. */
export function materialCostFen(qtyPerUnit: string, units: string, scrapBps: Bps, unitCost: string): Fen {
  return wholeFen(
    new Big(qtyPerUnit)
      .times(units)
      .times(10_000 + scrapBps)
      .div(100)
      .times(unitCost),
  );
}

/** One material of a bill: how much of it a unit takes, what is lost on the way, and its cost in yuan. */
export interface CostedMaterial {
  readonly qty: string;
  readonly scrapBps: Bps;
  readonly unitCost: string;
}

/** Material of one unit with scrap, yuan: the lines are added up exactly, the sum is rounded half up to 6 decimals. */
export function materialUnitCost(lines: readonly CostedMaterial[]): string {
  const ofLine = ({ qty, scrapBps, unitCost }: CostedMaterial) => new Big(qty).times(10_000 + scrapBps).times(unitCost);
  const sum = lines.reduce((total, line) => total.plus(ofLine(line)), new Big(0));
  return sum.div(10_000).round(6, Big.roundHalfUp).toFixed();
}
