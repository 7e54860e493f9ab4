import { CellFault, columnLetters, type Cell, type SheetPlace, type SheetRow } from '@engsales/sheets';
import type { Tell } from '../texts.js';
import { COLUMNS, type CellValue, type Column, type ContractHeadings } from './columns.js';
import { labelOf, type RowType } from './terms.js';

export interface Field {
  readonly value: CellValue;
  readonly column: Column;
  readonly place: SheetPlace;
}

/** By the key of the column. */
export class Fields extends Map<string, Field> {
  /** Cells that were filled in and could not be read: told already. */
  readonly wrong = new Set<string>();

  isBlank(key: string): boolean {
    return !this.has(key) && !this.wrong.has(key);
  }
}

export type Report = (place: SheetPlace, tell: Tell) => void;

/** The cells of a row that its type has, read; what is wrong with any of them is reported. */
export function fieldsOf(row: SheetRow, rowType: RowType, headings: ContractHeadings, report: Report): Fields {
  const fields = new Fields();
  for (const [number, cell] of row.cells) {
    const column = headings.get(number);
    const place = {
      row: row.no,
      cell: cell.address,
      rowType: labelOf(rowType),
      ...(column ? { heading: column.heading } : {}),
    };
    if (!column) report(place, (t) => t.noHeading);
    else if (!column.uses[rowType]) report(place, (t) => t.notOfRow(labelOf(rowType)));
    else {
      const value = valueOf(column, cell, (tell) => report(place, tell));
      if (value === undefined) fields.wrong.add(column.key);
      else fields.set(column.key, { value, column, place });
    }
  }
  for (const column of COLUMNS) {
    if (!column.uses[rowType]?.required || !fields.isBlank(column.key)) continue;
    report(placeOfBlank(row, rowType, column, headings), (t) => t.required);
  }
  return fields;
}

function valueOf(column: Column, cell: Cell, report: (tell: Tell) => void): CellValue | undefined {
  try {
    return column.read(column.spansRows ? overRows(cell) : cell);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    report(error.tell);
    return undefined;
  }
}

/** A cell that is merged over rows stands in each of them. */
export function overRows(cell: Cell): Cell {
  const [first, last] = (cell.merged ?? '').split(':').map((address) => address.replace(/\d+$/, ''));
  if (first !== last) return cell;
  const { merged: _range, ...alone } = cell;
  return alone;
}

/** Where the fields stand that a row may have and has not, by their paths: a refusal may mean that one is missing. */
export function blankPlaces(
  fields: Fields,
  rowType: RowType,
  row: number,
  headings: ContractHeadings,
): [path: string, place: SheetPlace][] {
  return COLUMNS.flatMap((column): [string, SheetPlace][] => {
    const path = column.uses[rowType]?.path;
    return path && fields.isBlank(column.key) ? [[path, placeOfBlank({ no: row }, rowType, column, headings)]] : [];
  });
}

export function placeOfBlank(
  row: Pick<SheetRow, 'no'>,
  rowType: RowType,
  column: Column,
  headings: ContractHeadings,
): SheetPlace {
  const number = [...headings].find(([, each]) => each === column)?.[0];
  const where = { row: row.no, rowType: labelOf(rowType), heading: column.heading };
  return number === undefined ? where : { ...where, cell: `${columnLetters(number)}${row.no}` };
}
