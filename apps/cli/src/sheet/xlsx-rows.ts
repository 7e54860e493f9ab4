import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell, SheetRow } from './cell.js';

type Relations = readonly { readonly Id: string; readonly Target: string }[];

/** What exceljs 4.4.0 does inside; its types leave it out. */
interface Internals extends AsyncIterable<AsyncIterable<ExcelJS.Row> & { readonly id: number | string }> {
  workbookRels: Relations | undefined;
  readonly properties?: { readonly model?: { readonly date1904?: boolean } };
  readonly model?: { readonly sheets?: readonly { readonly id: number }[] };
  _parseRels(entry: Readable): Promise<void>;
  _parseWorkbook(entry: Readable): Promise<void>;
  _parseStyles(entry: Readable): Promise<void>;
  _parseSharedStrings(entry: Readable): AsyncGenerator<unknown>;
  _parseWorksheet(chunks: AsyncIterable<Buffer>, sheetNo: string): Generator<unknown>;
}

const Reader = ExcelJS.stream.xlsx.WorkbookReader as unknown as new (input: Readable, options: object) => Internals;

/**
 * Two hazards of exceljs are kept away here. It decodes every chunk by itself, so that a Chinese character on the border of
 * two becomes U+FFFD: it gets text instead of bytes. And it reads a sheet as soon as it knows the texts, with dates as bare
 * numbers when the styles come later: as long as it knows no relations, it puts sheets aside (into a temporary file).
 */
class WorkbookReader extends Reader {
  private relations: Relations | undefined;

  override async _parseRels(entry: Readable): Promise<void> {
    await super._parseRels(entry);
    // some programs write the whole path, which exceljs would not find again
    this.relations = this.workbookRels?.map((each) => ({ ...each, Target: each.Target.replace(/^\/xl\//, '') }));
    this.workbookRels = undefined;
  }

  override _parseWorkbook(entry: Readable): Promise<void> {
    return super._parseWorkbook(entry.setEncoding('utf8'));
  }

  override _parseStyles(entry: Readable): Promise<void> {
    return super._parseStyles(entry.setEncoding('utf8'));
  }

  override _parseSharedStrings(entry: Readable): AsyncGenerator<unknown> {
    return super._parseSharedStrings(entry.setEncoding('utf8'));
  }

  override *_parseWorksheet(chunks: AsyncIterable<Buffer>, sheetNo: string): Generator<unknown> {
    this.workbookRels = this.relations;
    yield* super._parseWorksheet(asText(chunks), sheetNo);
  }
}

async function* asText(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder();
  // exceljs takes text as it comes
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true }) as unknown as Buffer;
}

/** Rows of the first sheet of a workbook, one after the other. */
export async function* xlsxRows(input: Readable): AsyncGenerator<SheetRow> {
  const workbook = new WorkbookReader(input, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  for await (const sheet of workbook) {
    const first = workbook.model?.sheets?.[0]?.id;
    const isFirst = first === undefined || String(sheet.id) === String(first);
    const since1904 = workbook.properties?.model?.date1904 === true;
    // the others are read too: exceljs removes the temporary file of a sheet that nobody reads before it is open, and crashes
    for await (const row of sheet) if (isFirst) yield { no: row.number, cells: cellsOf(row, since1904) };
  }
}

function cellsOf(row: ExcelJS.Row, since1904: boolean): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  row.eachCell((cell, column) => {
    const content = cell.type === ExcelJS.ValueType.Formula ? resultOf(cell) : contentOf(cell.value);
    if (!content || (content.fault === undefined && String(content.value).trim() === '')) return;
    const format = cell.numFmt as string | undefined;
    cells.set(column, {
      address: cell.address,
      ...content,
      ...(format ? { format } : {}),
      ...(since1904 ? { since1904 } : {}),
    });
  });
  return cells;
}

/** `cell.value` leaves out a result that is 0. */
function resultOf(cell: ExcelJS.Cell): Content | undefined {
  const result = cell.result as ExcelJS.CellValue | undefined;
  return result === undefined ? { value: '', fault: 'NOT_CALCULATED' } : contentOf(result);
}

type Content = Pick<Cell, 'value' | 'fault'>;

const FAULTY: Content = { value: '', fault: 'ERROR' };

function contentOf(value: ExcelJS.CellValue): Content | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' && Number.isNaN(value)) return FAULTY;
  return typeof value === 'object' && !(value instanceof Date) ? contentOfObject(value) : { value };
}

function contentOfObject(value: Exclude<ExcelJS.CellValue & object, Date>): Content | undefined {
  if ('richText' in value) return { value: value.richText.map((run) => run.text ?? '').join('') };
  if ('error' in value) return FAULTY;
  return 'text' in value ? contentOf(value.text) : undefined;
}
