import fs from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { COLUMNS } from '../layout/columns.js';
import { RunEnded } from '../run-ended.js';
import { EXAMPLE } from './example.js';
import { templateWorkbook } from './workbook.js';

/** A file that people have filled in is not written over unless they say so. @throws RunEnded */
export async function writeTemplate(file: string, force = false): Promise<void> {
  const ending = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase();
  if (!ending) throw new RunEnded((t) => t.wrongEnding(file), 'USAGE');
  const content = ending === 'csv' ? templateCsv() : new Uint8Array(await templateWorkbook().xlsx.writeBuffer());
  await fs.writeFile(file, content, { flag: force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new RunEnded((t) => t.exists(file), 'USAGE');
    throw new RunEnded((t) => t.cannotOpen(file, error.code ?? error.message), 'USAGE');
  });
}

/** With the mark by which Excel knows UTF-8. */
export function templateCsv(): string {
  const headings = COLUMNS.map((column) => column.heading);
  return stringify([...EXAMPLE], { header: true, columns: headings, bom: true, record_delimiter: 'windows' });
}
