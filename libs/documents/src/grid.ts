import type { FactsBlock, TableBlock } from './business-document.js';

/** One cell of a row; `span` columns wide. */
export interface Cell {
  text: string;
  /** Index of the column that it begins in. */
  column: number;
  span: number;
}

export interface TableRow {
  cells: Cell[];
  kind: 'row' | 'total' | 'empty';
}

/** Each column's part of the table's width; the parts add up to 1. */
export function columnShares(table: TableBlock): number[] {
  const widths = table.columns.map((column) => column.width ?? 1);
  if (widths.some((width) => !(width > 0))) throw new RangeError('a column needs a width above 0');
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => width / sum);
}

/** Body of a table as both outputs print it: its rows or the word for none, then the total. */
export function tableRows(table: TableBlock): TableRow[] {
  const count = table.columns.length;
  for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
    if (row.length !== count) throw new RangeError(`a row of ${row.length} texts in a table of ${count} columns`);
  }
  const rows: TableRow[] = table.rows.map((row) => ({
    cells: row.map((text, column) => ({ text, column, span: 1 })),
    kind: 'row',
  }));
  if (rows.length === 0) rows.push({ cells: [{ text: table.empty ?? '无', column: 0, span: count }], kind: 'empty' });
  if (table.total) rows.push({ cells: totalCells(table.total), kind: 'total' });
  return rows;
}

function totalCells(total: readonly string[]): Cell[] {
  const next = total.findIndex((text, column) => column > 0 && text !== '');
  const span = next < 0 ? total.length : next;
  const rest = total.slice(span).map((text, index) => ({ text, column: span + index, span: 1 }));
  return [{ text: total[0] ?? '', column: 0, span }, ...rest];
}

/** A label and its value; the value is `span` grid columns wide, of `factColumns` * 2. */
export interface FactCell {
  label: string;
  value: string;
  span: number;
}

export function factColumns(block: FactsBlock): number {
  return block.columns ?? 2;
}

/** Facts in rows; the last value of a short row reaches to the right edge. */
export function factRows(block: FactsBlock): FactCell[][] {
  const columns = factColumns(block);
  const rows: FactCell[][] = [];
  let open: FactCell[] = [];
  const close = () => {
    const last = open.at(-1);
    if (last) rows.push(open);
    if (last) last.span += 2 * (columns - open.length);
    open = [];
  };
  for (const { label, value, wide } of block.facts) {
    if (wide) close();
    open.push({ label, value, span: 1 });
    if (wide || open.length === columns) close();
  }
  close();
  return rows;
}
