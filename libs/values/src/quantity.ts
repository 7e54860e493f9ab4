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
