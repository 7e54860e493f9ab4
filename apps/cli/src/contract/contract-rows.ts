import { apiNameOf, ROW_TYPES, type RowType } from '../layout/terms.js';
import { textOf } from '../layout/decimals.js';
import { CellFault, type ProblemList } from '../problem.js';
import type { Cell, SheetRow, SheetRows } from '../sheet/cell.js';
import { contractNo as readContractNo } from '../layout/texts-and-dates.js';
import { headingsOf, type Headings } from '../layout/headings.js';

export interface TypedRow {
  readonly rowType: RowType;
  readonly row: SheetRow;
}

/** The rows of one contract, which stand together. */
export interface ContractRows {
  readonly contractNo: string;
  readonly firstRow: number;
  readonly rows: TypedRow[];
  readonly headings: Headings;
  /** A row of it could not be read or stands elsewhere: it must not be sent without. */
  broken: boolean;
}

/** As the service compares them. */
export const comparableNo = (contractNo: string) => contractNo.normalize('NFKC').toUpperCase();

/** Contract by contract: only the rows of one, and the numbers of those before, are in memory. */
export async function* contractsIn(rows: SheetRows, problems: ProblemList): AsyncGenerator<ContractRows> {
  const seen = new Set<string>();
  let current: ContractRows | undefined;
  for await (const [row, headings] of rowsUnderHeadings(rows, problems)) {
    const { rowType, contractNo } = rowTypeAndNumber(row, headings, problems);
    if (contractNo !== undefined && (!current || comparableNo(contractNo) !== comparableNo(current.contractNo))) {
      if (current) yield current;
      current = { contractNo, firstRow: row.no, rows: [], headings, broken: false };
      refuseSecond(current, seen, problems);
    }
    if (current && rowType && contractNo !== undefined) current.rows.push({ rowType, row });
    else if (current) current.broken = true;
  }
  if (current) yield current;
}

async function* rowsUnderHeadings(rows: SheetRows, problems: ProblemList): AsyncGenerator<[SheetRow, Headings]> {
  let headings: Headings | undefined;
  for await (const row of rows) {
    if (row.cells.size === 0) continue;
    if (headings) {
      yield [row, headings];
      continue;
    }
    headings = headingsOf(row, problems);
    if (!headings) return;
  }
  if (!headings) problems.add({ row: 1 }, (t) => t.empty);
}

function refuseSecond(contract: ContractRows, seen: Set<string>, problems: ProblemList): void {
  const { contractNo, firstRow } = contract;
  if (seen.has(comparableNo(contractNo))) {
    problems.add({ row: firstRow }, (t) => t.notTogether(contractNo), { contractNo });
    contract.broken = true;
  }
  seen.add(comparableNo(contractNo));
}

function rowTypeAndNumber(
  row: SheetRow,
  headings: Headings,
  problems: ProblemList,
): { rowType?: RowType; contractNo?: string } {
  const cellOf = (key: string): Cell | undefined =>
    row.cells.get([...headings].find(([, column]) => column.key === key)?.[0] ?? 0);
  const [typeCell, numberCell] = [cellOf('rowType'), cellOf('contractNo')];
  const rowType = typeCell && (apiNameOf(ROW_TYPES, textOf(typeCell)) as RowType | undefined);
  if (!rowType) {
    const where = typeCell ? { cell: typeCell.address } : {};
    const known = Object.values(ROW_TYPES).map(([term]) => term ?? '');
    problems.add({ row: row.no, ...where, heading: '行类型' }, (t) =>
      t.unknownTerm(typeCell ? textOf(typeCell) : '', known),
    );
  }
  const contractNo = numberOf(row, numberCell, problems);
  return { ...(rowType ? { rowType } : {}), ...(contractNo === undefined ? {} : { contractNo }) };
}

function numberOf(row: SheetRow, cell: Cell | undefined, problems: ProblemList): string | undefined {
  if (!cell) {
    problems.add({ row: row.no, heading: '合同编号' }, (t) => t.required);
    return undefined;
  }
  try {
    return readContractNo(cell);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    problems.add({ row: row.no, cell: cell.address, heading: '合同编号' }, error.tell);
    return undefined;
  }
}
