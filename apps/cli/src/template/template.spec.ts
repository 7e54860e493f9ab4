import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { COLUMNS } from '../layout/columns.js';
import { openContent } from '@engsales/sheets';
import { templateCsv } from './write-template.js';
import { templateWorkbook } from './workbook.js';

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

describe('docs/templates', () => {
  it('contracts.xlsx is what the command writes', async () => {
    const made = Buffer.from(await templateWorkbook().xlsx.writeBuffer());
    expect(await contentOf(committed('contracts.xlsx'))).toEqual(await contentOf(made));
    const first = await cellsOf(made);
    expect(await cellsOf(committed('contracts.xlsx'))).toEqual(first);
    expect(first).toContainEqual(['B3', 'HT-2024-0117', '@']);
  });

  it('contracts.csv is what the command writes, and says the same as the workbook', async () => {
    expect(committed('contracts.csv').toString()).toBe(templateCsv());
    const workbook = await cellsOf(committed('contracts.xlsx'));
    const asText = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
    const csv = await cellsOf(committed('contracts.csv'));
    const plain = (cells: unknown[]) => (cells as [string, unknown][]).map(([at, value]) => [at, asText(value)]);
    expect(plain(csv)).toEqual(plain(workbook));
  });

  it('explains every column', async () => {
    const workbook = templateWorkbook();
    const explained = workbook.getWorksheet('说明')?.getColumn(1).values ?? [];
    expect(COLUMNS.map((column) => column.heading).filter((heading) => !explained.includes(heading))).toEqual([]);
  });
});
