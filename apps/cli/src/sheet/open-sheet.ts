import fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { TellableError } from '../problem.js';
import type { SheetRows } from './cell.js';
import { csvRows, encodingOf } from './csv-rows.js';
import { xlsxRows } from './xlsx-rows.js';

const HEAD_BYTES = 65_536;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The rows of a file, by what is in it and not by its name. @throws TellableError when it cannot be read */
export async function openSheet(file: string): Promise<SheetRows> {
  const handle = await fs.open(file).catch((error: NodeJS.ErrnoException) => {
    throw new TellableError((t) => t.cannotOpen(file, error.code ?? error.message), 'USAGE');
  });
  let head: Buffer;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    head = buffer.subarray(0, bytesRead);
  } catch (error) {
    await handle.close();
    throw new TellableError((t) => t.cannotOpen(file, (error as NodeJS.ErrnoException).code ?? ''), 'USAGE');
  }
  if (head.subarray(0, OLE.length).equals(OLE)) {
    await handle.close();
    throw new TellableError((t) => t.oldWorkbook(file), 'USAGE');
  }
  const isWorkbook = head.subarray(0, 2).toString('latin1') === 'PK';
  const input = handle.createReadStream({ start: 0 });
  return readable(file, isWorkbook ? xlsxRows(input) : csvRows(input, encodingOf(head)), input);
}

/** A broken file ends the reading with one line, not with the stack of a library. */
async function* readable(file: string, rows: SheetRows, input: Readable): SheetRows {
  let last = 0;
  try {
    for await (const row of rows) {
      last = row.no;
      yield row;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TellableError((t) => t.brokenFile(file, last, reason));
  } finally {
    input.destroy();
  }
}
