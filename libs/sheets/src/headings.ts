import type { Sheet, SheetRow, SheetRows } from './cell.js';
import { textOf } from './decimals.js';
import type { ProblemList, Tell } from './problem.js';
import { folded } from './terms.js';

/** A column of an import, as it is known by its heading. */
export interface Headed {
  /** May stand as a heading too. */
  readonly key: string;
  readonly heading: string;
}

export interface Layout<Column extends Headed> {
  readonly columns: readonly Column[];
  /** Without these nothing can be read. */
  readonly needed: readonly Column[];
  /** Columns that nobody knows are passed over. */
  readonly mayHaveOthers?: boolean;
}

/** Which column of the file is which of ours. */
export interface Headings<Column extends Headed> extends ReadonlyMap<number, Column> {
  /** Columns under headings that are passed over. */
  readonly others: ReadonlySet<number>;
}

class FoundHeadings<Column extends Headed> extends Map<number, Column> implements Headings<Column> {
  readonly others = new Set<number>();
}

/** So many rows may stand above the headings. */
const ROWS_ABOVE = 20;
/** A row that names so many columns is meant as the headings. */
const TELLING = 3;

/** The rows of one sheet with the headings above them; what cannot be trusted is told and not read. */
export async function* underHeadings<Column extends Headed>(
  rows: SheetRows,
  layout: Layout<Column>,
  problems: Told,
): AsyncGenerator<[SheetRow, Headings<Column>]> {
  const above: SheetRow[] = [];
  let headings: Headings<Column> | undefined;
  for await (const row of rows) {
    if (row.cells.size === 0) continue;
    if (headings) {
      yield [row, headings];
      continue;
    }
    above.push(row);
    if (!isHeadings(row, layout) && above.length < ROWS_ABOVE) continue;
    headings = headingsOf(row, above, layout, problems);
    if (!headings) return;
  }
  if (headings) return;
  const [first] = above;
  if (first) headingsOf(first, [first], layout, problems);
  else problems.add({ row: 1 }, (t) => t.empty);
}

/** What the reading of a sheet tells, whatever its import tells beyond. */
export interface Told {
  readonly count: number;
  add(place: Parameters<ProblemList['add']>[0], tell: Tell): void;
  note(tell: Tell): void;
}

function columnsIn<Column extends Headed>(row: SheetRow, layout: Layout<Column>): [number, Column | undefined][] {
  const known = new Map(layout.columns.flatMap((each) => [each.heading, each.key].map((name) => [folded(name), each])));
  return [...row.cells].map(([number, cell]) => [number, known.get(folded(textOf(cell)))]);
}

function isHeadings<Column extends Headed>(row: SheetRow, layout: Layout<Column>): boolean {
  const found = new Set(columnsIn(row, layout).flatMap(([, column]) => column ?? []));
  return found.size >= Math.min(TELLING, layout.needed.length - 1);
}

/** Finds the columns by their headings, in any order. Undefined when they cannot be trusted. */
function headingsOf<Column extends Headed>(
  last: SheetRow,
  above: readonly SheetRow[],
  layout: Layout<Column>,
  problems: Told,
): Headings<Column> | undefined {
  const row = isHeadings(last, layout) ? last : (above[0] ?? last);
  const before = problems.count;
  const headings = new FoundHeadings<Column>();
  const places = new Map<Column, string>();
  for (const [number, column] of columnsIn(row, layout)) {
    const cell = row.cells.get(number);
    if (!cell) continue;
    const twin = column && places.get(column);
    const place = { row: row.no, cell: cell.address };
    if (twin) problems.add(place, (t) => t.doubleHeading(column.heading, twin));
    else if (column) {
      headings.set(number, column);
      places.set(column, cell.address);
    } else if (layout.mayHaveOthers) headings.others.add(number);
    else problems.add(place, (t) => t.unknownHeading(textOf(cell)));
  }
  const missing = layout.needed.filter((column) => !places.has(column)).map((column) => column.heading);
  if (missing.length > 0) problems.add({ row: row.no }, (t) => t.missingHeadings(missing));
  if (problems.count > before) return undefined;
  if (above.length > 1) problems.note((t) => t.headingsIn(row.no));
  return headings;
}

/**
 * The rows of the sheet that the headings stand on. A second sheet with rows under such headings is told, and nothing is
 * read: half of a contract may stand there. `silent` names sheets that are known to explain only.
 */
export async function chosenSheet<Column extends Headed>(
  sheets: readonly Sheet[],
  layout: Layout<Column>,
  problems: Told,
  silent: readonly string[] = [],
): Promise<SheetRows | undefined> {
  if (sheets.length < 2) return sheets[0]?.rows() ?? nothing(problems);
  const looked = await Promise.all(sheets.map((sheet) => lookAt(sheet, layout)));
  const filled = looked.filter(({ hasRows }) => hasRows);
  const chosen = bestOf(looked);
  const ignored = filled.filter((each) => each !== chosen);
  for (const { name } of ignored) {
    if (filled.some(isShown)) problems.add({ row: 1 }, (t) => t.secondSheet(name, chosen?.name ?? ''));
    else problems.add({ row: 1 }, (t) => t.hiddenSheet(name));
  }
  if (ignored.length > 0) return undefined;
  const without = looked.filter((each) => each !== chosen && each.hasContent && !each.hasHeadings);
  for (const { name } of without) if (!silent.includes(name)) problems.note((t) => t.sheetNotRead(name));
  return chosen?.sheet.rows();
}

/** Of the sheets that are shown the first with rows under headings, else with headings, else any. */
function bestOf(looked: readonly Looked[]): Looked | undefined {
  const shown = looked.filter(isShown);
  return shown.find(({ hasRows }) => hasRows) ?? shown.find(({ hasHeadings }) => hasHeadings) ?? shown[0] ?? looked[0];
}

interface Looked {
  readonly sheet: Sheet;
  readonly name: string;
  readonly hasContent: boolean;
  readonly hasHeadings: boolean;
  /** Under the headings. */
  readonly hasRows: boolean;
}

const isShown = ({ sheet }: Looked) => !sheet.isHidden;

function nothing(problems: Told): undefined {
  problems.add({ row: 1 }, (t) => t.empty);
  return undefined;
}

async function lookAt<Column extends Headed>(sheet: Sheet, layout: Layout<Column>): Promise<Looked> {
  const { name = '' } = sheet;
  let [count, hasHeadings] = [0, false];
  for await (const row of sheet.rows()) {
    if (row.cells.size === 0) continue;
    if (hasHeadings) return { sheet, name, hasContent: true, hasHeadings, hasRows: true };
    count += 1;
    hasHeadings = isHeadings(row, layout);
    if (!hasHeadings && count >= ROWS_ABOVE) break;
  }
  return { sheet, name, hasContent: count > 0, hasHeadings, hasRows: false };
}
