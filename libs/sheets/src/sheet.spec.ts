import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import type { SheetRow } from './cell.js';
import { addressOf } from './cell.js';
import { csvRows, encodingOf } from './csv-rows.js';
import { openContent } from './open-sheets.js';

async function valuesOf(rows: AsyncIterable<SheetRow>) {
  const found: Record<string, unknown> = {};
  for await (const row of rows) {
    for (const { address, value, fault } of row.cells.values()) found[address] = fault ?? value;
  }
  return found;
}

const csv = (content: Buffer) => valuesOf(csvRows(Readable.from([content]), encodingOf(content)));

describe('a CSV file', () => {
  const text = '行类型,名称\r\n明细,"泵, 立式"\r\n\r\n,\r\n合同,"两\r\n行"\r\n节点,"引""号"';
  const cells = {
    A1: '行类型',
    B1: '名称',
    A2: '明细',
    B2: '泵, 立式',
    A5: '合同',
    B5: '两\r\n行',
    A6: '节点',
    B6: '引"号',
  };

  it.each(['utf8', 'gb18030', 'utf16le', 'utf16be'])(
    'in %s has the cells that a spreadsheet shows',
    async (encoding) => {
      expect(await csv(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') }))).toEqual(cells);
    },
  );

  it('may have the mark of UTF-8', async () => {
    expect(await csv(iconv.encode(text, 'utf8', { addBOM: true }))).toEqual(cells);
  });

  it('with English headings is known by what follows', async () => {
    expect(await csv(iconv.encode('name\r\n镕𠮷泵\r\n', 'gb18030'))).toEqual({ A1: 'name', A2: '镕𠮷泵' });
    expect(await csv(Buffer.from('name\n泵\n'))).toEqual({ A1: 'name', A2: '泵' });
  });

  it('is cut between the bytes of a character without harm', async () => {
    const bytes = iconv.encode(text, 'gb18030');
    const single = Readable.from([...bytes].map((byte) => Buffer.from([byte])));
    expect(await valuesOf(csvRows(single, 'gb18030'))).toEqual(cells);
  });

  it('with a quote that is never closed is refused', async () => {
    await expect(csv(Buffer.from('名称\n"泵\n阀\n'))).rejects.toThrow(/Quote Not Closed/);
  });
});

describe('an address', () => {
  it.each([
    [1, 'A9'],
    [26, 'Z9'],
    [27, 'AA9'],
    [702, 'ZZ9'],
    [703, 'AAA9'],
  ])('of column %d is %s', (column, address) => expect(addressOf(column, 9)).toBe(address));
});

async function xlsx(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('合同'), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function* firstSheet(content: Buffer): AsyncGenerator<SheetRow> {
  const [sheet] = await openContent(content, { name: 'x.xlsx' });
  yield* sheet!.rows();
}

describe('a workbook', () => {
  it('gives what its cells show: days, results of formulas, rich text, numbers, truth values', async () => {
    const file = await xlsx((sheet, workbook) => {
      sheet.getCell('A1').value = '行类型';
      sheet.getCell('B3').value = new Date('2024-03-12T00:00:00Z');
      sheet.getCell('C3').value = { richText: [{ text: '离心' }, { font: { bold: true }, text: '泵' }] };
      sheet.getCell('D3').value = { formula: 'B3+1', result: 45_364 };
      sheet.getCell('E3').value = { formula: 'A1&"x"', result: '行类型x' };
      sheet.getCell('F3').value = { formula: '1/0', result: { error: '#DIV/0!' } };
      sheet.getCell('G3').value = { formula: 'A1', result: undefined as unknown as string };
      sheet.getCell('M3').value = { formula: '1-1', result: 0 };
      sheet.getCell('H3').value = { error: '#N/A' };
      sheet.getCell('I3').value = 1e3;
      sheet.getCell('J3').value = true;
      sheet.getCell('K3').value = '   ';
      sheet.getCell('L3').value = { text: '链接', hyperlink: 'https://example.com' };
      workbook.addWorksheet('说明').getCell('A1').value = '不读';
    });
    expect(await valuesOf(firstSheet(file))).toEqual({
      A1: '行类型',
      B3: new Date('2024-03-12T00:00:00Z'),
      C3: '离心泵',
      D3: 45_364,
      E3: '行类型x',
      F3: 'ERROR',
      G3: 'NOT_CALCULATED',
      H3: 'ERROR',
      I3: 1000,
      J3: true,
      L3: '链接',
      M3: 0,
    });
  });

  it('knows the formats of percentages and whether its days count from 1904', async () => {
    const file = await xlsx((sheet, workbook) => {
      workbook.properties.date1904 = true;
      sheet.getCell('A1').value = 0.13;
      sheet.getCell('A1').numFmt = '0%';
      sheet.getCell('B1').value = new Date('2024-03-12T00:00:00Z');
    });
    const rows: SheetRow[] = [];
    for await (const row of firstSheet(file)) rows.push(row);
    expect([...(rows[0]?.cells.values() ?? [])]).toEqual([
      { address: 'A1', value: 0.13, format: '0%', since1904: true },
      expect.objectContaining({ value: new Date('2024-03-12T00:00:00Z'), since1904: true }),
    ]);
  });

  it.each([
    ['styles behind the texts and the sheet', ['workbook.xml', 'sharedStrings', 'sheet', 'styles']],
    ['the workbook itself last', ['sharedStrings', 'sheet', 'styles', 'xl/workbook.xml']],
    ['its second sheet in front', ['workbook.xml', 'sheet2', 'sheet1', 'styles', 'sharedStrings']],
  ])('is read the same with %s, and with whole paths in its relations', async (_what, order) => {
    const file = await xlsx((sheet, workbook) => {
      sheet.getCell('A1').value = '签订日期';
      sheet.getCell('A2').value = new Date('2024-03-12T00:00:00Z');
      workbook.addWorksheet('说明').getCell('A1').value = '不读';
    });
    const made = await JSZip.loadAsync(file);
    const other = new JSZip();
    const place = (name: string) => (order.findIndex((part) => name.includes(part)) + 99) % 99;
    for (const name of Object.keys(made.files).sort((a, b) => place(a) - place(b))) {
      const content = (await made.file(name)?.async('string')) ?? '';
      if (content) other.file(name, content.replaceAll('Target="worksheets/', 'Target="/xl/worksheets/'));
    }
    const cells = await valuesOf(firstSheet(await other.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })));
    expect(cells).toEqual({ A1: '签订日期', A2: new Date('2024-03-12T00:00:00Z') });
  });

  it('of several chunks has every Chinese character ', async () => {
    const name = (i: number) => `${'x'.repeat(i % 7)}临江市第二人民医院新院区中央空调${i}`;
    const file = await xlsx((sheet) => {
      for (let i = 1; i <= 6_000; i += 1) sheet.addRow([name(i), 'A'.repeat(i % 5)]);
    });
    const found = await valuesOf(firstSheet(file));
    expect(Object.keys(found).filter((at) => String(found[at]).includes('\uFFFD'))).toEqual([]);
    expect(found.A6000).toBe(name(6_000));
  });

  it('that is none ends with an error, not with silence', async () => {
    const broken = (content: Buffer) => valuesOf(firstSheet(content));
    await expect(broken(Buffer.from('PK no zip at all, only so called'))).rejects.toThrow();
    const buffer = await xlsx((sheet) => sheet.addRow(['a']));
    await expect(broken(buffer.subarray(0, buffer.length / 2))).rejects.toThrow();
  });
});
