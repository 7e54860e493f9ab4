import type { ProblemList } from '../problem.js';
import type { SheetRow } from '../sheet/cell.js';
import { COLUMNS, NEEDED_HEADINGS, type Column } from './columns.js';
import { textOf } from './decimals.js';

/** Which column of the file is which of ours. */
export type Headings = ReadonlyMap<number, Column>;

const plain = (text: string) => text.normalize('NFKC').replace(/[\s*]/g, '').toUpperCase();
const known = new Map(COLUMNS.flatMap((column) => [column.heading, column.key].map((name) => [plain(name), column])));

/** Finds the columns by their headings, in any order. Undefined when they cannot be trusted. */
export function headingsOf(row: SheetRow, problems: ProblemList): Headings | undefined {
  const before = problems.count;
  const headings = new Map<number, Column>();
  const places = new Map<Column, string>();
  for (const [number, cell] of row.cells) {
    const column = known.get(plain(textOf(cell)));
    const twin = column && places.get(column);
    const place = { row: row.no, cell: cell.address };
    if (!column) problems.add(place, (t) => t.unknownHeading(textOf(cell)));
    else if (twin) problems.add(place, (t) => t.doubleHeading(column.heading, twin));
    else {
      headings.set(number, column);
      places.set(column, cell.address);
    }
  }
  const missing = NEEDED_HEADINGS.filter((column) => !places.has(column)).map((column) => column.heading);
  if (missing.length > 0) problems.add({ row: row.no }, (t) => t.missingHeadings(missing));
  return problems.count === before ? headings : undefined;
}
