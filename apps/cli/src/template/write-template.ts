import fs from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { COLUMNS } from '../layout/columns.js';
import { RunEnded } from '../run-ended.js';
import { EXAMPLE } from './example.js';
import { LEAD_COLUMNS } from '../leads/lead-columns.js';
import { LEAD_EXAMPLE } from '../leads/lead-example.js';
import { leadTemplateWorkbook, templateWorkbook } from './workbook.js';

export type TemplateOf = 'contracts' | 'leads';

/** A file that people have filled in is not written over unless they say so. @throws RunEnded */
export async function writeTemplate(file: string, force = false, of: TemplateOf = 'contracts'): Promise<void> {
  const ending = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase();
  if (!ending) throw new RunEnded((t) => t.wrongEnding(file), 'USAGE');
  const [csv, workbook] = of === 'leads' ? [leadTemplateCsv, leadTemplateWorkbook] : [templateCsv, templateWorkbook];
  const content = ending === 'csv' ? csv() : new Uint8Array(await workbook().xlsx.writeBuffer());
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

export function leadTemplateCsv(): string {
  const headings = LEAD_COLUMNS.map((column) => column.heading);
  return stringify([...LEAD_EXAMPLE], { header: true, columns: headings, bom: true, record_delimiter: 'windows' });
}
