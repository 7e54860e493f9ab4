import { UnsupportedMediaTypeException } from '@nestjs/common';
import { Rejected } from '@engsales/event-sourcing';
import {
  CellFault,
  chosenSheet,
  columnLetters,
  isCharset,
  number,
  openContent,
  ProblemList,
  quantityOf,
  SHEET_EN,
  SHEET_ZH,
  TellableError,
  text,
  underHeadings,
  type Cell,
  type Headings,
  type Layout,
  type SheetRow,
  type SheetTexts,
} from '@engsales/sheets';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

interface StockColumn {
  readonly key: 'itemCode' | 'uom' | 'onHand';
  readonly heading: string;
  readonly read: (cell: Cell) => string;
}

const wide = (read: (cell: Cell) => string) => (cell: Cell) => read(cell).normalize('NFKC');

const COLUMNS: readonly StockColumn[] = [
  { key: 'itemCode', heading: '物料编码', read: wide(number(64)) },
  { key: 'uom', heading: '单位', read: wide(text(16)) },
  { key: 'onHand', heading: '库存数量', read: quantityOf({ positive: false }) },
];
/** Warehouse lists say more than is asked for. */
const LAYOUT: Layout<StockColumn> = { columns: COLUMNS, needed: COLUMNS, mayHaveOthers: true };

export const SHEET_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
/** 10,000 rows with long names fit. */
const LARGEST_BODY = '4mb';
const LARGEST_PART = 64 * 2 ** 20;
const NAME = '盘点表';

const WORDS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/** CSV (UTF-8, GB18030 or as its header says) and .xlsx, as they come. */
export const sheetBody: RequestHandler = express.raw({ type: SHEET_TYPES, limit: LARGEST_BODY });

/** A body that is a sheet becomes the JSON body that it stands for; `takenAt` and `complete` come from the query. */
export function sheetToRows(request: Request, _response: Response, next: NextFunction): void {
  const { body } = request as { body: unknown };
  if (!Buffer.isBuffer(body)) return next();
  const charset = charsetOf(request);
  if (charset !== undefined && !isCharset(charset)) return next(new UnsupportedMediaTypeException(charset));
  const language = request.acceptsLanguages('zh', 'en') === 'en' ? SHEET_EN : SHEET_ZH;
  stockRows(body, charset, language).then((rows) => {
    const { takenAt, complete } = request.query;
    const said: Record<string, unknown> = { rows };
    // a member that is not there is not the same as one without a value
    if (takenAt !== undefined) said.takenAt = takenAt;
    if (complete !== undefined) said.complete = WORDS.get(complete) ?? complete;
    request.body = said;
    next();
  }, next);
}

export type StockSheetRow = Readonly<Record<StockColumn['key'], string>>;

/** The rows of a count. @throws Rejected VALIDATION_FAILED with every cell that cannot be read */
export async function stockRows(
  content: Buffer,
  charset: string | undefined,
  texts: SheetTexts,
): Promise<StockSheetRow[]> {
  const problems = new ProblemList(texts);
  const rows = await rowsIn(content, charset, problems);
  if (rows.length === 0 && problems.count === 0) problems.add({ row: 1 }, (t) => t.noRows);
  if (problems.count > 0) throw refused(problems, texts);
  return rows;
}

async function rowsIn(content: Buffer, charset: string | undefined, problems: ProblemList): Promise<StockSheetRow[]> {
  const rows: StockSheetRow[] = [];
  try {
    const sheets = await openContent(content, { name: NAME, mostBytes: LARGEST_PART, ...(charset && { charset }) });
    const chosen = await chosenSheet(sheets, LAYOUT, problems);
    if (!chosen) return rows;
    for await (const [row, headings] of underHeadings(chosen, LAYOUT, problems)) {
      const read = readRow(row, headings, problems);
      if (read) rows.push(read);
    }
  } catch (error) {
    if (!(error instanceof TellableError)) throw error;
    problems.add({ row: 1 }, error.tell);
  }
  return rows;
}

function readRow(row: SheetRow, headings: Headings<StockColumn>, problems: ProblemList): StockSheetRow | undefined {
  const before = problems.count;
  for (const [column, { address, hidden }] of row.cells) {
    if (hidden === 'ROW') {
      problems.add({ row: row.no }, (t) => t.hiddenRow);
      return undefined;
    }
    if (headings.has(column) || headings.others.has(column)) continue;
    problems.add({ row: row.no, cell: address }, (t) => t.noHeading);
  }
  const values = new Map([...headings].map(([at, column]) => [column.key, valueOf(row, at, column, problems)]));
  if (problems.count > before) return undefined;
  const valueIn = (key: StockColumn['key']) => values.get(key) ?? '';
  return { itemCode: valueIn('itemCode'), uom: valueIn('uom'), onHand: valueIn('onHand') };
}

function valueOf(row: SheetRow, at: number, { heading, read }: StockColumn, problems: ProblemList): string | undefined {
  const cell = row.cells.get(at);
  const place = { row: row.no, cell: `${columnLetters(at)}${row.no}`, heading };
  try {
    const value = cell && read(cell);
    if (value) return value;
    problems.add(place, (t) => t.required);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    problems.add(place, error.tell);
  }
  return undefined;
}

/** A charset that nobody knows is no fault of a cell. */
function charsetOf(request: Request): string | undefined {
  return /;\s*charset="?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
}

function refused(problems: ProblemList, texts: SheetTexts): Rejected {
  const [first] = problems.listed;
  const where = first?.cell ?? texts.row(first?.row ?? 1);
  const words = `${where}${texts.colon}${[first?.heading, first?.message].filter(Boolean).join(' ')}`;
  return new Rejected('VALIDATION_FAILED', words, { problems: problems.listed, unlisted: problems.unlisted });
}
