import { refusalOf } from '@engsales/event-sourcing/testing';
import { Rejected } from '@engsales/event-sourcing';
import { SHEET_EN, SHEET_ZH } from '@engsales/sheets';
import ExcelJS from 'exceljs';
import { sheetToRows, stockRows } from './stock-sheet.js';

const ROW = { itemCode: 'CU-22', uom: 'm', onHand: '1500' };

/** The body that a request becomes. */
function bodyOf(body: unknown, query: Record<string, unknown> = {}, type = 'text/csv'): Promise<unknown> {
  const request = { body, query, headers: { 'content-type': type }, acceptsLanguages: () => 'zh' };
  return new Promise((resolve, reject) =>
    sheetToRows(
      request as never,
      {} as never,
      ((error?: Error) => (error ? reject(error) : resolve(request.body))) as never,
    ),
  );
}
const read = (text: string) => stockRows(Buffer.from(text), undefined, SHEET_ZH);

/** What is told of a sheet: cell or row, and the words. */
async function toldOf(content: string | Buffer, texts = SHEET_ZH): Promise<string[]> {
  try {
    return [`no fault: ${JSON.stringify(await stockRows(Buffer.from(content), undefined, texts))}`];
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const { code, problems } = refusalOf(() => {
      throw error;
    }) as { code: string; problems: { row: number; cell?: string; message: string }[] };
    expect(code).toBe('VALIDATION_FAILED');
    return problems.map(({ row, cell, message }) => `${cell ?? row} ${message}`);
  }
}

describe('a stock count as a sheet (P-85)', () => {
  it.each([
    ['in English', 'itemCode,uom,onHand\nCU-22,m,1500\n'],
    ['in Chinese', '物料编码,单位,库存数量\nCU-22,m,1500\n'],
    ['in another order, with more than is asked for', '库存数量,名称,物料编码,单位\n1500,铜管,CU-22,m\n'],
    ['with blanks, empty lines and a byte order mark', '\uFEFFitemCode , uom,onHand\n\n CU-22,m , 1500\n,,\n'],
    ['with quotes and other line ends', '"itemCode","uom","onHand"\r\n"CU-22","m","1500"\r\n'],
    ['below a title', '仓库盘点表,,\n物料编码,单位,库存数量\nCU-22,m,1500\n'],
    [
      'in another width and case, with signs that nobody sees',
      'ＩＴＥＭＣＯＤＥ,UOM,on\u200bHand\nＣＵ－22,ｍ,\u200b１５００\n',
    ],
    ['with separators in a number', 'itemCode,uom,onHand\nCU-22,m,"1,500.00"\n'],
  ])('has its headings %s', async (_title, text) => expect(await read(text)).toEqual([ROW]));

  it('is read in GB18030 as Chinese Excel saves it, and in the charset that it says', async () => {
    const gb = Buffer.from('ceefc1cfb1e0c2eb2cb5a5cebb2cbfe2b4e6cafdc1bf0a43552d32322c6d2c313530300a', 'hex');
    expect(await stockRows(gb, undefined, SHEET_ZH)).toEqual([ROW]);
    expect(await bodyOf(gb, {}, 'text/csv; charset=gb18030')).toEqual({ rows: [ROW] });
    await expect(bodyOf(gb, {}, 'text/csv; charset=klingon')).rejects.toMatchObject({ status: 415 });
  });

  it('may be a workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('盘点');
    sheet.addRows([['盘点表'], ['物料编码', '单位', '库存数量'], ['CU-22', 'm', 1500]]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await stockRows(content, undefined, SHEET_ZH)).toEqual([ROW]);
    sheet.getRow(3).hidden = true;
    expect(await toldOf(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([`3 ${SHEET_ZH.hiddenRow}`]);
  });

  it('takes what is said of the whole from the query, and only that', async () => {
    const body = Buffer.from('itemCode,uom,onHand\nCU-22,m,1500\n');
    expect(await bodyOf(body, { takenAt: '2025-03-10T00:30:00Z', complete: 'false' })).toEqual({
      takenAt: '2025-03-10T00:30:00Z',
      complete: false,
      rows: [ROW],
    });
    expect(await bodyOf(body, { complete: 'true' })).toEqual({ complete: true, rows: [ROW] });
    // what is no word is left for the check of the body to refuse
    expect(await bodyOf(body, { complete: 'constructor', dryRun: 'true' })).toEqual({
      complete: 'constructor',
      rows: [ROW],
    });
    expect(Object.keys((await bodyOf(body)) as object)).toEqual(['rows']);
  });

  it('leaves JSON alone', async () => {
    const body = { rows: [ROW], complete: true };
    expect(await bodyOf(body, { complete: 'false' })).toBe(body);
  });

  it('of 10,000 rows is read whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `CU-${i},铜管 ${i},m,"1,${i % 10}00.50"`);
    const content = ['物料编码,名称,单位,库存数量', ...rows].join('\n');
    expect(await read(content)).toHaveLength(10_000);
  });
});

describe('a stock count that cannot be read (P-160)', () => {
  it.each([
    ['lacks a heading', 'itemCode,onHand\nA,1', [`1 ${SHEET_ZH.missingHeadings(['单位'])}`]],
    ['has none of them', 'a,b\n1,2', [`1 ${SHEET_ZH.missingHeadings(['物料编码', '单位', '库存数量'])}`]],
    ['is empty', '', [`1 ${SHEET_ZH.empty}`]],
    ['has headings only', 'itemCode,uom,onHand\n,,\n', [`1 ${SHEET_ZH.noRows}`]],
    [
      'has a heading twice',
      'itemCode,uom,onHand,库存数量\nA,m,1,2',
      [`D1 ${SHEET_ZH.doubleHeading('库存数量', 'C1')}`],
    ],
    ['has a cell too many', 'itemCode,uom,onHand\nA,m,1,500', [`D2 ${SHEET_ZH.noHeading}`]],
    ['has a cell too few', 'itemCode,uom,onHand\nA', [`B2 ${SHEET_ZH.required}`, `C2 ${SHEET_ZH.required}`]],
    [
      'has numbers that are none',
      'itemCode,uom,onHand\nA,m,-1\nB,m,viele\nC,m,1E+05\nD,m,0.0000001\nE,m,"1,50"',
      [
        `C2 ${SHEET_ZH.negative('-1')}`,
        `C3 ${SHEET_ZH.notDecimal('viele')}`,
        `C4 ${SHEET_ZH.exponent('1E+05')}`,
        `C5 ${SHEET_ZH.notQuantity('0.0000001')}`,
        `C6 ${SHEET_ZH.notDecimal('1,50')}`,
      ],
    ],
    [
      'has a code that a spreadsheet has changed',
      'itemCode,uom,onHand\n6.9E+12,m,1',
      [`A2 ${SHEET_ZH.exponent('6.9E+12')}`],
    ],
  ])('because it %s is told by cell', async (_why, text, told) => expect(await toldOf(text)).toEqual(told));

  it('is told in English too', async () =>
    expect(await toldOf('itemCode,uom,onHand\nA,m,x', SHEET_EN)).toEqual([`C2 ${SHEET_EN.notDecimal('x')}`]));

  it('with a quote that is never closed, or broken as a workbook, is told', async () => {
    expect(await toldOf('itemCode,uom,onHand\n"A,m,1')).toEqual([expect.stringContaining('Quote Not Closed')]);
    expect(await toldOf(Buffer.from('PK no zip'))).toEqual([expect.stringContaining('盘点表')]);
    expect(await toldOf(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toEqual([`1 ${SHEET_ZH.oldWorkbook('盘点表')}`]);
  });
});
