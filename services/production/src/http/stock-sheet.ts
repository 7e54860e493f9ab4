import { sheetBody, sheetRows, sheetTo, type SheetKind } from '@engsales/http';
import {
  layoutOf,
  number,
  quantityOf,
  text,
  type Cell,
  type SheetTexts,
  type SheetValues,
  type ValueColumn,
} from '@engsales/sheets';
import type { RequestHandler } from 'express';

const wide = (read: (cell: Cell) => string) => (cell: Cell) => read(cell).normalize('NFKC');

const COLUMNS: readonly ValueColumn[] = [
  { key: 'itemCode', heading: '物料编码', read: wide(number(64)) },
  { key: 'uom', heading: '单位', read: wide(text(16)) },
  { key: 'onHand', heading: '库存数量', read: quantityOf({ positive: false }) },
];
/** Warehouse lists say more than is asked for. */
const SHEET: SheetKind = { name: '盘点表', layout: layoutOf(COLUMNS, { mayHaveOthers: true }) };

const WORDS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/** 10,000 rows with long names fit. */
export const stockBody: RequestHandler = sheetBody('4mb');

/** `takenAt` and `complete` come from the query. */
export const sheetToRows = sheetTo(SHEET, (rows, { takenAt, complete }) => {
  const said: Record<string, unknown> = { rows: rows.map(stockRowOf) };
  // a member that is not there is not the same as one without a value
  if (takenAt !== undefined) said.takenAt = takenAt;
  if (complete !== undefined) said.complete = WORDS.get(complete) ?? complete;
  return said;
});

export interface StockSheetRow {
  readonly itemCode: string;
  readonly uom: string;
  readonly onHand: string;
}

/** The rows of a count. @throws Rejected VALIDATION_FAILED with every cell that cannot be read */
export async function stockRows(
  content: Buffer,
  charset: string | undefined,
  texts: SheetTexts,
): Promise<StockSheetRow[]> {
  return (await sheetRows(SHEET, content, charset, texts)).map(stockRowOf);
}

function stockRowOf(values: SheetValues): StockSheetRow {
  const valueIn = (key: string) => String(values.get(key) ?? '');
  return { itemCode: valueIn('itemCode'), uom: valueIn('uom'), onHand: valueIn('onHand') };
}
