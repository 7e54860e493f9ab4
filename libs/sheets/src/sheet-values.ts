import { columnLetters, type Cell, type SheetRow } from './cell.js';
import { chosenSheet, underHeadings, type Headed, type Headings, type Layout } from './headings.js';
import { openContent, type ContentOptions } from './open-sheets.js';
import { CellFault, TellableError, type ProblemList } from './problem.js';

/** A column of a sheet whose rows are all alike. */
export interface ValueColumn extends Headed {
  readonly read: (cell: Cell) => string | number;
  readonly mayBeBlank?: boolean;
}

/** What a row says, by the keys of its columns; what is blank is absent. */
export type SheetValues = ReadonlyMap<string, string | number>;

/** Every column is looked for; only those that may be blank may be missing. */
export const layoutOf = (
  columns: readonly ValueColumn[],
  how: { readonly mayHaveOthers?: boolean } = {},
): Layout<ValueColumn> => ({
  columns,
  needed: columns.filter(({ mayBeBlank }) => !mayBeBlank),
  ...how,
});

/** The rows of a file under its headings. Whatever cannot be read is among the problems, and its row is left out. */
export async function valuesIn(
  content: Buffer,
  layout: Layout<ValueColumn>,
  problems: ProblemList,
  options: ContentOptions,
): Promise<SheetValues[]> {
  const rows: SheetValues[] = [];
  try {
    const chosen = await chosenSheet(await openContent(content, options), layout, problems);
    if (!chosen) return rows;
    for await (const [row, headings] of underHeadings(chosen, layout, problems)) {
      const values = valuesOf(row, headings, problems);
      if (values) rows.push(values);
    }
  } catch (error) {
    if (!(error instanceof TellableError)) throw error;
    problems.add({ row: 1 }, error.tell);
  }
  if (rows.length === 0 && problems.count === 0) problems.add({ row: 1 }, (t) => t.noRows);
  return rows;
}

function valuesOf(row: SheetRow, headings: Headings<ValueColumn>, problems: ProblemList): SheetValues | undefined {
  const before = problems.count;
  for (const [column, { address, hidden }] of row.cells) {
    if (hidden === 'ROW') {
      problems.add({ row: row.no }, (t) => t.hiddenRow);
      return undefined;
    }
    if (headings.has(column) || headings.others.has(column)) continue;
    problems.add({ row: row.no, cell: address }, (t) => t.noHeading);
  }
  const values = new Map<string, string | number>();
  for (const [at, column] of headings) {
    const value = valueAt(row, at, column, problems);
    if (value !== undefined) values.set(column.key, value);
  }
  return problems.count > before ? undefined : values;
}

function valueAt(
  row: SheetRow,
  at: number,
  { heading, read, mayBeBlank }: ValueColumn,
  problems: ProblemList,
): string | number | undefined {
  const cell = row.cells.get(at);
  const place = { row: row.no, cell: `${columnLetters(at)}${row.no}`, heading };
  try {
    const value = cell && read(cell);
    if (value !== undefined && value !== '') return value;
    if (!mayBeBlank) problems.add(place, (t) => t.required);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    problems.add(place, error.tell);
  }
  return undefined;
}
