import fs from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Sheet, SheetRows } from './cell.js';
import { csvRows, encodingOf, isCharset } from './csv-rows.js';
import { TellableError } from './problem.js';
import { workbookSheets } from './xlsx/workbook.js';

const HEAD_BYTES = 65_536;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LARGEST_PART = 2 ** 30;

export interface ContentOptions {
  /** How the content is named where it cannot be read. */
  readonly name: string;
  /** Of a CSV; found out when absent. */
  readonly charset?: string;
  /** What a part of a workbook may unpack to. */
  readonly mostBytes?: number;
}

/** The sheets of a file, by what is in it and not by its name. @throws TellableError when it cannot be read */
export async function openFile(file: string): Promise<Sheet[]> {
  const head = await headOf(file).catch((error: NodeJS.ErrnoException) => {
    throw new TellableError((t) => t.cannotOpen(file, error.code ?? error.message), 'USAGE');
  });
  if (isZip(head) || isOle(head)) return openContent(await fs.readFile(file), { name: file });
  const rows = () => csvFile(file, encodingOf(head));
  return [{ isHidden: false, rows: () => readable(file, rows()) }];
}

/** The sheets of what came over the wire. @throws TellableError */
export async function openContent(content: Buffer, options: ContentOptions): Promise<Sheet[]> {
  const { name, charset, mostBytes = LARGEST_PART } = options;
  if (isOle(content)) throw new TellableError((t) => t.oldWorkbook(name), 'USAGE');
  if (charset !== undefined && !isCharset(charset)) {
    throw new TellableError((t) => t.unknownCharset(charset), 'USAGE');
  }
  if (!isZip(content)) {
    const encoding = charset ?? encodingOf(content);
    return [{ isHidden: false, rows: () => readable(name, csvRows(Readable.from([content]), encoding)) }];
  }
  const sheets = await workbookSheets(content, mostBytes).catch((error: unknown) => {
    throw new TellableError((t) => t.brokenFile(name, 0, reasonOf(error)));
  });
  return sheets.map((sheet) => ({
    name: sheet.name ?? '',
    isHidden: sheet.isHidden,
    rows: () => readable(name, sheet.rows()),
  }));
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await fs.open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* csvFile(file: string, encoding: string): SheetRows {
  const handle = await fs.open(file);
  const input = handle.createReadStream({ start: 0 });
  try {
    yield* csvRows(input, encoding);
  } finally {
    input.destroy();
  }
}

const isZip = (head: Buffer) => head.subarray(0, 2).toString('latin1') === 'PK';
const isOle = (head: Buffer) => head.subarray(0, OLE.length).equals(OLE);

/** A broken file ends the reading with one line, not with the stack of a library. */
async function* readable(name: string, rows: SheetRows): SheetRows {
  let last = 0;
  try {
    for await (const row of rows) {
      last = row.no;
      yield row;
    }
  } catch (error) {
    if (error instanceof TellableError) throw error;
    throw new TellableError((t) => t.brokenFile(name, last, reasonOf(error)));
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
