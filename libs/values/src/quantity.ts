import Big from 'big.js';

/** A quantity is a decimal string, at most 12 digits before and 6 after the point, without sign or exponent. */
export const QUANTITY_PATTERN = /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/;

export function isPositiveQuantity(text: string): boolean {
  return QUANTITY_PATTERN.test(text) && /[1-9]/.test(text);
}

/** Compares decimal texts as numbers, exactly. */
export function isAtLeast(quantity: string, least: string): boolean {
  return new Big(quantity).gte(least);
}

export function largerQuantity(a: string, b: string): string {
  return isAtLeast(a, b) ? a : b;
}

/** Sum of decimal texts, without trailing zeros. */
export function sumQuantities(quantities: readonly string[]): string {
  return quantities.reduce((sum, quantity) => sum.plus(quantity), new Big(0)).toFixed();
}

/** May be negative. */
export function difference(from: string, less: string): string {
  return new Big(from).minus(less).toFixed();
}

/** Basis points of a whole, rounded down: 10,000 only when all of it is there. More than the whole counts as the whole. */
export function shareBps(part: string, whole: string): number {
  return Math.min(10_000, new Big(part).times(10_000).div(whole).round(0, Big.roundDown).toNumber());
}

/** x (1 + basis points); exact, so it may have more than 6 decimals. */
export function increasedBy(quantity: string, bps: number): string {
  return new Big(quantity)
    .times(10_000 + bps)
    .div(10_000)
    .toFixed();
}

/** What an order takes of one BOM line: quantity per unit x units x (1 + scrap); exact. */
export function materialQuantity(qtyPerUnit: string, units: string, scrapBps: number): string {
  return increasedBy(new Big(qtyPerUnit).times(units).toFixed(), scrapBps);
}

/** To the 6 decimals that a quantity has, never down: what is asked for must suffice. */
export function roundedUpQuantity(quantity: string): string {
  return new Big(quantity).round(6, Big.roundUp).toFixed();
}
