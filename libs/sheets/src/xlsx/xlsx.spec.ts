import JSZip from 'jszip';
import type { Cell } from '../cell.js';
import { openContent } from '../open-sheets.js';

interface Made {
  /** Inside `sheetData` of the first sheet. */
  readonly rows: string;
  /** Before and after it. */
  readonly before?: string;
  readonly after?: string;
  readonly strings?: string;
  readonly formats?: readonly string[];
  readonly prefix?: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...all: [id: string, type: string, target: string][]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook as some program may write it. */
function made({ rows, before = '', after = '', strings = '', formats = [] }: Made): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('_rels/.rels', relations(['rId1', 'officeDocument', 'xl/workbook.xml']));
  zip.file(
    'xl/workbook.xml',
    `${XML}<workbook xmlns:q="${OFFICE}"><sheets><sheet name="数据" sheetId="7" q:id="a"/></sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    relations(
      ['a', 'worksheet', 'worksheets/one.xml'],
      ['b', 'sharedStrings', 'sharedStrings.xml'],
      ['c', 'styles', 'styles.xml'],
    ),
  );
  zip.file('xl/sharedStrings.xml', `${XML}<sst>${strings}</sst>`);
  const codes = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('');
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_code, i) => `<xf numFmtId="${200 + i}"/>`)].join('');
  const noStyle = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  zip.file(
    'xl/styles.xml',
    `${XML}<styleSheet><numFmts>${codes}</numFmts>${noStyle}<cellXfs>${styles}</cellXfs></styleSheet>`,
  );
  zip.file('xl/worksheets/one.xml', `${XML}<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function cellsOf(parts: Made): Promise<Cell[]> {
  const [sheet] = await openContent(await made(parts), { name: 'x' });
  const cells: Cell[] = [];
  for await (const row of sheet!.rows()) cells.push(...row.cells.values());
  return cells;
}
const valuesOf = async (parts: Made) =>
  Object.fromEntries((await cellsOf(parts)).map(({ address, value, fault }) => [address, fault ?? value]));

describe('a cell of a workbook', () => {
  it('stands behind the one before where it does not say its place', async () => {
    const rows =
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(await valuesOf({ rows })).toEqual({ A1: 1, C1: 2, C4: 3, D4: 4, A5: 5 });
  });

  it('has the text that it shows: runs without how they sound, and escaped signs', async () => {
    const strings =
      '<si><r><t>离心</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 泵</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>一_x000D_\n二_x005F_x000D_</t></si><si/>';
    const inline = '<c r="E1" t="inlineStr"><is><r><t>a_x0041_</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>';
    const cell = (at: string, string: number) => `<c r="${at}" t="s"><v>${string}</v></c>`;
    const rows = `<row r="1">${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}${cell('D1', 3)}${inline}${cell('F1', 9)}</row>`;
    expect(await valuesOf({ rows, strings })).toEqual({
      A1: '离心 泵',
      B1: '東京',
      C1: '一\r\n二_x000D_',
      E1: 'aAb',
      F1: 'ERROR',
    });
  });

  it('of a formula has its result, which may be blank, wrong or not there', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>"a"</f><v>a_x000D_b</v></c><c r="B1" t="str"><f>""</f><v></v></c>' +
      '<c r="C1"><f>1+1</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><f>TRUE</f><v>1</v></c>' +
      '<c r="F1"><f>0</f><v>0</v></c><c r="G1"><f t="shared" si="0"/><v>7.5</v></c></row>';
    expect(await valuesOf({ rows })).toEqual({
      A1: 'a\rb',
      C1: 'NOT_CALCULATED',
      D1: 'ERROR',
      E1: true,
      F1: 0,
      G1: 7.5,
    });
  });

  it('is a day by its type or its format, with its time', async () => {
    const formats = ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', 'yyyy\\-mm', '0.00_);[Red]\\(0.00\\)', 'h:mm'];
    const rows =
      '<row r="1"><c r="A1" t="d"><v>2024-03-12</v></c><c r="B1" t="d"><v>2024-03-12T23:30:00.000Z</v></c>' +
      '<c r="C1" t="d"><v>2024-13-12</v></c><c r="D1" s="1"><v>45363.75</v></c><c r="E1" s="3"><v>45363</v></c>' +
      '<c r="F1" s="4"><v>0.5</v></c></row>';
    expect(await valuesOf({ rows, formats })).toEqual({
      A1: new Date('2024-03-12T00:00:00Z'),
      B1: new Date('2024-03-12T23:30:00Z'),
      C1: '2024-13-12',
      D1: new Date('2024-03-12T18:00:00Z'),
      E1: 45_363,
      F1: new Date('1899-12-30T12:00:00Z'),
    });
  });

  it('tells that its row or column is not shown', async () => {
    const before = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols>';
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>3</v></c></row>' +
      '<row r="2" hidden="true"><c r="A2"><v>4</v></c></row><row r="3" ht="0"><c r="A3"><v>5</v></c></row>';
    expect((await cellsOf({ before, rows })).map(({ address, hidden }) => [address, hidden])).toEqual([
      ['A1', undefined],
      ['B1', 'COLUMN'],
      ['D1', 'COLUMN'],
      ['A2', 'ROW'],
      ['A3', 'ROW'],
    ]);
  });

  it('that is merged over rows stands in each of them, and what it covers is not there', async () => {
    const after = '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="B2:C2"/></mergeCells>';
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>99</v></c><c r="B2"><v>2</v></c><c r="C2"><v>98</v></c></row>' +
      '<row r="3"><c r="B3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>';
    expect((await cellsOf({ after, rows })).map(({ address, value, merged }) => [address, value, merged])).toEqual([
      ['A1', 1, 'A1:A3'],
      ['A2', 1, 'A1:A3'],
      ['B2', 2, 'B2:C2'],
      ['B3', 3, undefined],
      ['A3', 1, 'A1:A3'],
      ['A4', 4, undefined],
    ]);
  });
});

describe('a workbook', () => {
  it('may name its elements with a prefix', async () => {
    const zip = await JSZip.loadAsync(
      await made({ rows: '<row><c t="s"><v>0</v></c></row>', strings: '<si><t>泵</t></si>' }),
    );
    for (const part of ['xl/worksheets/one.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml']) {
      const text = (await zip.file(part)?.async('string')) ?? '';
      const prefixed = text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace(/<x:(\w+)/, '<x:$1 xmlns:x="urn:x"');
      zip.file(part, prefixed);
    }
    const [sheet] = await openContent(await zip.generateAsync({ type: 'nodebuffer' }), { name: 'x' });
    const rows = [];
    for await (const row of sheet!.rows()) rows.push([...row.cells.values()]);
    expect(rows).toEqual([[{ address: 'A1', value: '泵' }]]);
  });

  it('is not unpacked beyond what is allowed', async () => {
    const content = await made({ rows: `<row><c t="str"><v>${'a'.repeat(100_000)}</v></c></row>` });
    const [sheet] = await openContent(content, { name: 'x', mostBytes: 50_000 });
    await expect(sheet!.rows()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ kind: 'FAILED' });
  });
});
