/** What stands in a cell; a formula is its stored result. */
export interface Cell {
  /** As people name it: F12. */
  readonly address: string;
  readonly value: string | number | boolean | Date;
  /** Number format of a spreadsheet: tells percentages and leading zeros. */
  readonly format?: string;
  /** The workbook counts days from 1904. */
  readonly since1904?: boolean;
  readonly fault?: 'ERROR' | 'NOT_CALCULATED';
  /** The spreadsheet does not show it. */
  readonly hidden?: 'ROW' | 'COLUMN';
  /** The range that it is merged over; below its first row it has the value of that. */
  readonly merged?: string;
}

/** Blank cells are absent; columns count from 1. */
export interface SheetRow {
  readonly no: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

export type SheetRows = AsyncIterable<SheetRow>;

/** One sheet of a workbook; a CSV file is one without a name. */
export interface Sheet {
  readonly name?: string;
  readonly isHidden: boolean;
  rows(): SheetRows;
}

/** 1 -> A, 27 -> AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

export const addressOf = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** AA12 -> 27 and 12; undefined when it is no address. */
export function placeOf(address: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (!letters) return undefined;
  return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), row: Number(row) };
}
