import { CONTRACT_NO, hasZeroWidth, isBusinessDate } from '@engsales/values';
import type { Cell } from './cell.js';
import { refuseFault, textOf } from './decimals.js';
import { bareFormat, showsDay } from './number-format.js';
import { CellFault } from './problem.js';
import { apiNameOf, type Terms } from './terms.js';

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The time of a day is passed over: the day is the same. */
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ] ?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?$/;
/** Days since 1899-12-30 of 2000-01-01 and 2100-01-01. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_051];

/** What a cell shows. Long numbers and dates are refused: the spreadsheet has changed what was typed. */
function shownText(cell: Cell): string {
  refuseFault(cell);
  const { value, format = '' } = cell;
  if (value instanceof Date) throw new CellFault((t) => t.isDate);
  if (typeof value === 'boolean') throw new CellFault((t) => t.isBoolean);
  if (typeof value === 'string') return value.trim();
  if (Math.abs(value) >= 1e15) throw new CellFault((t) => t.digitsLost);
  return numberAsText(String(Number(value.toPrecision(15))), format);
}

/** A code that is a number is read as it is shown: plainly, or with zeros in front; any other format may show anything. */
function numberAsText(text: string, format: string): string {
  const bare = bareFormat(format);
  if (/^(|@|general|#+)$/i.test(bare) && !/["\\]/.test(format)) return text;
  if (/^0+$/.test(bare) && !/["\\]/.test(format) && /^\d+$/.test(text)) return text.padStart(bare.length, '0');
  throw new CellFault((t) => t.formatted(text, format));
}

/** Lines end as everywhere; signs without width say nothing. */
const cleaned = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\p{Cf}/gu, '');

export const text =
  (longest: number) =>
  (cell: Cell): string => {
    const shown = cleaned(shownText(cell)).trim();
    if (shown.includes('\uFFFD')) throw new CellFault((t) => t.unreadable);
    if (shown.length > longest) throw new CellFault((t) => t.tooLong(shown.length, longest));
    return shown;
  };

/** Text that a spreadsheet likes to turn into 6.22E+18. */
export const number =
  (longest: number) =>
  (cell: Cell): string => {
    const shown = text(longest)(cell);
    if (/^\d(\.\d+)?E\+\d+$/i.test(shown)) throw new CellFault((t) => t.exponent(shown));
    return shown;
  };

const matching =
  (pattern: RegExp, key: 'notContractNo' | 'notReference' | 'notUuid') =>
  (cell: Cell): string => {
    const shown = number(64)(cell);
    if (!pattern.test(shown)) throw new CellFault((t) => t[key](shown));
    return shown;
  };

const contractNumber = matching(CONTRACT_NO, 'notContractNo');

/** As it stands on paper; what cannot be seen is not left out in silence, since the number would be another one in the file. */
export function contractNo(cell: Cell): string {
  if (typeof cell.value === 'string' && hasZeroWidth(cell.value)) throw new CellFault((t) => t.zeroWidth);
  return contractNumber(cell);
}

export const reference = matching(REFERENCE, 'notReference');
export const uuid = matching(UUID, 'notUuid');

/** References, with commas between them. */
export function references(cell: Cell): string[] {
  const parts = text(10_000)(cell)
    .split(/[,，、;；\s]+/)
    .filter(Boolean);
  return parts.map((value) => reference({ ...cell, value }));
}

export const term =
  (terms: Terms) =>
  (cell: Cell): string => {
    const said = text(64)(cell);
    const name = apiNameOf(terms, said);
    if (name === undefined)
      throw new CellFault((t) =>
        t.unknownTerm(
          said,
          Object.values(terms).map(([first]) => first ?? ''),
        ),
      );
    return name;
  };

/** A day: a date cell, YYYY-MM-DD, or what Chinese spreadsheets write into CSV (2025/3/1, 2025年3月1日), with or without a time. */
export function date(cell: Cell): string {
  refuseFault(cell);
  const { value, since1904 = false, format = '' } = cell;
  if (value instanceof Date) {
    if (!showsDay(format)) throw new CellFault((t) => t.dayNotShown(format));
    return dayOfSerial(value.getTime() / 86_400_000 + 25_569);
  }
  if (typeof value === 'number') return dayOfSerial(value + (since1904 ? 1_462 : 0));
  const shown = textOf(cell);
  const [, year = '', month = '', day = ''] = DAY.exec(shown) ?? [];
  return checkedDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, shown);
}

/** A formula's result and a date in a cell of General format are bare numbers. */
function dayOfSerial(serial: number): string {
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL)) throw new CellFault((t) => t.notDate(String(serial)));
  return new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

function checkedDay(day: string, shown = day): string {
  if (!isBusinessDate(day)) throw new CellFault((t) => t.notDate(shown));
  return day;
}
