import Big from 'big.js';
import type { Cell } from './cell.js';
import { showsAbout, shownDecimals } from './number-format.js';
import { CellFault } from './problem.js';

const DECIMAL = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const EXPONENT = /^[+-]?\d+(\.\d+)?E[+-]?\d+$/i;

/** What a cell says, however wide it is typed; signs without width are left out. */
export const textOf = (cell: Cell): string =>
  String(cell.value)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** What a cell holds and its sheet does not show there is not read. */
export function refuseFault({ fault, hidden, merged }: Cell): void {
  if (fault) throw new CellFault((t) => (fault === 'ERROR' ? t.formulaError : t.notCalculated));
  if (hidden) throw new CellFault((t) => (hidden === 'ROW' ? t.hiddenRow : t.hiddenColumn));
  if (merged) throw new CellFault((t) => t.merged(merged));
}

/**
 * A number as people see it: of a spreadsheet's float the 15 digits that it shows. In text an exponent is refused, since a
 * spreadsheet that writes one has dropped digits.
 */
export function decimalOf(cell: Cell): Big {
  refuseFault(cell);
  const { value } = cell;
  if (value instanceof Date) throw new CellFault((t) => t.isDate);
  if (typeof value === 'number') return shownNumber(value, cell.format);
  const text = textOf(cell).replace(/^¥\s*/, '');
  if (EXPONENT.test(text)) throw new CellFault((t) => t.exponent(text));
  if (typeof value === 'boolean' || !DECIMAL.test(text)) throw new CellFault((t) => t.notDecimal(text));
  return new Big(text.replace(/^\+/, '').replaceAll(',', ''));
}

/** A number that its format rounds shows another one than it holds. */
function shownNumber(value: number, format = ''): Big {
  const held = new Big(value.toPrecision(15));
  const decimals = showsAbout(format) ? 0 : shownDecimals(format);
  if (decimals === undefined || held.round(decimals, Big.roundHalfUp).eq(held)) return held;
  throw new CellFault((t) => t.otherShown(held.toFixed(), format));
}

/** Yuan with at most two decimals, as integer fen. */
export function fenOf(cell: Cell): number {
  const yuan = decimalOf(cell);
  const fen = yuan.times(100);
  if (yuan.lt(0)) throw new CellFault((t) => t.negative(yuan.toFixed()));
  if (!fen.round(0, Big.roundDown).eq(fen)) throw new CellFault((t) => t.notFen(yuan.toFixed()));
  if (fen.gt(Number.MAX_SAFE_INTEGER)) throw new CellFault((t) => t.tooLarge(yuan.toFixed()));
  return fen.toNumber();
}

/** Yuan of one unit with at most 6 decimals, as decimal text. */
export function unitPriceOf(cell: Cell): string {
  const text = decimalOf(cell).toFixed();
  if (text.startsWith('-')) throw new CellFault((t) => t.negative(text));
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(text)) throw new CellFault((t) => t.notQuantity(text));
  return text;
}

/** Like `fenOf`, and more than nothing. */
export function amountOf(cell: Cell): number {
  const fen = fenOf(cell);
  if (fen === 0) throw new CellFault((t) => t.notPositive);
  return fen;
}

/** 13, 13% or a cell that shows 13%. 0.13 may mean 13 % and may mean 0.13 %: it is refused, unless small ones are usual. */
function percentOf(cell: Cell, small: boolean): Big {
  if (typeof cell.value === 'string' && /[%％]$/.test(cell.value.trim())) {
    return decimalOf({ ...cell, value: textOf(cell).slice(0, -1).trim() });
  }
  const given = decimalOf(cell);
  if (typeof cell.value === 'number' && cell.format?.includes('%')) return given.times(100);
  if (!small && given.gt(0) && given.lt(1)) throw new CellFault((t) => t.unclearPercent(given.toFixed()));
  return given;
}

/** A percentage in basis points. */
export const bpsOf =
  ({ least = 0, small = false } = {}) =>
  (cell: Cell): number => {
    const percent = percentOf(cell, small);
    const bps = percent.times(100);
    if (!bps.round(0, Big.roundDown).eq(bps)) throw new CellFault((t) => t.notBps(percent.toFixed()));
    if (bps.lt(least) || bps.gt(10_000)) throw new CellFault((t) => t.outside(percent.toFixed(), least / 100, 100));
    return bps.toNumber();
  };

export const integerOf =
  (most: number) =>
  (cell: Cell): number => {
    const number = decimalOf(cell);
    if (!number.round(0, Big.roundDown).eq(number)) throw new CellFault((t) => t.notInteger(number.toFixed()));
    if (number.lt(0) || number.gt(most)) throw new CellFault((t) => t.outside(number.toFixed(), 0, most));
    return number.toNumber();
  };

/** A quantity as the API takes it: decimal text, 12 digits before and 6 after the point. */
export const quantityOf =
  ({ positive }: { positive: boolean }) =>
  (cell: Cell): string => {
    const text = decimalOf(cell).toFixed();
    if (text.startsWith('-')) throw new CellFault((t) => t.negative(text));
    if (!/^\d{1,12}(\.\d{1,6})?$/.test(text)) throw new CellFault((t) => t.notQuantity(text));
    if (positive && text === '0') throw new CellFault((t) => t.notPositive);
    return text;
  };
