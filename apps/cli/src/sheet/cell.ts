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
}

/** Blank cells are absent; columns count from 1. */
export interface SheetRow {
  readonly no: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

export type SheetRows = AsyncIterable<SheetRow>;

/** 1 -> A, 27 -> AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

export const addressOf = (column: number, row: number): string => `${columnLetters(column)}${row}`;
