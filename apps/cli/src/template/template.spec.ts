import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { COLUMNS } from '../layout/columns.js';
import { LEAD_COLUMNS } from '../leads/lead-columns.js';
import { openContent } from '@engsales/sheets';
import { leadTemplateCsv, templateCsv } from './write-template.js';
import { leadTemplateWorkbook, templateWorkbook } from './workbook.js';

const committed = (name: string) => fs.readFileSync(path.resolve(__dirname, '../../../../docs/templates', name));

async function cellsOf(content: Buffer) {
  const found: unknown[] = [];
  const [sheet] = await openContent(content, { name: 'template' });
  for await (const row of sheet!.rows())
    for (const { address, value, format } of row.cells.values()) found.push([address, value, format]);
  return found;
}

/** Sheets, cells, formats, choices and widths, without the times that a workbook keeps. */
async function contentOf(buffer: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(buffer).buffer);
  return workbook.worksheets.map(({ name, model }) => JSON.stringify([name, model]));
}

const templates = [
  {
    name: 'contracts',
    workbook: templateWorkbook,
    csv: templateCsv,
    columns: COLUMNS,
    cell: ['B3', 'HT-2024-0117', '@'],
  },
  {
    name: 'leads',
    workbook: leadTemplateWorkbook,
    csv: leadTemplateCsv,
    columns: LEAD_COLUMNS,
    cell: ['A2', 'CRM-0117', '@'],
  },
];

describe.each(templates)('docs/templates/$name', ({ name, workbook: made, csv: written, columns, cell }) => {
  it('.xlsx is what the command writes', async () => {
    const now = Buffer.from(await made().xlsx.writeBuffer());
    expect(await contentOf(committed(`${name}.xlsx`))).toEqual(await contentOf(now));
    const first = await cellsOf(now);
    expect(await cellsOf(committed(`${name}.xlsx`))).toEqual(first);
    expect(first).toContainEqual(cell);
  });

  it('.csv is what the command writes, and says the same as the workbook', async () => {
    expect(committed(`${name}.csv`).toString()).toBe(written());
    const workbook = await cellsOf(committed(`${name}.xlsx`));
    const asText = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
    const csv = await cellsOf(committed(`${name}.csv`));
    const plain = (cells: unknown[]) => (cells as [string, unknown][]).map(([at, value]) => [at, asText(value)]);
    expect(plain(csv)).toEqual(plain(workbook));
  });

  it('explains every column', () => {
    const explained = made().getWorksheet('说明')?.getColumn(1).values ?? [];
    expect(columns.map((column) => column.heading).filter((heading) => !explained.includes(heading))).toEqual([]);
  });
});
