import {
  apiNameOf,
  CellFault,
  chosenSheet,
  contractNo as readContractNo,
  textOf,
  underHeadings,
  type Cell,
  type Sheet,
  type SheetRow,
  type SheetRows,
} from '@engsales/sheets';
import { foldedNumber } from '@engsales/values';
import { CONTRACT_LAYOUT, type ContractHeadings } from '../layout/columns.js';
import { overRows } from '../layout/row-fields.js';
import { ROW_TYPES, type RowType } from '../layout/terms.js';
import type { Problems } from '../texts.js';

export interface TypedRow {
  readonly rowType: RowType;
  readonly row: SheetRow;
}

/** The rows of one contract, which stand together. */
export interface ContractRows {
  readonly contractNo: string;
  readonly firstRow: number;
  readonly rows: TypedRow[];
  readonly headings: ContractHeadings;
  /** A row of it could not be read or stands elsewhere: it must not be sent without. */
  broken: boolean;
}

/** As the service compares them. */
export const comparableNo = foldedNumber;

/** The rows of the sheet that has the contracts; that of the template explains only. */
export function contractSheet(sheets: readonly Sheet[], problems: Problems): Promise<SheetRows | undefined> {
  return chosenSheet(sheets, CONTRACT_LAYOUT, problems, [EXPLAINING]);
}

/** The page of the template that explains the columns. */
export const EXPLAINING = '说明';

/** Contract by contract: only the rows of one, and the numbers of those before, are in memory. */
export async function* contractsIn(rows: SheetRows | undefined, problems: Problems): AsyncGenerator<ContractRows> {
  if (!rows) return; // told when the sheet was chosen
  const seen = new Set<string>();
  const before = problems.count;
  let current: ContractRows | undefined;
  for await (const [row, headings] of underHeadings(rows, CONTRACT_LAYOUT, problems)) {
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
  else refuseNoRows(before, problems);
}

/** Headings alone are no contract; what is wrong with them is told already. */
function refuseNoRows(before: number, problems: Problems): void {
  if (problems.count === before) problems.add({ row: 1 }, (t) => t.noRows);
}

function refuseSecond(contract: ContractRows, seen: Set<string>, problems: Problems): void {
  const { contractNo, firstRow } = contract;
  if (seen.has(comparableNo(contractNo))) {
    problems.add({ row: firstRow }, (t) => t.notTogether(contractNo), { contractNo });
    contract.broken = true;
  }
  seen.add(comparableNo(contractNo));
}

function rowTypeAndNumber(
  row: SheetRow,
  headings: ContractHeadings,
  problems: Problems,
): { rowType?: RowType; contractNo?: string } {
  const cellOf = (key: string): Cell | undefined => {
    const cell = row.cells.get([...headings].find(([, column]) => column.key === key)?.[0] ?? 0);
    return cell && shownOrNot(cell);
  };
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

/** What a row is and whose is known of hidden rows too: that they are hidden is told with the contract. */
function shownOrNot(cell: Cell): Cell {
  const { hidden: _hidden, ...rest } = overRows(cell);
  return rest;
}

function numberOf(row: SheetRow, cell: Cell | undefined, problems: Problems): string | undefined {
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
